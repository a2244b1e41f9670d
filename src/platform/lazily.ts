const made = new WeakMap<object, Map<string | symbol, unknown>>();

const spread = (): never => {
	throw new Error(
		"Services are not spread: that would make all of them. Hand the object on, or name what is wanted.",
	);
};

/**
 * An object whose parts are made when they are first asked for, each once. Making the object itself costs next to
 * nothing, as every update makes it anew.
 */
export function lazily<T extends object>(makers: { [Name in keyof T]-?: () => T[Name] }): T {
	const parts = new Map<string | symbol, unknown>();
	const proxy = new Proxy(makers, {
		get(target, name) {
			if (!parts.has(name)) {
				const make: unknown = Reflect.get(target, name);
				if (typeof make !== "function" || !Object.hasOwn(target, name)) return undefined;
				parts.set(name, make());
			}
			return parts.get(name);
		},
		ownKeys: spread,
	});
	made.set(proxy, parts);
	return proxy as unknown as T;
}

/** The parts of this object that were made so far. */
export const madeOf = (parts: object): string[] => [...(made.get(parts)?.keys() ?? [])].map(String);

type Together<Parts extends readonly object[]> = Parts extends readonly [
	infer First,
	...infer Rest extends readonly object[],
]
	? First & Together<Rest>
	: unknown;

/** What these objects have, as one, without making any part; of two with one name the later counts. */
export const together = <Parts extends readonly object[]>(...parts: Parts): Together<Parts> => {
	const holder = (name: string | symbol) => parts.findLast((part) => name in part);
	return new Proxy(
		{},
		{
			get(_, name) {
				const part = holder(name);
				return part && Reflect.get(part, name);
			},
			has: (_, name) => holder(name) !== undefined,
			ownKeys: spread,
		},
	) as Together<Parts>;
};
