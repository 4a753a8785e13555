// PostgreSQL beside SQLite, and two nodes beside one: log-ins, pages, what ends on one node and shows on the other, open pages,
// and how a look-up grows with the table. `make bench ARGS=nodes`.

import { setTimeout as sleep } from "node:timers/promises";
import { Browser } from "./browser.mjs";
import { Connection } from "./connection.mjs";
import { logIn, logOutEverywhere, openPages } from "./live.mjs";
import { Postgres } from "./postgres.mjs";
import { Server } from "./server.mjs";
import { median, number, percentile, spread, verdict } from "./table.mjs";

const ROUNDS = 3;
const ROUND_MS = 1_000;
const CONNECTIONS = 8;
/** As many as a mailbox keeps emails. */
const LOG_INS = 100;
/** How many sessions there are, first and at the end. */
const GROWTH = [1_000, Number(process.env.BENCH_ROWS ?? 1_000_000)];

/** A table after the other, for it takes some minutes. */
export async function* measureNodes(aims) {
    const postgres = await Postgres.start();
    const settings = { DATABASE_URL: postgres.url, DATABASE_CONNECTIONS: "20" };
    try {
        const sqlite = await Server.start({}, { onAllCores: true });
        const one = await Server.start(settings, { onAllCores: true });
        yield await compare(aims, sqlite, one, postgres);
        await sqlite.stop();
        const other = await Server.start(settings, { onAllCores: true });
        yield await both([one, other], postgres);
        yield await measureEndings(aims, one, other, postgres);
        yield await measureOpen(aims, one, other);
        await other.stop();
        yield await measureGrowth(aims, one, postgres);
        await one.stop();
    } finally {
        await Server.stopAll();
        await postgres.stop();
    }
}

/** So many people at a time log in by code, each on a node; without what reading the mailbox takes. */
async function logInMany(nodes) {
    const people = nodes.flatMap((node) => Array.from({ length: LOG_INS }, () => new Browser(node)));
    const began = performance.now();
    let took = 0;
    const everybody = async (step) => {
        const since = performance.now();
        await inTurns(people, nodes, step);
        took += performance.now() - since;
    };
    const asked = { remember: "true" };
    await everybody((browser, connection) => browser.send(connection, browser.get("/sessions/log_in")));
    await everybody((browser, connection) =>
        browser.send(
            connection,
            browser.post("/api/magic_auth/request_log_in", { email: browser.email, ...asked }),
            303,
            "/sessions/password",
        ),
    );
    for (const node of nodes) {
        const own = people.filter((browser) => browser.server === node);
        const messages = await node.messages(...own.map((browser) => browser.email));
        for (const browser of own) browser.message = messages.get(browser.email);
    }
    await everybody((browser, connection) =>
        browser.send(
            connection,
            browser.post("/api/magic_auth/log_in_with_code", { code: browser.message.code }),
            303,
            "/account",
        ),
    );
    return { people, perSecond: (people.length * 1000) / took, waited: performance.now() - began - took };
}

/** Lets everybody take a step, so many at a time on each node. */
async function inTurns(people, nodes, step) {
    const work = nodes.flatMap((node) => {
        const own = people.filter((browser) => browser.server === node);
        let next = 0;
        return Array.from({ length: CONNECTIONS }, async () => {
            const connection = await Connection.open(node.port);
            while (next < own.length) await step(own[next++], connection);
            connection.close();
        });
    });
    await Promise.all(work);
}

/** As many requests as go through in this time. */
async function load(browsers, path) {
    let count = 0;
    const began = performance.now();
    const work = browsers.flatMap((browser) =>
        Array.from({ length: CONNECTIONS }, async () => {
            const connection = await Connection.open(browser.server.port);
            while (performance.now() - began < ROUND_MS) {
                await browser.send(connection, browser.get(path));
                count++;
            }
            connection.close();
        }),
    );
    await Promise.all(work);
    return { count, perSecond: (count * 1000) / (performance.now() - began) };
}

async function measured(nodes, postgres) {
    const cpuOf = () => nodes.reduce((sum, node) => sum + node.cpu(), 0);
    const [logIns, pages] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
        let [before, database] = [cpuOf(), postgres?.cpu() ?? 0];
        const { people, perSecond } = await logInMany(nodes);
        const spent = (cpu, count) => cpu / count;
        logIns.push({
            perSecond,
            cpu: spent(cpuOf() - before, people.length),
            database: spent((postgres?.cpu() ?? 0) - database, people.length),
        });
        const visitors = nodes.map((node) => people.find((browser) => browser.server === node));
        [before, database] = [cpuOf(), postgres?.cpu() ?? 0];
        const { count, perSecond: served } = await load(visitors, "/");
        pages.push({
            perSecond: served,
            cpu: spent(cpuOf() - before, count),
            database: spent((postgres?.cpu() ?? 0) - database, count),
        });
    }
    return { logIns, pages };
}

const of = (rounds, what) => rounds.map((round) => round[what]);

function rowsOf(name, { logIns, pages }) {
    const row = (what, rounds) => [
        `${what}, ${name}`,
        number(median(of(rounds, "perSecond"))),
        spread(of(rounds, "cpu")),
        number(median(of(rounds, "database"))),
        number(median(rounds.map(({ cpu, database }) => cpu + database))),
    ];
    return [row("a log-in by code", logIns), row("`/` logged in", pages)];
}

const COLUMNS = ["", "a second", "server's CPU µs (least–most)", "database's CPU µs", "together"];

async function compare(aims, sqlite, one, postgres) {
    const [before, after] = [await measured([sqlite]), await measured([one], postgres)];
    const together = ({ logIns }) => median(logIns.map(({ cpu, database }) => cpu + database));
    const times = together(after) / together(before);
    return {
        title: `One node on each database, ${CONNECTIONS} at a time (${ROUNDS} rounds)`,
        columns: [...COLUMNS, "aim"],
        rows: [
            ...rowsOf("SQLite", before),
            ...rowsOf("PostgreSQL", after),
            ["a log-in, PostgreSQL by SQLite", "", "", "", number(times, 2), verdict(times, aims.logInByPostgres, "×", 2)],
        ],
    };
}

async function both(nodes, postgres) {
    const [first, together] = [await measured(nodes.slice(0, 1), postgres), await measured(nodes, postgres)];
    return {
        title: `One and two nodes on one PostgreSQL, ${CONNECTIONS} at a time on each (${ROUNDS} rounds)`,
        columns: COLUMNS,
        rows: [...rowsOf("one node", first), ...rowsOf("two nodes", together)],
    };
}

/** Sessions that end by a request to one node, with pages of them open on the other. */
async function measureEndings(aims, one, other, postgres) {
    const rows = [];
    const [here, there] = [await Connection.open(one.port), await Connection.open(other.port)];
    for (const [count, rounds] of [[1, 5], [100, 5], [10_000, 5]]) {
        const took = [];
        for (let round = 0; round < rounds; round++) {
            const browsers = await logIn(one, here, Math.min(count, 100));
            // Most of many are made by hand, like those that people made.
            postgres.ask(`INSERT INTO magic_auth_sessions
                SELECT gen_random_uuid(), user_id, sha256(gen_random_uuid()::text::bytea), created_at, last_seen_at,
                       idle_ends_at, ends_at, remember, NULL, NULL, user_agent, client, NULL
                FROM (SELECT * FROM magic_auth_sessions WHERE ended_at IS NULL ORDER BY id DESC LIMIT 1) AS newest,
                     generate_series(1, ${count - browsers.length})`);
            const pages = await openPages(other, there, browsers.map((browser) => browser.at(other)), browsers.length);
            const { began } = await logOutEverywhere(here, browsers[0]);
            await Promise.all(pages.map((page) => page.told()));
            took.push(Math.max(...pages.map((page) => page.overAt - began)));
            pages.forEach((page) => page.close());
        }
        rows.push([number(count), spread(took, 1), verdict(Math.max(...took), aims.told, "ms", 1)]);
    }
    here.close();
    there.close();
    return {
        title: "Ended by one node, until the last of up to 100 pages on the other is told",
        columns: ["sessions", "ms (least–most)", "aim"],
        rows,
    };
}

/** Pages that are only open, half of them on each node; then everybody is logged out. */
async function measureOpen(aims, one, other) {
    const count = 5_000;
    const [here, there] = [await Connection.open(one.port), await Connection.open(other.port)];
    const browsers = await logIn(one, here, count / 50);
    await sleep(1_000);
    const before = [one, other].map((node) => node.memory().rss);
    const pages = [
        ...(await openPages(one, here, browsers, count / 2)),
        ...(await openPages(other, there, browsers.map((browser) => browser.at(other)), count / 2)),
    ];
    await sleep(1_000);
    const more = [one, other].map((node, at) => node.memory().rss - before[at]);
    const cpu = [one, other].map((node) => node.cpu());
    const seconds = 60;
    await sleep(seconds * 1000);
    const spent = [one, other].map((node, at) => (node.cpu() - cpu[at]) / (seconds * 1e6));
    const lost = pages.filter((page) => page.isClosed || page.over).length;
    // The one before has been closed meanwhile, for nothing was asked on it.
    const last = await Connection.open(one.port);
    const { began } = await logOutEverywhere(last, browsers[0]);
    await Promise.all(pages.map((page) => page.told()));
    last.close();
    const after = pages.map((page) => page.overAt - began);
    pages.forEach((page) => page.close());
    here.close();
    there.close();
    const each = (megabytes) => `${number((megabytes * 1e6) / 1024 / (count / 2), 1)} KiB`;
    return {
        title: `${number(count)} pages open over two nodes for ${seconds} s, then told at once`,
        columns: ["", "one node", "the other", "aim"],
        rows: [
            ["memory for each page", ...more.map(each)],
            ["CPU, of a core", ...spent.map((share) => `${number(share * 100, 1)} %`)],
            ["pages lost", number(lost), "", verdict(lost, 0, "pages")],
            ["half of them told, ms", number(median(after), 1), ""],
            ["99 of 100 told, ms", number(percentile(after, 0.99), 1), "", verdict(percentile(after, 0.99), aims.told, "ms", 1)],
        ],
    };
}

/** Sessions of other people, as many as make up the table. */
function grow(postgres, rows) {
    const have = Number(postgres.ask("SELECT COUNT(*) FROM magic_auth_sessions"));
    const email = "'grown' || n || '@example.com'";
    postgres.ask(`
        INSERT INTO magic_auth_users (id, account, email, created_at) SELECT gen_random_uuid(), 'grown' || n, ${email}, 1 FROM generate_series(${have + 1}, ${rows}) AS n;
        INSERT INTO magic_auth_sessions SELECT gen_random_uuid(), magic_auth_users.id, sha256(magic_auth_users.email::bytea), 1, 1, 9e15, 9e15, TRUE, NULL, NULL, 'x', 'x', NULL
            FROM magic_auth_users LEFT JOIN magic_auth_sessions ON magic_auth_sessions.user_id = magic_auth_users.id WHERE magic_auth_sessions.id IS NULL;
        VACUUM ANALYZE;
        CHECKPOINT`);
}

/** The time that a page takes of somebody logged in, and that its question takes by itself, as the table grows. */
async function measureGrowth(aims, server, postgres) {
    const first = await Connection.open(server.port);
    const [browser] = await logIn(server, first, 1);
    first.close();
    const stranger = new Browser(server);
    const rows = [];
    let least;
    for (const count of GROWTH) {
        grow(postgres, count);
        const connection = await Connection.open(server.port);
        const [pages, lookUps] = [[], []];
        for (let asked = 0; asked < 1_500; asked++) {
            const page = await browser.send(connection, browser.get("/"));
            const without = await stranger.send(connection, stranger.get("/"));
            if (asked >= 500) {
                pages.push(page.firstByte);
                lookUps.push(page.firstByte - without.firstByte);
            }
        }
        least ??= median(lookUps);
        const times = median(lookUps) / least;
        rows.push([number(count), number(median(pages)), number(median(lookUps)), number(times, 2), verdict(times, aims.growth, "×", 2)]);
        connection.close();
    }
    return {
        title: "How a look-up grows with the table of sessions, one connection",
        columns: ["sessions", "`/` logged in, µs", "more than logged out, µs", "× the least", "aim"],
        rows,
    };
}
