// Measures the release application: `make bench`, `make bench ARGS=statements`, `ARGS=live`, `ARGS=abuse`, `ARGS=pruning` and `ARGS=nodes`.
// docs/performance.md says what each figure means.

import { measureFlood, measureKeys, measureStalled } from "./abuse.mjs";
import { coreCount, isPinned, machineCpu, stayOffServersCore } from "./cores.mjs";
import { measureHangUps } from "./hang_ups.mjs";
import { measureEnding, measureIdle, measureTelling } from "./live.mjs";
import { measureLogIns, measureMemory } from "./log_ins.mjs";
import { measureNodes } from "./nodes.mjs";
import { measurePages } from "./pages.mjs";
import { measurePruning } from "./pruning.mjs";
import { Server, TICK } from "./server.mjs";
import { measureSizes } from "./sizes.mjs";
import { measureStatements } from "./statements.mjs";
import { number, print, progress } from "./table.mjs";

// The aims. A missed one is said, and fails nothing.
const AIMS = {
    homeLoggedIn: 165, // µs of server CPU
    account: 350, // µs of server CPU
    logIn: 5_000, // µs of server CPU
    logInWithoutArgon2: 1_600, // µs of server CPU
    statements: { page: 1, ask: 8, logIn: 10, logOut: 4 },
    memory: 30, // MB
    told: 1_000, // ms until 99 of 100 pages are told
    ending: 100, // ms to end 10,000 sessions
    stalledGone: 15_000, // ms until stalled connections are closed
    flood: 3, // times as long as idle
    hangUpMemory: 30, // MB more after 60,000 hang-ups
    hangUpTime: 500, // ms for an honest post meanwhile
    keys: 5, // MB more with a million keys
    pruning: 10, // ms more for a post while old rows are removed
    page: 30, // KiB for each open page
    logInByPostgres: 2, // times the CPU that it takes with SQLite
    growth: 1.5, // times as long with a million sessions as with a thousand
    pageLoad: 80, // kB after brotli
    pageLoadStretch: 50,
};

process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => process.exit(143));

try {
    const began = { at: performance.now(), machine: machineCpu(TICK) };
    stayOffServersCore();
    console.log(isPinned ? "The server has one core to itself." : `The server has all ${coreCount} cores.`);

    if (process.argv[2] === "live") {
        progress("how soon pages are told");
        print([await measureTelling(AIMS)]);
        progress("ending many sessions");
        print([await measureEnding(AIMS)]);
        progress("open pages");
        print([await measureIdle(AIMS)]);
    } else if (process.argv[2] === "abuse") {
        progress("connections that stall");
        print([await measureStalled(AIMS)]);
        progress("clients that hang up");
        print([await measureHangUps(AIMS)]);
        progress("wrong codes all at once");
        print([await measureFlood(AIMS)]);
        progress("keys of limits");
        print([await measureKeys(AIMS)]);
    } else if (process.argv[2] === "statements") {
        progress("statements");
        print([await measureStatements(AIMS)]);
    } else if (process.argv[2] === "nodes") {
        progress("PostgreSQL and two nodes");
        for await (const table of measureNodes(AIMS)) print([table]);
    } else if (process.argv[2] === "pruning") {
        progress("removing old rows");
        print([await measurePruning(AIMS)]);
    } else {
        progress("pages");
        const server = await Server.start();
        print(await measurePages(server, AIMS));
        print(await measureSizes(server, AIMS));
        await server.stop();

        progress("statements");
        print([await measureStatements(AIMS)]);

        progress("log-ins");
        print(await measureLogIns(AIMS));

        progress("memory");
        print(await measureMemory(AIMS));
    }
    console.log(`\n${conditions(began)}`);
} catch (error) {
    console.error(error);
    process.exitCode = 1;
} finally {
    await Server.stopAll();
}

/** How long it took, and how much of the machine was somebody else's: figures taken beside a compiler mean little. */
function conditions(began) {
    const time = (performance.now() - began.at) * 1000;
    const { user, system } = process.cpuUsage();
    const others = machineCpu(TICK) - began.machine - Server.spent - user - system;
    const share = Math.max(0, (100 * others) / (time * coreCount));
    return `Measured in ${number(time / 1e6)} s, during which other programs had ${number(share)} % of the machine.`;
}
