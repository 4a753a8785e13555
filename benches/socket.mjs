// The socket of a live page, as far as its server notices: what a page of 5,000 may cost the client too is little.

import { once } from "node:events";
import { connect } from "node:net";
import { randomBytes, randomUUID } from "node:crypto";

const [TEXT, CLOSE, PING] = [1, 8, 9];

export class Socket {
    /** When the server said that the session is over, in ms of `performance.now()`; and its code and reason. */
    overAt;
    over;
    pings = 0;
    dots = 0;
    isClosed = false;
    #received = Buffer.alloc(0);
    #socket;

    /** Opens the socket of a page that this browser has loaded, and waits until its session was found good. */
    static async open(server, browser, session) {
        const page = new Socket();
        const path = `/sessions/live?session=${session}&page=${randomUUID()}`;
        const request = browser.get(path).toString().replace(/\r\n\r\n$/, "\r\n");
        const upgrade =
            `Origin: ${server.url}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
            `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\n\r\n`;
        const socket = connect({ port: server.port, host: "127.0.0.1", noDelay: true });
        page.#socket = socket;
        await once(socket, "connect");
        const good = new Promise((resolve, reject) => {
            page.good = resolve;
            socket.on("error", reject);
            socket.on("close", () => {
                page.isClosed = true;
                reject(new Error("a page was closed before it was found good"));
            });
        });
        socket.on("data", (bytes) => page.#take(bytes));
        socket.write(request + upgrade);
        await good;
        return page;
    }

    /** Waits until it is told that its session is over. */
    told() {
        return this.over ? Promise.resolve() : new Promise((resolve) => (this.isTold = resolve));
    }

    close() {
        this.#socket.destroy();
    }

    #take(bytes) {
        this.#received = this.#received.length === 0 ? bytes : Buffer.concat([this.#received, bytes]);
        if (!this.isUpgraded) {
            const end = this.#received.indexOf("\r\n\r\n");
            if (end < 0) return;
            const status = this.#received.toString("latin1", 9, 12);
            if (status !== "101") throw new Error(`a page was answered ${status}`);
            this.isUpgraded = true;
            this.#received = this.#received.subarray(end + 4);
        }
        // Frames of a server bear no mask, and these are shorter than 126 bytes.
        while (this.#received.length >= 2 && this.#received.length >= 2 + this.#received[1]) {
            const [kind, length] = [this.#received[0] & 15, this.#received[1]];
            this.#hear(kind, this.#received.subarray(2, 2 + length));
            this.#received = this.#received.subarray(2 + length);
        }
    }

    #hear(kind, payload) {
        if (kind === TEXT) {
            this.dots++;
            this.good();
        } else if (kind === PING) {
            this.pings++;
            this.#say(0x8a, payload);
        } else if (kind === CLOSE) {
            this.overAt = performance.now();
            this.over = `${payload.readUInt16BE(0)} ${payload.toString("utf8", 2)}`;
            this.#say(0x88, payload);
            this.isTold?.();
        }
    }

    #say(kind, payload) {
        const mask = randomBytes(4);
        const masked = payload.map((byte, at) => byte ^ mask[at & 3]);
        this.#socket.write(Buffer.concat([Buffer.from([kind, 0x80 | payload.length]), mask, masked]));
    }
}
