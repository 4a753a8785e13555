// Who runs where, and who else ran.
//
// The server gets one core and this program the others: a thread that wakes another one on a sleeping core pays for
// that core's waking up, so on several cores the same request takes once this and once twice that, as the scheduler
// likes. BENCH_CORES=all leaves both to the scheduler.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const allowed = coresIn(readFileSync("/proc/self/status", "utf8").match(/^Cpus_allowed_list:\s+(\S+)/m)[1]);

/** Whether the server has a core of its own. */
export const isPinned = process.env.BENCH_CORES !== "all" && allowed.length > 1;

/** The command that runs a program on the server's core. */
export const onServersCore = isPinned ? ["taskset", "-c", String(allowed[0])] : [];

/** Leaves that core to the server. */
export function stayOffServersCore() {
    if (isPinned) execFileSync("taskset", ["-apc", allowed.slice(1).join(","), String(process.pid)]);
}

/** Microseconds that all cores have worked so far, for whomever. */
export function machineCpu(tick) {
    const [ofAllCores] = readFileSync("/proc/stat", "utf8").split("\n");
    const [user, nice, system, , , irq, softirq, steal] = ofAllCores.match(/\d+/g).map(Number);
    return (user + nice + system + irq + softirq + steal) * tick;
}

export const coreCount = allowed.length;

/** `0-2,5` as `[0, 1, 2, 5]`. */
function coresIn(list) {
    return list.split(",").flatMap((range) => {
        const [first, last = first] = range.split("-").map(Number);
        return Array.from({ length: last - first + 1 }, (_, at) => first + at);
    });
}
