// A keep-alive HTTP/1.1 connection. Node's own client takes as much CPU for a request as the server does, and would be
// what is measured on a machine of two cores; this one only looks for the end of the answer.

import { once } from "node:events";
import { connect } from "node:net";

const HEAD_END = "\r\n\r\n";

export class Connection {
    #socket;
    #received = Buffer.alloc(0);
    #sentAt;
    #firstByte;
    #waiting;

    static async open(port) {
        const connection = new Connection();
        const socket = connect({ port, host: "127.0.0.1", noDelay: true });
        await once(socket, "connect");
        connection.#socket = socket;
        socket.on("data", (bytes) => connection.#take(bytes));
        socket.on("error", (error) => connection.#fail(error));
        socket.on("close", () => connection.#fail(new Error("the server closed the connection")));
        return connection;
    }

    /** Sends a request, given whole, and answers `{ status, head, body, firstByte }`, the last in µs. */
    exchange(request) {
        return new Promise((resolve, reject) => {
            this.#waiting = { resolve, reject };
            this.#firstByte = undefined;
            this.#sentAt = performance.now();
            this.#socket.write(request);
        });
    }

    close() {
        this.#waiting = undefined;
        this.#socket.destroy();
    }

    #take(bytes) {
        this.#firstByte ??= (performance.now() - this.#sentAt) * 1000;
        this.#received = this.#received.length === 0 ? bytes : Buffer.concat([this.#received, bytes]);
        const end = this.#received.indexOf(HEAD_END);
        if (end < 0) return;
        const head = this.#received.toString("latin1", 0, end + 2);
        const body = bodyOf(head, this.#received.subarray(end + HEAD_END.length));
        if (body === undefined) return;
        this.#received = Buffer.alloc(0);
        this.#waiting.resolve({ status: Number(head.slice(9, 12)), head, body, firstByte: this.#firstByte });
    }

    #fail(error) {
        this.#waiting?.reject(error);
    }
}

/** The body once it is there in full. */
function bodyOf(head, bytes) {
    if (!/^transfer-encoding: chunked/im.test(head)) {
        const length = Number(head.match(/^content-length: (\d+)/im)?.[1] ?? 0);
        return bytes.length < length ? undefined : bytes;
    }
    const parts = [];
    for (let at = 0; ; ) {
        const lineEnd = bytes.indexOf("\r\n", at);
        if (lineEnd < 0) return undefined;
        const length = parseInt(bytes.toString("latin1", at, lineEnd), 16);
        const begin = lineEnd + 2;
        if (bytes.length < begin + length + 2) return undefined;
        if (length === 0) return Buffer.concat(parts);
        parts.push(bytes.subarray(begin, begin + length));
        at = begin + length + 2;
    }
}
