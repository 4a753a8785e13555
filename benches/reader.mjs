// Asks for one page again and again, on a thread of its own: what a flood costs the client that makes it is no matter.

import { once } from "node:events";
import { constants, setPriority } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { Connection } from "./connection.mjs";

/** A pause between two looks, in ms. */
const PAUSE = 2;

export class Reader {
    #worker;

    /** One that looks at this page when told to. The thread that starts it takes a back seat from here on: on few cores
        it would otherwise be the client that both reader and server wait for. */
    static async start(server, request) {
        const reader = new Reader();
        reader.#worker = new Worker(new URL(import.meta.url), { workerData: { port: server.port, request } });
        await reader.#answer();
        setPriority(constants.priority.PRIORITY_LOW);
        return reader;
    }

    begin() {
        this.#worker.postMessage("begin");
    }

    /** Stops looking; how long each look took, in ms. */
    end() {
        this.#worker.postMessage("end");
        return this.#answer();
    }

    stop() {
        return this.#worker.terminate();
    }

    async #answer() {
        const [answer] = await once(this.#worker, "message");
        return answer;
    }
}

async function read({ port, request }) {
    const [connection, bytes] = [await Connection.open(port), Buffer.from(request)];
    let isReading = false;
    parentPort.on("message", (told) => (isReading = told === "begin"));
    parentPort.postMessage("ready");
    for (;;) {
        const times = [];
        while (isReading) {
            const began = performance.now();
            const { status } = await connection.exchange(bytes);
            if (status !== 200) throw new Error(`the page was answered ${status}`);
            times.push(performance.now() - began);
            await sleep(PAUSE);
        }
        if (times.length > 0) parentPort.postMessage(times);
        await sleep(PAUSE);
    }
}

if (!isMainThread) await read(workerData);
