// Numbers as people read them.

export function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The value that this share of all values does not exceed. */
export function percentile(values, share) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.ceil(sorted.length * share) - 1];
}

/** With commas between the thousands. */
export function number(value, digits = 0) {
    return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** The median of several rounds, and their least and most. */
export function spread(values, digits = 0) {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return `${number(median(values), digits)}  (${number(least, digits)}–${number(most, digits)})`;
}

/** How a figure stands to its aim. */
export function verdict(value, aim, unit, digits = 0) {
    if (value <= aim) return `≤ ${number(aim, aim % 1 === 0 ? 0 : 1)} ${unit}: met`;
    return `≤ ${number(aim, aim % 1 === 0 ? 0 : 1)} ${unit}: missed by ${number(value - aim, digits)} ${unit}`;
}

/** Prints tables: `{ title, columns, rows, notes }`, the first column left, the others right, aims left. */
export function print(tables) {
    for (const { title, columns, rows, notes = [] } of tables) {
        const lines = [columns, ...rows];
        const widths = columns.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? "").length)));
        const isLeft = (at) => at === 0 || columns[at] === "aim";
        const text = (line) =>
            line.map((cell = "", at) => (isLeft(at) ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join("   ");
        console.log(`\n${title}\n`);
        lines.forEach((line, at) => {
            console.log(`  ${text(line)}`.trimEnd());
            if (at === 0) console.log(`  ${widths.map((width) => "─".repeat(width)).join("   ")}`);
        });
        notes.forEach((note) => console.log(`  ${note}`));
    }
}

export function progress(what) {
    console.error(`measuring ${what} …`);
}
