// What people who log in notice while a million old rows are removed.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Browser } from "./browser.mjs";
import { Connection } from "./connection.mjs";
import { Server } from "./server.mjs";
import { number, percentile, verdict } from "./table.mjs";

const ROWS = Number(process.env.BENCH_ROWS ?? 1_000_000);
/** Log-ins that the idle server is measured by. */
const IDLE = 500;
/** As many at once as the mailbox keeps emails. */
const AT_ONCE = 50;
/** An end that is far away. */
const LATER = 4_102_444_800_000;

/** An id of row `n`, in the order of time as UUIDv7 are. */
const ID = "CAST(printf('%016x', n) AS BLOB)";

const filled = (count, insert) =>
    `WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${count}) ${insert} FROM n;`;
const USER = "INSERT OR IGNORE INTO magic_auth_users (id, account, email, created_at) VALUES (x'00', 'old', 'old@example.com', 0);";
const CHALLENGES = `INSERT INTO magic_auth_challenges (id, browser_hash, email, created_at, ends_at, remember, user_agent, client)
    SELECT ${ID}, randomblob(32), 'old-' || n || '@example.com', 0, n, 1, 'Mozilla/5.0', '203.0.113.7'`;

/** Old rows of each table, and how to ask whether there are still some. */
const TABLES = {
    events: filled(
        ROWS,
        `INSERT INTO magic_auth_events (id, at, name, email, user_agent, client)
         SELECT ${ID}, n, 'authn_login_fail', 'old-' || n % 1000 || '@example.com', 'Mozilla/5.0', '203.0.113.7'`,
    ),
    limits: filled(ROWS, "INSERT INTO magic_auth_limits (key, full_at) SELECT 'emails 0 to ' || hex(randomblob(8)), n"),
    challenges: filled(ROWS, CHALLENGES),
    magic_links:
        filled(ROWS / 4, CHALLENGES) +
        ["a", "b", "c", "d"]
            .map((sheet) => `INSERT INTO magic_auth_magic_links (id, challenge_id, link_hash, code_hash, link_code_hash, created_at, ends_at)
                SELECT CAST(id || '${sheet}' AS BLOB), id, randomblob(32), randomblob(32), randomblob(32), 0, 1 FROM magic_auth_challenges;`)
            .join(""),
    sessions:
        USER +
        filled(
            ROWS,
            `INSERT INTO magic_auth_sessions (id, user_id, token_hash, created_at, last_seen_at, idle_ends_at, ends_at, remember, ended_at,
                                   user_agent, client)
             SELECT ${ID}, x'00', randomblob(32), 0, 0, CASE n % 3 WHEN 0 THEN n ELSE ${LATER} END,
                    CASE n % 3 WHEN 1 THEN n ELSE ${LATER} END, 1, CASE n % 3 WHEN 2 THEN n END, '', ''`,
        ),
    failed_codes: filled(ROWS, "INSERT INTO magic_auth_failed_codes (email, failures, last_at) SELECT hex(randomblob(8)) || '@example.com', n % 90, n"),
    devices: filled(
        ROWS,
        "INSERT INTO magic_auth_devices (token_hash, email, last_seen_at) SELECT randomblob(32), 'old@example.com', n",
    ),
    email_changes:
        USER +
        filled(
            ROWS,
            `INSERT INTO magic_auth_email_changes (id, user_id, old_email, new_email, created_at, undo_ends_at)
             SELECT ${ID}, x'00', 'old@example.com', 'new@example.com', 0, n`,
        ),
};

/** The column that is small in old rows alone. */
const TIMES = {
    events: "at",
    limits: "full_at",
    challenges: "ends_at",
    magic_links: "ends_at",
    sessions: "created_at",
    failed_codes: "last_at",
    devices: "last_seen_at",
    email_changes: "created_at",
};

/** For each table, or for those named in BENCH_TABLES: p99 of the two posts of a log-in without and with old rows. */
export async function measurePruning(aims) {
    const rows = [];
    const tables = process.env.BENCH_TABLES?.split(",") ?? Object.keys(TABLES);
    for (const table of tables) {
        const folder = mkdtempSync(join(tmpdir(), "magic-auth-bench-"));
        const file = join(folder, "old.db");
        const sqlite = (sql) => execFileSync("sqlite3", ["-cmd", ".timeout 30000", file, sql], { encoding: "utf8" });
        const settings = { DATABASE_URL: `sqlite://${file}` };
        const quiet = await Server.start(settings);
        const idle = [];
        while (idle.length < 2 * IDLE) idle.push(...(await logIns(quiet)));
        await quiet.stop();

        sqlite(TABLES[table]);
        const isLeft = () => sqlite(`SELECT EXISTS (SELECT 1 FROM magic_auth_${table} WHERE ${TIMES[table]} <= ${ROWS})`).trim() === "1";
        const server = await Server.start(settings);
        const [began, busy] = [performance.now(), []];
        let rounds = 0;
        do busy.push(...(await logIns(server)));
        while (++rounds % 10 !== 0 || isLeft());
        const took = performance.now() - began;
        await server.stop();
        rmSync(folder, { recursive: true });

        const [usual, meanwhile] = [percentile(idle, 0.99), percentile(busy, 0.99)];
        rows.push([
            table,
            `${number(usual, 1)} ms`,
            `${number(meanwhile, 1)} ms`,
            `${number(took / 1000)} s`,
            `${number(busy.length / 2)}`,
            verdict(meanwhile - usual, aims.pruning, "ms more", 1),
        ]);
    }
    return {
        title: `Posts of a log-in while ${number(ROWS)} old rows of a table are removed`,
        columns: ["", "idle, p99", "meanwhile, p99", "all removed after", "log-ins", "aim"],
        rows,
    };
}

/** Some people log in one after another: how long each of their posts took, in ms. */
async function logIns(server) {
    const connection = await Connection.open(server.port);
    const browsers = Array.from({ length: AT_ONCE }, () => new Browser(server));
    const times = [];
    const timed = async (browser, path, fields, target) => {
        const began = performance.now();
        await browser.send(connection, browser.post(path, fields), 303, target);
        times.push(performance.now() - began);
    };
    for (const browser of browsers) {
        await timed(browser, "/api/magic_auth/request_log_in", { email: browser.email }, "/sessions/password");
    }
    const messages = await server.messages(...browsers.map((browser) => browser.email));
    for (const browser of browsers) {
        await timed(browser, "/api/magic_auth/log_in_with_code", { code: messages.get(browser.email).code }, "/account");
    }
    connection.close();
    return times;
}
