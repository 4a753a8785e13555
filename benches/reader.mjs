// Asks for one page again and again, on a thread of its own: what a flood costs the client that makes it is no matter.

import { setTimeout as sleep } from "node:timers/promises";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { Connection } from "./connection.mjs";

/** A pause between two looks, in ms. */
const PAUSE = 2;

/** Reads this page until the answer's `stop` is called; that gives how long each look took, in ms. */
export function startReading(server, request) {
    const worker = new Worker(new URL(import.meta.url), { workerData: { port: server.port, request } });
    const times = new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
    return {
        stop() {
            worker.postMessage("stop");
            return times;
        },
    };
}

async function read({ port, request }) {
    const [connection, bytes, times] = [await Connection.open(port), Buffer.from(request), []];
    let isOver = false;
    parentPort.once("message", () => (isOver = true));
    while (!isOver) {
        const began = performance.now();
        const { status } = await connection.exchange(bytes);
        if (status !== 200) throw new Error(`the page was answered ${status}`);
        times.push(performance.now() - began);
        await sleep(PAUSE);
    }
    connection.close();
    parentPort.postMessage(times);
}

if (!isMainThread) await read(workerData);
