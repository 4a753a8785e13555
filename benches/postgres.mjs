// A PostgreSQL of the measurements' own: made on a disk, reached over a socket, watched through /proc, gone with them.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { TICK } from "./server.mjs";

/** It refuses to run as root: there it is `postgres`, or nobody. */
const somebody = process.getuid() === 0 ? user("postgres") ?? user("nobody") : {};

export class Postgres {
    #process;

    static async start() {
        const postgres = new Postgres();
        postgres.folder = mkdtempSync(join(tmpdir(), "magic-auth-bench-pg-"));
        chmodSync(postgres.folder, 0o755);
        if (somebody.uid !== undefined) chownSync(postgres.folder, somebody.uid, somebody.gid);
        const data = join(postgres.folder, "data");
        const options = { ...somebody, cwd: postgres.folder, stdio: "ignore" };
        execFileSync(program("initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "--no-sync"], options);
        // As it comes, but for what a server of some size is given. Each commit waits for the disk.
        const set = ["listen_addresses=", "max_connections=100", "shared_buffers=256MB", "jit=off"];
        const args = ["-D", data, "-k", postgres.folder, ...set.flatMap((setting) => ["-c", setting])];
        postgres.#process = spawn(program("postgres"), args, options);
        process.on("exit", () => postgres.#kill());
        postgres.url = `postgres:///postgres?host=${postgres.folder}&user=postgres`;
        for (let tries = 0; tries < 200; tries++) {
            try {
                postgres.ask("SELECT 1");
                return postgres;
            } catch {
                await sleep(50);
            }
        }
        throw new Error("PostgreSQL did not start within 10 s");
    }

    /** Runs statements, and answers what the last one does, as text. */
    ask(sql) {
        const args = ["-h", this.folder, "-U", "postgres", "-d", "postgres", "-qAtX", "-v", "ON_ERROR_STOP=1"];
        const path = { ...process.env, PGOPTIONS: "-c search_path=magic_auth" };
        return execFileSync(program("psql"), args, { input: sql, env: path, encoding: "utf8", stdio: ["pipe", "pipe", "pipe"] }).trim();
    }

    /** Microseconds of CPU of all its processes, those that have ended too. */
    cpu() {
        const first = this.#process.pid;
        let ticks = 0;
        for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
            let stat;
            try {
                stat = readFileSync(`/proc/${pid}/stat`, "utf8");
            } catch {
                continue; // It has just ended.
            }
            // After the name in brackets: parent is field 4, utime 14, stime 15, and those of children that have ended 16, 17.
            const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ").map(Number);
            if (Number(pid) === first) ticks += fields[11] + fields[12] + fields[13] + fields[14];
            else if (fields[1] === first) ticks += fields[11] + fields[12];
        }
        return ticks * TICK;
    }

    async stop() {
        const ended = once(this.#process, "exit");
        this.#process.kill("SIGINT");
        await ended;
        this.#kill();
    }

    #kill() {
        this.#process.kill("SIGQUIT");
        rmSync(this.folder, { recursive: true, force: true });
    }
}

function user(name) {
    const line = readFileSync("/etc/passwd", "utf8").split("\n").find((line) => line.startsWith(`${name}:`));
    const [, , uid, gid] = line?.split(":").map(Number) ?? [];
    return line && { uid, gid };
}

/** On PATH, or where Debian keeps it. */
function program(name) {
    const versions = "/usr/lib/postgresql";
    const debian = existsSync(versions) ? readdirSync(versions).map((version) => join(versions, version, "bin")) : [];
    const folders = [...process.env.PATH.split(":"), ...debian];
    const folder = folders.find((folder) => existsSync(join(folder, name)));
    if (folder === undefined) throw new Error(`${name} is missing: install PostgreSQL (Debian: apt-get install postgresql)`);
    return join(folder, name);
}
