// Requests per second and server CPU per request of each page, and the time to its first byte.

import { Browser } from "./browser.mjs";
import { Connection } from "./connection.mjs";
import { logIn } from "./live.mjs";
import { median, number, percentile, spread, verdict } from "./table.mjs";

const ROUNDS = 7;
const ROUND_MS = 500;
const CONNECTIONS = 8;
const FIRST_BYTES = 1000;

export async function measurePages(server, aims) {
    const cases = await pages(server, aims);
    const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => Connection.open(server.port)));
    for (const page of cases) await load(server, connections, page, ROUND_MS / 5);
    // Every page once in each round, so that whatever else the machine does meets all of them alike.
    for (let round = 0; round < ROUNDS; round++) {
        for (const page of cases) page.rounds.push(await load(server, connections, page, ROUND_MS));
    }
    connections.forEach((connection) => connection.close());
    return [cpuTable(cases), await firstBytes(server, cases)];
}

/** The requests: `{ name, request, status, aim, rounds }`. The one without a page shows what HTTP and routing take. */
async function pages(server, aims) {
    const connection = await Connection.open(server.port);
    const [stranger, asking, linked] = Array.from({ length: 3 }, () => new Browser(server));
    const logInPage = await stranger.send(connection, stranger.get("/sessions/log_in"));
    const stylesheet = logInPage.body.toString().match(/href="(\/pkg\/[^"]+\.css)"/)[1];
    const person = await loggedIn(server, connection, 0);
    const busyPerson = await loggedIn(server, connection, 4);
    const [crowded] = await logIn(server, connection, 500);
    await ask(asking, connection);
    await ask(linked, connection);
    const { token } = (await server.messages(linked.email)).get(linked.email);
    await linked.send(connection, linked.get(`/sessions/verify?token=${token}`), 303, "/sessions/verify");
    connection.close();

    const nothing = (browser) => browser.get("/api/magic_auth/nothing", "application/json");
    const cases = [
        { name: "no page (404)", request: nothing(stranger), status: 404 },
        { name: "no page (404), logged in", request: nothing(person), status: 404 },
        { name: "/healthz (baseline)", request: baseline(stranger), isBaseline: true },
        { name: "/robots.txt", request: stranger.get("/robots.txt") },
        { name: "stylesheet, brotli", request: stranger.get(stylesheet) },
        { name: "/sessions/log_in", request: stranger.get("/sessions/log_in"), firstByte: true },
        { name: "/sessions/password", request: asking.get("/sessions/password") },
        { name: "/sessions/verify", request: linked.get("/sessions/verify") },
        { name: "/ logged out", request: stranger.get("/") },
        { name: "/ logged in", request: person.get("/"), aim: aims.homeLoggedIn, firstByte: true },
        { name: "/account, 3 events", request: person.get("/account"), aim: aims.account },
        { name: "/account, 500 sessions", request: crowded.get("/account") },
        { name: "/account, 10 events", request: busyPerson.get("/account"), aim: aims.account, firstByte: true },
    ];
    return cases.map((page) => ({ status: 200, rounds: [], ...page }));
}

/** Somebody with a session, who typed this many wrong codes on the code page and as many on the link's page. */
async function loggedIn(server, connection, mistakes) {
    const [browser, other] = [new Browser(server), new Browser(server)];
    await ask(browser, connection);
    const { code, token } = (await server.messages(browser.email)).get(browser.email);
    const wrong = code === "000 000" ? "000 001" : "000 000";
    await other.send(connection, other.get(`/sessions/verify?token=${token}`), 303, "/sessions/verify");
    for (let mistake = 0; mistake < mistakes; mistake++) {
        const byCode = browser.post("/api/magic_auth/log_in_with_code", { code: wrong });
        await browser.send(connection, byCode, 303, "/sessions/password?error=wrong_code");
        const byLink = other.post("/api/magic_auth/log_in_with_link", { code: wrong });
        await other.send(connection, byLink, 303, "/sessions/verify?error=wrong_code");
    }
    await browser.send(connection, browser.post("/api/magic_auth/log_in_with_code", { code }), 303, "/account");
    return browser;
}

function ask(browser, connection) {
    const form = browser.post("/api/magic_auth/request_log_in", { email: browser.email, remember: "true" });
    return browser.send(connection, form, 303, "/sessions/password");
}

/** What all else is compared with: one question to the database, and no page. */
export function baseline(browser) {
    return browser.get("/healthz");
}

/** As many requests as go through in this time, over all connections at once. */
export async function load(server, connections, { name, request, status = 200 }, milliseconds) {
    let count = 0;
    const cpuBefore = server.cpu();
    const began = performance.now();
    const work = connections.map(async (connection) => {
        while (performance.now() - began < milliseconds) {
            const answer = await connection.exchange(request);
            if (answer.status !== status) throw new Error(`${name} was answered ${answer.status}`);
            count++;
        }
    });
    await Promise.all(work);
    const seconds = (performance.now() - began) / 1000;
    return { perSecond: count / seconds, cpu: (server.cpu() - cpuBefore) / count };
}

function cpuTable(cases) {
    const base = cases.find((page) => page.isBaseline);
    const rows = cases.map(({ name, rounds, aim }) => {
        const cpu = rounds.map((round) => round.cpu);
        const times = rounds.map((round, at) => round.cpu / base.rounds[at].cpu);
        return [
            name,
            number(median(rounds.map((round) => round.perSecond))),
            spread(cpu),
            number(median(times), 2),
            aim && verdict(median(cpu), aim, "µs"),
        ];
    });
    return {
        title: `Pages, ${CONNECTIONS} connections (${ROUNDS} rounds of ${ROUND_MS / 1000} s)`,
        columns: ["GET", "requests/s", "CPU µs (least–most)", "× baseline", "aim"],
        rows,
    };
}

async function firstBytes(server, cases) {
    const connection = await Connection.open(server.port);
    const asked = cases.filter((page) => page.firstByte || page.isBaseline).map((page) => ({ ...page, times: [] }));
    for (let at = 0; at < FIRST_BYTES; at++) {
        for (const page of asked) page.times.push((await connection.exchange(page.request)).firstByte);
    }
    connection.close();
    return {
        title: `Time to first byte, 1 connection (${number(FIRST_BYTES)} requests)`,
        columns: ["GET", "median µs", "p99 µs"],
        rows: asked.map(({ name, times }) => [name, number(median(times)), number(percentile(times, 0.99))]),
    };
}
