/** How much of a long random test is run. */
export interface Sample {
	runs: number;
	/** The first seed; each run has the next one. */
	seed: number;
}

/**
 * `npm test` samples: a part of the runs, from another seed each time, which is printed. `WHOLE=1` runs all of them from
 * the first seed on. `{name}_SEED` and `{name}_RUNS` repeat what was printed.
 */
export function sample(name: string, { all, some }: { all: number; some: number }): Sample {
	const env = process.env;
	const whole = env.WHOLE === "1";
	const runs = Number(env[`${name}_RUNS`] ?? (whole ? all : some));
	const seed = Number(env[`${name}_SEED`] ?? (whole ? 1 : 1 + (Date.now() % 1_000_000_000)));
	console.log(`${name}_SEED=${seed} ${name}_RUNS=${runs}`);
	return { runs, seed };
}
