// How many statements each deed asks of the database: every one of them is a hand-over to another thread with SQLite, and
// a round trip with a database on another machine.

import { setTimeout as sleep } from "node:timers/promises";
import { Browser } from "./browser.mjs";
import { Connection } from "./connection.mjs";
import { Server } from "./server.mjs";
import { verdict } from "./table.mjs";

/** Nothing more comes of a deed when the database was left alone for so long, in ms. */
const QUIET = 300;

/** What one person does after the other, each with its aim. Both log in for the first time. */
const BY_CODE = [
    ["a page, logged out", "page", ({ get }) => get("/")],
    ["ask for an email", "ask", ({ post, email }) => post("/api/magic_auth/request_log_in", { email }, "/sessions/password")],
    ["the page of the code", "", ({ get }) => get("/sessions/password")],
    [
        "log in by code",
        "logIn",
        async ({ post, read }) => post("/api/magic_auth/log_in_with_code", { code: (await read()).code }, "/account"),
    ],
    ["the first page after it", "", ({ get }) => get("/")],
    ["a page, logged in", "page", ({ get }) => get("/")],
    ["the account page", "", ({ get }) => get("/account")],
    ["log out", "logOut", ({ post, login }) => post("/api/magic_auth/log_out", {}, login("logged_out"))],
];
const BY_LINK = [
    ["ask for an email", "ask", ({ post, email }) => post("/api/magic_auth/request_log_in", { email }, "/sessions/password")],
    ["open the link", "", async ({ get, read }) => get(`/sessions/verify?token=${(await read()).token}`, "/sessions/verify")],
    ["log in by link", "logIn", ({ post }) => post("/api/magic_auth/log_in_with_link", { code: "" }, "/account")],
    [
        "change the email address",
        "",
        ({ post, email }) => post("/api/magic_auth/change_email", { email: `new-${email}` }, "/sessions/password"),
    ],
];

/** Statements and transactions of each deed, `BEGIN` and `COMMIT` counted, and what follows its answer too. */
export async function measureStatements(aims) {
    let heard = [];
    let lastAt = 0;
    const hears = (line) => {
        const summary = line.match(/ sqlx::query: summary="([^"]*)"/)?.[1];
        if (summary === undefined) return;
        lastAt = performance.now();
        heard.push(summary);
    };
    const settings = { DANGEROUSLY_WITHOUT_LIMITS: "false", RUST_LOG: "sqlx::query=debug" };
    const server = await Server.start(settings, { hears });
    const becomesQuiet = async () => {
        lastAt = performance.now();
        while (performance.now() - lastAt < QUIET) await sleep(20);
    };

    const rows = [];
    for (const deeds of [BY_CODE, BY_LINK]) {
        const connection = await Connection.open(server.port);
        const person = somebody(new Browser(server), connection);
        await becomesQuiet();
        for (const [name, aim, deed] of deeds) {
            heard = [];
            await deed(person);
            await becomesQuiet();
            const transactions = heard.filter((summary) => summary.startsWith("BEGIN")).length;
            const aimed = aim === "" ? "" : verdict(heard.length, aims.statements[aim], "");
            rows.push([name, String(heard.length), String(transactions), aimed]);
            if (process.env.BENCH_TELL) console.log(`${name}:\n  ${heard.join("\n  ")}`);
        }
        connection.close();
    }
    await server.stop();
    return {
        title: "Statements of each deed, with BEGIN and COMMIT, and with what follows its answer",
        columns: ["", "statements", "transactions", "aim"],
        rows,
    };
}

/** What somebody can do in this browser. */
function somebody(browser, connection) {
    const send = (request, status, target) => browser.send(connection, request, status, target);
    return {
        email: browser.email,
        get: (path, target) => send(browser.get(path), target === undefined ? 200 : 303, target),
        post: (path, fields, target) => send(browser.post(path, fields), 303, target),
        login: (notice) => `/sessions/log_in?notice=${notice}`,
        read: async () => (await browser.server.messages(browser.email)).get(browser.email),
    };
}
