// What of a browser the server notices: its headers and its cookies.

const USER_AGENT =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

let made = 0;

export class Browser {
    #cookies = new Map();

    /** A new one, at a client address that no other has. */
    constructor(server) {
        this.server = server;
        this.number = ++made;
        this.email = `person-${this.number}@example.com`;
        this.address = `10.${(made >> 16) & 255}.${(made >> 8) & 255}.${made & 255}`;
    }

    /** The same browser, as it meets another node. */
    at(server) {
        const there = new Browser(server);
        there.#cookies = new Map(this.#cookies);
        return there;
    }

    /** From now on it sends a session that the server never made. */
    makeUpSession() {
        this.#cookies.set("__Host-magic_auth", "A".repeat(43));
    }

    /** The bytes of a GET. */
    get(path, accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8") {
        return Buffer.from(`${this.#head("GET", path, accept)}\r\n`);
    }

    /** The bytes of a posted form. */
    post(path, fields) {
        const form = new URLSearchParams(fields).toString();
        const origin = `Origin: ${this.server.url}\r\n`;
        const type = "Content-Type: application/x-www-form-urlencoded\r\n";
        return Buffer.from(
            `${this.#head("POST", path, "text/html")}${origin}${type}Content-Length: ${form.length}\r\n\r\n${form}`,
        );
    }

    /** Sends a request, keeps the cookies of the answer, and expects this status and, if it is a redirect, target. */
    async send(connection, request, status = 200, target = undefined) {
        const answer = await connection.exchange(request);
        const location = answer.head.match(/^location: (.*)\r/im)?.[1];
        if (answer.status !== status || location !== target) {
            const asked = request.toString().split("\r\n")[0];
            throw new Error(`${asked} was answered ${answer.status} ${location ?? ""}, not ${status} ${target ?? ""}`);
        }
        // By hand, because the cookies are Secure and this is loopback.
        for (const [, name, value, rest] of answer.head.matchAll(/^set-cookie: ([^=]+)=([^;\r]*)(.*)\r/gim)) {
            if (/max-age=0\b/i.test(rest)) this.#cookies.delete(name);
            else this.#cookies.set(name, value);
        }
        return answer;
    }

    #head(method, path, accept) {
        const cookies = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
        return (
            `${method} ${path} HTTP/1.1\r\nHost: localhost:${this.server.port}\r\nUser-Agent: ${USER_AGENT}\r\n` +
            `Accept: ${accept}\r\nAccept-Encoding: gzip, deflate, br\r\nAccept-Language: en\r\n` +
            `X-Forwarded-For: ${this.address}\r\n${cookies && `Cookie: ${cookies}\r\n`}`
        );
    }
}
