/** What a step found: what is there, and what has to change for it to be as wanted. */
export interface Finding {
	is: string;
	/** One line each; none: it is as wanted. */
	changes: string[];
	/** What only a person can do, and where. Nothing is changed until it is done. */
	blocked?: string;
	/** What is left out or worth knowing. */
	notes?: string[];
}

/** One thing a deployment is made of. `check` changes nothing; `change` makes what `check` found to differ. */
export interface Step {
	name: string;
	check(): Promise<Finding>;
	/** Repeating it after it failed halfway finishes it. */
	change?(): Promise<void>;
}

export interface Run {
	dryRun: boolean;
	say: (line: string) => void;
}

/** A step failed or waits for a person; all before it is done, and the next run goes on from here. */
export class Stopped extends Error {}

/**
 * Brings everything to what is wanted, step by step.
 * @returns what was changed, or would be
 * @throws Stopped with what to do
 */
export async function runSteps(steps: readonly Step[], { dryRun, say }: Run): Promise<string[]> {
	const changed: string[] = [];
	const width = Math.max(...steps.map(({ name }) => name.length));
	for (const { name, check, change } of steps) {
		const line = (mark: string, text: string) => say(`${mark} ${name.padEnd(width)}  ${text}`);
		const stopped = (error: unknown) => {
			const why = error instanceof Error ? error.message : String(error);
			line("✗", why);
			return new Stopped(`${name}: ${why}\nMend that and run it again: it goes on from here.`, {
				cause: error,
			});
		};
		const finding = await check().catch((error: unknown) => {
			throw stopped(error);
		});
		for (const note of finding.notes ?? []) line("!", note);
		if (finding.blocked) throw stopped(finding.blocked);
		if (finding.changes.length === 0) line("✓", finding.is);
		for (const text of finding.changes) line(dryRun ? "~" : "+", dryRun ? `would ${text}` : text);
		changed.push(...finding.changes.map((text) => `${name}: ${text}`));
		if (dryRun || finding.changes.length === 0) continue;
		await change?.().catch((error: unknown) => {
			throw stopped(error);
		});
	}
	return changed;
}
