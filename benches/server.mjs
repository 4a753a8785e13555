// The server under test: started on a free port with a database of its own, and watched through /proc.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { Connection } from "./connection.mjs";
import { onServersCore } from "./cores.mjs";

const PROGRAM = resolve(process.env.MAGIC_AUTH_BIN ?? "target/dist/magic-auth");

/** Microseconds of one tick of /proc/PID/stat. */
export const TICK = 1_000_000 / Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** What opens the development mailbox. */
export const MAILBOX_KEY = "the-key-of-these-measurements";

const running = new Set();
// Whatever ends this process ends its servers.
process.on("exit", () => running.forEach((server) => server.kill()));

export class Server {
    /** Microseconds of CPU that servers which have stopped had taken. */
    static spent = 0;

    /** Starts one with these settings besides the ones that every measurement has. `hears` is given each line of its log,
        which is else printed. */
    static async start(settings = {}, { onAllCores = false, hears = undefined } = {}) {
        const server = new Server();
        server.folder = mkdtempSync(join(tmpdir(), "magic-auth-bench-"));
        server.port = await freePort();
        server.url = `http://localhost:${server.port}`;
        const env = {
            DATABASE_URL: `sqlite://${join(server.folder, "bench.db")}`,
            PUBLIC_URL: server.url,
            MAILBOX_KEY,
            LEPTOS_SITE_ADDR: `127.0.0.1:${server.port}`,
            // As behind a proxy, so that each log-in can come from a client of its own.
            CLIENT_IP_SOURCE: "RightmostXForwardedFor",
            DANGEROUSLY_WITHOUT_LIMITS: "true",
            // A busy machine may keep the client's connections waiting.
            HEADER_TIMEOUT: "60s",
            RUST_LOG: "warn",
            ...settings,
        };
        const [command, ...args] = onAllCores ? [PROGRAM] : [...onServersCore, PROGRAM];
        server.process = spawn(command, args, { env, stdio: ["ignore", "ignore", hears ? "pipe" : "inherit"] });
        if (hears) createInterface({ input: server.process.stderr }).on("line", hears);
        running.add(server);
        server.process.once("exit", (code, signal) => {
            if (!server.isStopping) console.error(`the server ended by itself: ${code ?? signal}`);
        });
        await server.#ready();
        return server;
    }

    static async stopAll() {
        await Promise.all([...running].map((server) => server.stop()));
    }

    async stop() {
        this.isStopping = true;
        if (this.process.exitCode === null && this.process.signalCode === null) {
            Server.spent += this.cpu();
            this.process.kill("SIGTERM");
            await once(this.process, "exit");
        }
        this.kill();
    }

    kill() {
        this.isStopping = true;
        running.delete(this);
        this.process.kill("SIGKILL");
        rmSync(this.folder, { recursive: true, force: true });
    }

    /** Microseconds of CPU that all threads have taken so far, in the kernel too. Steps of two ticks at the worst. */
    cpu() {
        const stat = readFileSync(`/proc/${this.process.pid}/stat`, "utf8");
        // After the name in brackets: state is field 3, utime 14, stime 15.
        const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        return (Number(fields[11]) + Number(fields[12])) * TICK;
    }

    /** Megabytes: resident; resident at the most so far; and resident with only its share of what others use. */
    memory() {
        const [status, rollup] = ["status", "smaps_rollup"].map((file) =>
            readFileSync(`/proc/${this.process.pid}/${file}`, "utf8"),
        );
        const kibibytes = (text, name) => Number(text.match(new RegExp(`^${name}:\\s+(\\d+) kB`, "m"))[1]);
        const megabytes = (text, name) => (kibibytes(text, name) * 1024) / 1e6;
        return { rss: megabytes(status, "VmRSS"), most: megabytes(status, "VmHWM"), pss: megabytes(rollup, "Pss") };
    }

    /** What the newest emails say, by the address they went to: `{ code, token }`. The mailbox keeps 100. Emails are
        sent off the request's path, so this waits until there is one for each of these addresses. */
    async messages(...addresses) {
        for (let tries = 0; tries < 200; tries++) {
            const messages = await this.#mailbox();
            if (addresses.every((address) => messages.has(address))) return messages;
            await sleep(10);
        }
        throw new Error("no email came within 2 s");
    }

    async #mailbox() {
        const connection = await Connection.open(this.port);
        const { status, body } = await connection.exchange(
            `GET /dev/mailbox.json?key=${MAILBOX_KEY} HTTP/1.1\r\nHost: localhost:${this.port}\r\nX-Forwarded-For: 127.0.0.1\r\n\r\n`,
        );
        connection.close();
        if (status !== 200) throw new Error(`the mailbox answered ${status}`);
        const messages = JSON.parse(body.toString()).map(({ to, text }) => [
            to,
            { code: text.match(/^\s*(\d{6})\s*$/m)?.[1], token: text.match(/\?token=([\w-]+)/)?.[1] },
        ]);
        // Emails that only tell of something have no code.
        return new Map(messages.filter(([, { code }]) => code !== undefined));
    }

    async #ready() {
        for (let tries = 0; tries < 200; tries++) {
            if (this.process.exitCode !== null) throw new Error(`the server ended with ${this.process.exitCode}`);
            try {
                (await Connection.open(this.port)).close();
                return;
            } catch {
                await sleep(50);
            }
        }
        throw new Error("the server did not start within 10 s");
    }
}

async function freePort() {
    const listener = createServer().listen(0, "127.0.0.1");
    await once(listener, "listening");
    const { port } = listener.address();
    listener.close();
    await once(listener, "close");
    return port;
}
