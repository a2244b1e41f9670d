const kept = new WeakMap<object, Map<string, unknown>>();

/**
 * An object whose parts are made when they are first asked for, each once.
 * Its parts can't be spread, as that would make all of them: hand the object on, or name the part.
 */
export function lazily<T extends object>(makers: { [Name in keyof T]-?: () => T[Name] }): T {
	const made = new Map<string, unknown>();
	const parts = {};
	for (const [name, make] of Object.entries<() => unknown>(makers)) {
		Object.defineProperty(parts, name, {
			get() {
				if (!made.has(name)) made.set(name, make());
				return made.get(name);
			},
		});
	}
	kept.set(parts, made);
	return parts as T;
}

/** The parts of this object that were made so far. */
export const madeOf = (parts: object): string[] => [...(kept.get(parts)?.keys() ?? [])];

type Together<Parts extends readonly object[]> = Parts extends readonly [
	infer First,
	...infer Rest extends readonly object[],
]
	? First & Together<Rest>
	: unknown;

/** What these objects have, as one, without making any part. */
export const together = <Parts extends readonly object[]>(...parts: Parts): Together<Parts> =>
	Object.defineProperties(
		{},
		Object.assign({}, ...parts.map((part) => Object.getOwnPropertyDescriptors(part))),
	) as Together<Parts>;
