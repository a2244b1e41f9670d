import type { z } from "zod";

/** A value that staff can change without a restart. */
export interface Setting<T = unknown> {
	/** `{capability}.{name}` */
	key: string;
	schema: z.ZodType<T>;
	default: T;
	label: string;
	help: string;
	/** The environment variable that seeds it, where there is one. `NAME_n` is a list: `NAME_1`, `NAME_2` ... */
	env?: string;
}

export const defineSetting = <T>(setting: Setting<T>): Setting<T> => setting;

/** What is wrong with settings that a deployment starts with: a name nobody knows, a value its schema refuses. */
export const problemsOf = (values: Record<string, unknown>, known: readonly Setting[]): string[] =>
	Object.entries(values).flatMap(([key, value]) => {
		const setting = known.find((candidate) => candidate.key === key);
		if (!setting) return [`${key}: there is no such setting`];
		const result = setting.schema.safeParse(value);
		return result.success ? [] : [`${key}: ${result.error.issues[0]?.message}`];
	});

/**
 * Settings as they stand: what staff stored, else what the deployment started with, else the default.
 * A stored value that its schema refuses (a rule became stricter) counts as absent.
 */
export class Settings {
	readonly #layers: Record<string, unknown>[];

	/** @param layers strongest first */
	constructor(...layers: Record<string, unknown>[]) {
		this.#layers = layers;
	}

	get<T>(setting: Setting<T>): T {
		for (const layer of this.#layers) {
			const value = layer[setting.key] ?? (setting.env ? seedOf(layer, setting.env) : undefined);
			if (value === undefined) continue;
			const result = setting.schema.safeParse(value);
			if (result.success) return result.data;
		}
		return setting.default;
	}
}

/** What the environment says of a setting; undefined if nothing. */
export function seedOf(layer: Record<string, unknown>, env: string): unknown {
	if (!env.endsWith("_n")) return layer[env];
	const prefix = env.slice(0, -1);
	const numbered = Object.keys(layer)
		.filter((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)))
		.sort((a, b) => Number(a.slice(prefix.length)) - Number(b.slice(prefix.length)));
	// An empty variable is a list's gap, as a deployment can't always leave one out.
	const values = numbered.map((name) => layer[name]).filter((value) => value !== "");
	return values.length > 0 ? values : undefined;
}
