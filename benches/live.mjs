// Live pages: how soon they are told, how long it takes to end many sessions, and what a page costs that is only open.

import { setTimeout as sleep } from "node:timers/promises";
import { Browser } from "./browser.mjs";
import { Connection } from "./connection.mjs";
import { MAILBOX_KEY, Server } from "./server.mjs";
import { Socket } from "./socket.mjs";
import { median, number, percentile, spread, verdict } from "./table.mjs";

const EMAIL = "many@example.com";
/** As many as the mailbox keeps emails, and fewer than a user may have good ones of a challenge. */
const AT_A_TIME = 50;
const GOOD_BYE = "/sessions/log_in?notice=logged_out_everywhere";

/** Logs so many browsers of one user in: each asks, and takes one of the newest emails, whichever. */
export async function logIn(server, connection, count) {
    const browsers = [];
    while (browsers.length < count) {
        const some = Array.from({ length: Math.min(AT_A_TIME, count - browsers.length) }, () => new Browser(server));
        for (const browser of some) {
            const asked = browser.post("/api/magic_auth/request_log_in", { email: EMAIL, remember: "true" });
            await browser.send(connection, asked, 303, "/sessions/password");
            // Its code page waits for the email.
            await browser.send(connection, browser.get("/sessions/password", "text/html"));
        }
        const newest = await messages(server, connection);
        for (const [at, browser] of some.entries()) {
            const { code, token } = newest[at];
            const opened = browser.get(`/sessions/verify?token=${token}`);
            await browser.send(connection, opened, 303, "/sessions/verify");
            const used = browser.post("/api/magic_auth/log_in_with_link", { code, remember: "true" });
            await browser.send(connection, used, 303, "/account");
        }
        browsers.push(...some);
    }
    return browsers;
}

async function messages(server, connection) {
    const { body } = await connection.exchange(
        Buffer.from(`GET /dev/mailbox.json?key=${MAILBOX_KEY} HTTP/1.1\r\nHost: localhost:${server.port}\r\n\r\n`),
    );
    // Emails that only tell of something have neither.
    return JSON.parse(body.toString()).flatMap(({ text }) => {
        const [code, token] = [text.match(/^\s*(\d{6})\s*$/m)?.[1], text.match(/\?token=([\w-]+)/)?.[1]];
        return code === undefined ? [] : [{ code, token }];
    });
}

/** Opens so many pages, spread over these browsers. */
export async function openPages(server, connection, browsers, count) {
    const sessions = [];
    for (const browser of browsers) {
        const { body } = await browser.send(connection, browser.get("/account", "text/html"));
        sessions.push(body.toString().match(/data-session="([^"]+)"/)[1]);
    }
    const pages = [];
    while (pages.length < count) {
        const some = Array.from({ length: Math.min(100, count - pages.length) }, (_, at) => {
            const which = (pages.length + at) % browsers.length;
            return Socket.open(server, browsers[which], sessions[which]);
        });
        pages.push(...(await Promise.all(some)));
    }
    return pages;
}

export async function logOutEverywhere(connection, browser) {
    const request = browser.post("/api/magic_auth/log_out_all", {});
    const began = performance.now();
    await browser.send(connection, request, 303, GOOD_BYE);
    return { began, took: performance.now() - began };
}

/** A thousand pages of one user, told at once. */
export async function measureTelling(aims) {
    const [rounds, count, sessions] = [10, 1_000, 20];
    const server = await Server.start({}, { onAllCores: true });
    const connection = await Connection.open(server.port);
    const [medians, p99s, lasts] = [[], [], []];
    for (let round = 0; round < rounds; round++) {
        const browsers = await logIn(server, connection, sessions);
        const pages = await openPages(server, connection, browsers, count);
        const { began } = await logOutEverywhere(connection, browsers[0]);
        await Promise.all(pages.map((page) => page.told()));
        const wrong = pages.find((page) => page.over !== "4001 logged_out_everywhere");
        if (wrong) throw new Error(`a page was told ${wrong.over}`);
        const after = pages.map((page) => page.overAt - began);
        medians.push(median(after));
        p99s.push(percentile(after, 0.99));
        lasts.push(Math.max(...after));
        pages.forEach((page) => page.close());
    }
    connection.close();
    await server.stop();
    const row = (name, values, aim) => [name, spread(values, 1), aim && verdict(Math.max(...values), aim, "ms")];
    return {
        title: `${number(count)} open pages of ${sessions} sessions told, from the request's start (${rounds} rounds)`,
        columns: ["", "ms (least–most)", "aim"],
        rows: [row("half of them", medians), row("99 of 100", p99s, aims.told), row("the last", lasts)],
    };
}

/** Ending one session, a hundred, and ten thousand, with a hundred open pages among them. */
export async function measureEnding(aims) {
    const server = await Server.start();
    const connection = await Connection.open(server.port);
    const rows = [];
    let one;
    for (const [count, rounds] of [[1, 5], [100, 5], [10_000, 3]]) {
        const took = [];
        for (let round = 0; round < rounds; round++) {
            const browsers = await logIn(server, connection, count);
            const pages = await openPages(server, connection, browsers.slice(0, 100), Math.min(count, 100));
            const { began, took: answered } = await logOutEverywhere(connection, browsers[0]);
            await Promise.all(pages.map((page) => page.told()));
            // Until the answer is there and the last page was told, whichever is later.
            took.push(Math.max(answered, ...pages.map((page) => page.overAt - began)));
            pages.forEach((page) => page.close());
        }
        one ??= median(took);
        const aim = count === 10_000 ? verdict(median(took), aims.ending, "ms") : undefined;
        rows.push([number(count), spread(took, 1), number(median(took) / one, 1), aim]);
    }
    connection.close();
    await server.stop();
    return {
        title: "Log out everywhere: one request that ends so many sessions, and tells up to 100 open pages",
        columns: ["sessions", "ms (least–most)", "× one session", "aim"],
        rows,
    };
}

/** What pages cost that are only open: memory, CPU, and what others notice of them. */
export async function measureIdle(aims) {
    const [count, minutes] = [5_000, 2];
    const server = await Server.start({}, { onAllCores: true });
    const connection = await Connection.open(server.port);
    // A session has fifty pages at the most.
    const browsers = await logIn(server, connection, count / 50);
    await sleep(1_000);
    const [before, quiet] = [server.memory(), await latency(server)];
    const pages = await openPages(server, connection, browsers, count);
    await sleep(1_000);
    const with5000 = server.memory();
    const cpu = server.cpu();
    await sleep(minutes * 60_000);
    const spent = (server.cpu() - cpu) / (minutes * 60_000_000);
    const busy = await latency(server);
    const after = server.memory();
    const lost = pages.filter((page) => page.isClosed || page.over).length;
    const beats = pages.map((page) => page.pings);
    pages.forEach((page) => page.close());
    connection.close();
    await server.stop();
    const each = ((with5000.rss - before.rss) * 1e6) / 1024 / count;
    const later = ((after.rss - before.rss) * 1e6) / 1024 / count;
    return {
        title: `${number(count)} pages that are only open, for ${minutes} minutes`,
        columns: ["", "", "aim"],
        rows: [
            ["pages lost", number(lost), verdict(lost, 0, "pages")],
            ["heartbeats to each page", `${Math.min(...beats)}–${Math.max(...beats)}`],
            ["memory for each page", `${number(each, 1)} KiB`, verdict(each, aims.page, "KiB", 1)],
            ["the same after two minutes", `${number(later, 1)} KiB`, verdict(later, aims.page, "KiB", 1)],
            ["CPU", `${number(spent * 100, 1)} % of a core`],
            ["GET /healthz without them, median", `${number(quiet)} µs`],
            ["GET /healthz beside them, median", `${number(busy)} µs (× ${number(busy / quiet, 2)})`],
        ],
    };
}

async function latency(server) {
    const connection = await Connection.open(server.port);
    const times = [];
    const request = Buffer.from(`GET /healthz HTTP/1.1\r\nHost: localhost:${server.port}\r\n\r\n`);
    for (let asked = 0; asked < 500; asked++) times.push((await connection.exchange(request)).firstByte);
    connection.close();
    return median(times);
}
