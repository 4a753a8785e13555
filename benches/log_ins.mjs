// CPU of whole log-ins, step by step, with several costs of Argon2 side by side; and memory before and after many.

import { setTimeout as sleep } from "node:timers/promises";
import { Browser } from "./browser.mjs";
import { Connection } from "./connection.mjs";
import { baseline, load } from "./pages.mjs";
import { Server } from "./server.mjs";
import { median, number, spread, verdict } from "./table.mjs";

const ROUNDS = 5;
/** As many as the mailbox keeps emails. */
const LOG_INS_PER_ROUND = 100;
/** For the cost at which a log-in takes a hundred times as long. */
const LOG_INS_PER_ROUND_OWASP = 20;
const CONNECTIONS = 4;
const BASELINE_MS = 300;

const ASK = [
    ["GET /sessions/log_in", (browser, connection) => browser.send(connection, browser.get("/sessions/log_in"))],
    [
        "POST request_log_in",
        (browser, connection) =>
            browser.send(
                connection,
                browser.post("/api/magic_auth/request_log_in", { email: browser.email, remember: "true" }),
                303,
                "/sessions/password",
            ),
    ],
];
const ACCOUNT = ["GET /account", (browser, connection) => browser.send(connection, browser.get("/account"))];

const BY_CODE = [
    ["GET /sessions/password", (browser, connection) => browser.send(connection, browser.get("/sessions/password"))],
    [
        "POST log_in_with_code",
        (browser, connection) =>
            browser.send(
                connection,
                browser.post("/api/magic_auth/log_in_with_code", { code: browser.message.code }),
                303,
                "/account",
            ),
    ],
    ACCOUNT,
];

const BY_LINK = [
    [
        "GET /sessions/verify?token=…",
        (browser, connection) =>
            browser.send(
                connection,
                browser.get(`/sessions/verify?token=${browser.message.token}`),
                303,
                "/sessions/verify",
            ),
    ],
    ["GET /sessions/verify", (browser, connection) => browser.send(connection, browser.get("/sessions/verify"))],
    [
        "POST log_in_with_link",
        (browser, connection) =>
            browser.send(connection, browser.post("/api/magic_auth/log_in_with_link", { code: "" }), 303, "/account"),
    ],
    ACCOUNT,
];

export async function measureLogIns(aims) {
    const [usual, least, owasp] = await Promise.all([
        Server.start(),
        Server.start({ ARGON2_MEMORY: "8" }),
        Server.start({ ARGON2_MEMORY: "19456", ARGON2_PASSES: "2" }),
    ]);
    const kinds = [
        { server: usual, name: "usual", way: "code", steps: BY_CODE, count: LOG_INS_PER_ROUND },
        { server: usual, name: "usual", way: "link", steps: BY_LINK, count: LOG_INS_PER_ROUND },
        { server: least, name: "least", way: "code", steps: BY_CODE, count: LOG_INS_PER_ROUND },
        { server: least, name: "least", way: "link", steps: BY_LINK, count: LOG_INS_PER_ROUND },
        { server: owasp, name: "owasp", way: "code", steps: BY_CODE, count: LOG_INS_PER_ROUND_OWASP },
    ].map((kind) => ({ ...kind, rounds: [] }));
    const baselines = [];
    for (let round = 0; round < ROUNDS; round++) {
        baselines.push(await baselineRound(usual));
        for (const kind of kinds) kind.rounds.push(await oneRound(kind));
    }
    await Promise.all([usual, least, owasp].map((server) => server.stop()));

    const of = (name, way) => kinds.find((kind) => kind.name === name && kind.way === way);
    return [
        totals(of, baselines, aims),
        stepsTable("A log-in by code, step by step", of("usual", "code"), of("least", "code")),
        stepsTable("A log-in by link, step by step", of("usual", "link"), of("least", "link")),
    ];
}

async function baselineRound(server) {
    const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => Connection.open(server.port)));
    const request = baseline(new Browser(server));
    const { cpu } = await load(server, connections, { name: "baseline", request }, BASELINE_MS);
    connections.forEach((connection) => connection.close());
    return cpu;
}

/** Everybody takes one step, then everybody the next, and the CPU is read in between: reading the mailbox, which no
    log-in does, is left out. */
async function oneRound({ server, steps, count }) {
    const browsers = Array.from({ length: count }, () => new Browser(server));
    const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => Connection.open(server.port)));
    const figures = [];
    const take = async ([name, step]) => {
        const before = server.cpu();
        const times = [];
        let next = 0;
        const work = connections.map(async (connection) => {
            while (next < browsers.length) {
                const browser = browsers[next++];
                const began = performance.now();
                await step(browser, connection);
                times.push((performance.now() - began) * 1000);
            }
        });
        await Promise.all(work);
        figures.push({ name, cpu: (server.cpu() - before) / count, time: median(times) });
    };

    for (const step of ASK) await take(step);
    const messages = await server.messages(...browsers.map((browser) => browser.email));
    for (const browser of browsers) browser.message = messages.get(browser.email);
    for (const step of steps) await take(step);
    connections.forEach((connection) => connection.close());
    return figures;
}

const cpu = (figures) => figures.reduce((sum, step) => sum + step.cpu, 0);

function totals(of, baselines, aims) {
    const perRound = (name, way) => of(name, way).rounds.map(cpu);
    // Both of one round: what else the machine did then is in both.
    const argon2 = (way) => perRound("usual", way).map((value, round) => value - perRound("least", way)[round]);
    const row = (label, values, aim) => {
        const times = values.map((value, round) => value / baselines[round]);
        return [label, spread(values), number(median(times)), aim && verdict(median(values), aim, "µs")];
    };
    return {
        title: `Server CPU of a whole log-in (${ROUNDS} rounds of ${LOG_INS_PER_ROUND}, a new address each)`,
        columns: ["", "µs (least–most)", "× baseline", "aim"],
        rows: [
            row("by code", perRound("usual", "code"), aims.logIn),
            row("by link", perRound("usual", "link"), aims.logIn),
            row("by code, Argon2 at its least (8 KiB)", perRound("least", "code"), aims.logInWithoutArgon2),
            row("by link, Argon2 at its least (8 KiB)", perRound("least", "link"), aims.logInWithoutArgon2),
            row("Argon2 in a log-in by code (3 hashes)", argon2("code")),
            row("Argon2 in a log-in by link (2 hashes)", argon2("link")),
            row("by code, Argon2 at 19 MiB and 2 passes", perRound("owasp", "code")),
            row("/healthz (baseline)", baselines),
        ],
    };
}

function stepsTable(title, usual, least) {
    const means = ({ rounds }, at) => rounds.reduce((sum, figures) => sum + figures[at].cpu, 0) / rounds.length;
    const rows = usual.rounds[0].map(({ name }, at) => [
        name,
        number(means(usual, at)),
        number(means(least, at)),
        number(median(usual.rounds.map((figures) => figures[at].time)) / 1000, 1),
    ]);
    return { title, columns: ["", "CPU µs", "CPU µs, Argon2 at its least", `ms at ${CONNECTIONS} at a time`], rows };
}

/** On all cores, because more threads take more memory. */
export async function measureMemory(aims) {
    const server = await Server.start({}, { onAllCores: true });
    await sleep(1000);
    const rows = [memoryRow("idle", server.memory(), aims.memory)];
    const rounds = 10;
    for (let round = 0; round < rounds; round++) {
        await oneRound({ server, steps: round % 2 === 0 ? BY_CODE : BY_LINK, count: LOG_INS_PER_ROUND });
        const count = (round + 1) * LOG_INS_PER_ROUND;
        if (round === 0 || round === rounds - 1) {
            rows.push(memoryRow(`after ${number(count)} log-ins`, server.memory(), aims.memory));
        }
    }
    await server.stop();
    return [{ title: "Memory in MB", columns: ["", "resident", "its share", "most so far", "aim"], rows }];
}

function memoryRow(label, { rss, pss, most }, aim) {
    return [label, number(rss, 1), number(pss, 1), number(most, 1), verdict(rss, aim, "MB", 1)];
}
