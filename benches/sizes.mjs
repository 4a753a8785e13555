// What a browser that opens the log-in page for the first time loads, before and after brotli.

import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { Browser } from "./browser.mjs";
import { Connection } from "./connection.mjs";
import { number, verdict } from "./table.mjs";

const HTML = "HTML of the log-in page";

export async function measureSizes(server, aims) {
    const connection = await Connection.open(server.port);
    const browser = new Browser(server);
    const page = await browser.send(connection, browser.get("/sessions/log_in"));
    const files = [{ name: HTML, raw: page.body.length, brotli: compressed(page.body), served: page.body.length }];
    const seen = new Set();
    const waiting = addressesIn(page.body.toString());
    while (waiting.length > 0) {
        const path = waiting.shift();
        if (seen.has(path)) continue;
        seen.add(path);
        const answer = await browser.send(connection, browser.get(path));
        const isBrotli = /^content-encoding: br\r/im.test(answer.head);
        const content = isBrotli ? brotliDecompressSync(answer.body) : answer.body;
        if (path.endsWith(".js")) waiting.push(...importsIn(content.toString(), path));
        const brotli = isBrotli ? answer.body.length : compressed(content);
        files.push({ name: path, raw: content.length, brotli, served: answer.body.length });
    }
    connection.close();

    const sum = (name) => files.reduce((total, file) => total + file[name], 0);
    const kilobytes = sum("brotli") / 1000;
    const row = ({ name, raw, brotli, served }) => [withoutHash(name), number(raw), number(brotli), number(served)];
    return [
        {
            title: "What the log-in page loads, in bytes",
            columns: ["", "raw", "brotli", "as served", "aim"],
            rows: [
                ...files.map(row),
                [
                    ...row({ name: "all", raw: sum("raw"), brotli: sum("brotli"), served: sum("served") }),
                    verdict(kilobytes, aims.pageLoad, "kB", 1),
                ],
                ["stretch", "", "", "", verdict(kilobytes, aims.pageLoadStretch, "kB", 1)],
            ],
            notes: ["brotli: as served where the server has it compressed, else what quality 11 makes of it"],
        },
    ];
}

function compressed(bytes) {
    return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
}

/** The files that a page names in its markup. */
function addressesIn(html) {
    const tags = html.match(/<(?:link|img|script)\b[^>]*>/g) ?? [];
    return tags.map((tag) => tag.match(/ (?:href|src)="(\/[^"]+)"/)?.[1]).filter(Boolean);
}

/** The files that a module imports by itself. */
function importsIn(script, path) {
    const imports = [...script.matchAll(/^(?:import|export)\b[^;]*?["'](\.{0,2}\/[^"']+)["']/gm)];
    return imports.map(([, target]) => new URL(target, `http://localhost${path}`).pathname);
}

function withoutHash(name) {
    return name.replace(/\.[\w-]{22}\./, ".….");
}
