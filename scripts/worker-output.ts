import { createWriteStream } from "node:fs";
import { stripVTControlCharacters } from "node:util";

/** What wrangler says of itself: bindings, requests, reloads, advice. */
const wranglers = /^\s*(\[wrangler|▲|⎔|[╭│╰─]|Using secrets|Your Worker has access)/;

/**
 * Tells, line by line, what is meant for whoever sits in front of it: the Worker's own log, mail that could not go out,
 * and errors. The rest of what `wrangler dev` prints is not.
 */
export function meantForPeople(): (line: string) => boolean {
	let telling: "mail" | "error" | null = null;
	return (raw) => {
		const line = stripVTControlCharacters(raw);
		if (line.startsWith('{"level"')) telling = null;
		else if (line.startsWith("✉ ")) telling = "mail";
		else if (line.includes("✘ [ERROR]")) telling = "error";
		else {
			if (wranglers.test(line) || (telling === "error" && line.trim() === "")) telling = null;
			return telling !== null;
		}
		return true;
	};
}

/** Where the output of the Worker goes: all of it into a file, of that what matters to the console. */
export function workerOutput(file: string): { write(chunk: Buffer): void; tail(): string } {
	const kept = createWriteStream(file, { flags: "w", mode: 0o600 });
	const isMeant = meantForPeople();
	let [rest, last] = ["", ""];
	return {
		write(chunk) {
			kept.write(chunk);
			last = `${last}${chunk}`.slice(-4_000);
			const lines = `${rest}${chunk}`.split("\n");
			rest = lines.pop() ?? "";
			for (const line of lines) if (isMeant(line)) console.log(line);
		},
		tail: () => stripVTControlCharacters(last),
	};
}
