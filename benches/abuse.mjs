// What those who mean harm can do to everybody else: connections that stall, wrong codes all at once, and keys without
// number for the limits.

import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Browser } from "./browser.mjs";
import { Connection } from "./connection.mjs";
import { Reader } from "./reader.mjs";
import { Server } from "./server.mjs";
import { number, percentile, verdict } from "./table.mjs";

const STALLED = 200;
/** Until when the last of them must be gone, in ms. */
const GONE = 15_000;

/** What a stalled connection has sent before it falls silent. */
const STARTS = [
    "",
    "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
    "POST /api/magic_auth/request_log_in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n" +
        "Content-Length: 100\r\n\r\nemail=",
];

/** Connections that never finish what they have begun: with a timeout, and as it would be without one. */
export async function measureStalled(aims) {
    const rows = [];
    for (const [name, timeout] of [["10 s for headers", "10s"], ["no such limit", "1h"]]) {
        const server = await Server.start({ CLIENT_IP_SOURCE: "ConnectInfo", HEADER_TIMEOUT: timeout });
        const began = performance.now();
        const gone = [];
        const sockets = Array.from({ length: STALLED }, (_, at) => {
            const socket = connect({ port: server.port, host: "127.0.0.1" });
            socket.on("error", () => undefined);
            socket.on("data", () => undefined);
            socket.on("connect", () => socket.write(STARTS[at % STARTS.length]));
            socket.on("close", () => gone.push(performance.now() - began));
            return socket;
        });
        const times = [];
        while (performance.now() - began < GONE) {
            const connection = await Connection.open(server.port);
            const asked = performance.now();
            await new Browser(server).send(connection, new Browser(server).get("/sessions/log_in"));
            times.push(performance.now() - asked);
            connection.close();
            await sleep(50);
        }
        sockets.forEach((socket) => socket.destroy());
        const last = gone.length === STALLED ? `${number(Math.max(...gone) / 1000, 1)} s` : "never";
        const aim = timeout === "10s" ? `all in ${number(aims.stalledGone / 1000)} s: ${gone.length === STALLED ? "met" : "missed"}` : "";
        rows.push([name, `${gone.length} of ${STALLED}`, last, `${number(percentile(times, 0.99), 1)} ms`, aim]);
        await server.stop();
    }
    return {
        title: `${STALLED} connections that stall: before, within, and after the headers`,
        columns: ["", "closed in 15 s", "the last after", "others' log-in page, p99", "aim"],
        rows,
    };
}

const FLOOD = 100;
/** As many as a challenge takes. */
const CODES = 5;
const ROUNDS = 10;

/** A hundred wrong codes at a time, again and again, while somebody reads their account page. */
export async function measureFlood(aims) {
    const rows = [];
    for (const [name, settings] of [
        ["1 MiB, 1 pass (usual)", {}],
        ["19 MiB, 2 passes", { ARGON2_MEMORY: "19456", ARGON2_PASSES: "2" }],
    ]) {
        const server = await Server.start(settings, { onAllCores: true });
        const connection = await Connection.open(server.port);
        const person = await loggedIn(server, connection);
        const reader = await Reader.start(server, person.get("/account"));
        reader.begin();
        await sleep(5_000);
        const idle = await reader.end();
        const before = server.memory().most;
        const busy = [];
        let took = 0;
        for (let round = 0; round < ROUNDS; round++) {
            const strangers = await Promise.all(Array.from({ length: FLOOD }, () => asking(server)));
            await sleep(500);
            reader.begin();
            took += await flood(strangers);
            busy.push(...(await reader.end()));
        }
        await reader.stop();
        const memory = server.memory().most - before;
        const [quiet, loud] = [percentile(idle, 0.99), percentile(busy, 0.99)];
        rows.push([
            name,
            `${number(quiet, 1)} ms`,
            `${number(loud, 1)} ms`,
            number(loud / quiet, 1),
            `${number((ROUNDS * FLOOD * CODES * 1000) / took)} /s`,
            `${number(memory, 1)} MB`,
            verdict(loud / quiet, aims.flood, "times", 1),
        ]);
        await server.stop();
    }
    return {
        title: `/account while ${FLOOD} wrong codes are tried at a time, ${number(ROUNDS * FLOOD * CODES)} in all`,
        columns: ["Argon2", "idle, p99", "meanwhile, p99", "ratio", "codes", "more memory", "aim"],
        rows,
    };
}

async function loggedIn(server, connection) {
    const browser = await asking(server);
    const { code } = (await server.messages(browser.email)).get(browser.email);
    browser.line.close();
    await browser.send(connection, browser.post("/api/magic_auth/log_in_with_code", { code }), 303, "/account");
    return browser;
}

/** Somebody on a line of their own who has asked for an email. */
async function asking(server) {
    const browser = new Browser(server);
    browser.line = await Connection.open(server.port);
    const asked = browser.post("/api/magic_auth/request_log_in", { email: browser.email, remember: "true" });
    await browser.send(browser.line, asked, 303, "/sessions/password");
    return browser;
}

/** Everybody tries a wrong code at the same time, and another as soon as that is answered; how long that took, in ms. */
async function flood(strangers) {
    const began = performance.now();
    const tries = strangers.map(async (stranger) => {
        for (let code = 0; code < CODES; code++) await guess(stranger);
    });
    await Promise.all(tries);
    const took = performance.now() - began;
    strangers.forEach((stranger) => stranger.line.close());
    return took;
}

async function guess(stranger) {
    const { status } = await stranger.line.exchange(stranger.post("/api/magic_auth/log_in_with_code", { code: "000000" }));
    if (status !== 303) throw new Error(`a wrong code was answered ${status}`);
}

const [FEW, MANY] = [5_000, 250_000];

/** Emails to and by ever new addresses, with limits: each leaves four keys of its own. */
export async function measureKeys(aims) {
    const server = await Server.start({
        DANGEROUSLY_WITHOUT_LIMITS: "false",
        EMAILS_IN_ALL: "100000000",
        // What it costs to hash a code is measured elsewhere.
        ARGON2_MEMORY: "8",
    });
    const connections = await Promise.all(Array.from({ length: 8 }, () => Connection.open(server.port)));
    let asked = 0;
    const askUntil = async (count) => {
        const work = connections.map(async (connection) => {
            while (asked < count) {
                asked++;
                const browser = new Browser(server);
                const request = browser.post("/api/magic_auth/request_log_in", { email: browser.email });
                await browser.send(connection, request, 303, "/sessions/password");
            }
        });
        await Promise.all(work);
        return server.memory().rss;
    };
    const [few, many] = [await askUntil(FEW), await askUntil(MANY)];
    connections.forEach((connection) => connection.close());
    await server.stop();
    const row = (count, memory, aim) => [
        `${number(count)} emails, ${number(4 * count)} keys`, `${number(memory, 1)} MB`, aim,
    ];
    return {
        title: "Keys of limits: emails to and by ever new email addresses",
        columns: ["after", "memory", "aim"],
        rows: [row(FEW, few), row(MANY, many, verdict(many - few, aims.keys, "MB more", 1))],
    };
}
