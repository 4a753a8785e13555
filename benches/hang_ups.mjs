// One client that posts and hangs up, again and again, while others log in.

import { once } from "node:events";
import { connect } from "node:net";
import { constants, setPriority } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { Browser } from "./browser.mjs";
import { Connection } from "./connection.mjs";
import { Server } from "./server.mjs";
import { number, percentile, verdict } from "./table.mjs";

const HANG_UPS = 60_000;
/** After so long each of them hangs up, in ms. */
const PATIENCE = 2;
const AT_A_TIME = 100;
/** Log-ins before the flood: the server has then what it keeps. */
const WARM_UP = 20;

/** A session that anybody can make up: nobody has it. */
const MADE_UP = "made-up session";
const POSTS = [
    ["/api/magic_auth/request_log_in"],
    ["/api/magic_auth/log_in_with_code"],
    ["/api/magic_auth/log_out"],
    ["/api/magic_auth/log_out", MADE_UP],
];

/** Memory, and what others notice, for each form that a flood may post. */
export async function measureHangUps(aims) {
    const rows = [];
    for (const [path, note] of POSTS) {
        // All limits are on; that of the whole lets in as many newcomers as there are.
        const settings = { DANGEROUSLY_WITHOUT_LIMITS: "false", EMAILS_IN_ALL: "1000000" };
        const server = await Server.start(settings, { onAllCores: true });
        const attacker = await newcomer(server);
        await logIn(attacker);
        const fields = { email: attacker.email, code: "000000" };
        if (note === MADE_UP) attacker.makeUpSession();
        const request = attacker.post(path, path.endsWith("request_log_in") ? fields : { code: fields.code });
        for (let count = 0; count < WARM_UP; count++) await logIn(await newcomer(server));
        const before = server.memory().rss;

        const flood = new Worker(new URL(import.meta.url), { workerData: { port: server.port, request } });
        const began = performance.now();
        let isOver = false;
        const over = once(flood, "exit").then(() => (isOver = true));
        const times = [];
        let refused = 0;
        while (!isOver) {
            const outcome = await newcomer(server).then(logIn).catch(() => undefined);
            if (outcome === undefined) refused++;
            else times.push(...outcome);
            await sleep(20);
        }
        await over;
        const took = performance.now() - began;
        const more = server.memory().most - before;
        const p99 = percentile(times, 0.99);
        rows.push([
            note ? `${path}, ${note}` : path,
            `${number((HANG_UPS * 1000) / took)} /s`,
            `${number(more, 1)} MB`,
            verdict(more, aims.hangUpMemory, "MB", 1),
            `${times.length / 2}, ${refused} in vain`,
            `${number(p99, 1)} ms`,
            verdict(p99, aims.hangUpTime, "ms", 1),
        ]);
        await server.stop();
    }
    return {
        title: `${number(HANG_UPS)} posts of one client that hangs up after ${PATIENCE} ms, while others log in`,
        columns: ["", "hang-ups", "more memory", "aim", "log-ins", "their posts, p99", "aim"],
        rows,
    };
}

/** Somebody with an address of their own, on a connection of their own. */
async function newcomer(server) {
    const browser = new Browser(server);
    browser.line = await Connection.open(server.port);
    return browser;
}

/** Asks for an email and logs in with its code: how long each of the two posts took, in ms. */
async function logIn(browser) {
    const asked = await timed(browser, "/api/magic_auth/request_log_in", { email: browser.email }, "/sessions/password");
    const { code } = (await browser.server.messages(browser.email)).get(browser.email);
    const typed = await timed(browser, "/api/magic_auth/log_in_with_code", { code }, "/account");
    browser.line.close();
    return [asked, typed];
}

async function timed(browser, path, fields, target) {
    const began = performance.now();
    await browser.send(browser.line, browser.post(path, fields), 303, target);
    return performance.now() - began;
}

async function flood({ port, request }) {
    // The flood takes a back seat: on few cores it would be what those wait for who are measured.
    setPriority(constants.priority.PRIORITY_LOW);
    const bytes = Buffer.from(request);
    let begun = 0;
    const hangUp = () =>
        new Promise((resolve) => {
            // Several addresses of this machine, or its ports would be used up.
            const socket = connect({ port, host: "127.0.0.1", localAddress: `127.0.0.${2 + (begun++ % 8)}` });
            socket.on("error", () => undefined);
            socket.on("close", resolve);
            socket.on("connect", () => {
                socket.write(bytes);
                setTimeout(() => socket.destroy(), PATIENCE);
            });
        });
    const work = Array.from({ length: AT_A_TIME }, async () => {
        while (begun < HANG_UPS) await hangUp();
    });
    await Promise.all(work);
    parentPort.close();
}

if (!isMainThread && workerData?.request) await flood(workerData);
