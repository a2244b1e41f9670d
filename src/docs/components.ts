import { z } from "zod";

/** Any part of a JSON document. */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Dict = { [key: string]: Json };

const isDict = (value: Json | undefined): value is Dict =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** A copy with each part replaced by what `change` makes of it, the innermost first. @param name the nearest name above it */
function rewrite(value: Json, change: (part: Dict, name: string) => Json, name = ""): Json {
	if (Array.isArray(value)) return value.map((item) => rewrite(item, change, name));
	if (!isDict(value)) return value;
	const parts = Object.entries(value).map(([key, part]) => {
		const structural = ["items", "anyOf", "schema", "properties", "additionalProperties"].includes(key);
		return [key, key === "example" ? part : rewrite(part, change, structural ? name : key)] as const;
	});
	return change(Object.fromEntries(parts), name);
}

const safe = Number.MAX_SAFE_INTEGER;

/** Without what says the same twice: a format's pattern, the bounds of every whole number, names that are text. */
function plain(part: Dict): Dict {
	const { pattern, minimum, maximum, propertyNames, ...rest } = part;
	return {
		...rest,
		...(pattern !== undefined && rest.format === undefined ? { pattern } : {}),
		...(minimum !== undefined && minimum !== -safe ? { minimum } : {}),
		...(maximum !== undefined && maximum !== safe ? { maximum } : {}),
		...(isDict(propertyNames) && Object.keys(propertyNames).length > 1 ? { propertyNames } : {}),
	};
}

/** `refund_requests` is a list of `RefundRequest`. */
const nameOf = (key: string): string =>
	key
		.replace(/ies$/, "y")
		.replace(/(?<!s)s$/, "")
		.split(/[^A-Za-z0-9]+/)
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join("") || "Body";

/** Shapes worth a name: objects with some fields. */
const isShape = (part: Dict): boolean =>
	part.type === "object" && isDict(part.properties) && Object.keys(part.properties).length > 1;

/** A whole body is called by what it begins with: `{orders, next}` is an `OrderAnswer`. */
const shapeName = (part: Dict, key: string): string =>
	key.includes("/") && isDict(part.properties)
		? `${nameOf(Object.keys(part.properties)[0] ?? "")}Answer`
		: nameOf(key);

const errorNames: Record<string, string> = {
	"400": "BadRequest",
	"401": "Unauthorized",
	"403": "Forbidden",
	"404": "NotFound",
	"409": "Conflict",
	"413": "TooLarge",
	"429": "TooOften",
};

const documentSchema = z.looseObject({
	paths: z.record(z.string(), z.record(z.string(), z.json())),
	components: z.record(z.string(), z.json()),
});

/** The document with what stands in several places written once: the answers of errors, and shapes. */
export function withComponents(document: object): object {
	const { paths, components, ...rest } = documentSchema.parse(JSON.parse(JSON.stringify(document)));
	const responses: Dict = {};
	const named = rewrite(rewrite(paths, plain), (part, name) => {
		const errors = Object.entries(part).filter(([code]) => code in errorNames);
		if (name !== "responses" || errors.length === 0) return part;
		const refs = errors.map(([code, answer]) => {
			const error = errorNames[code] ?? code;
			responses[error] ??= answer;
			const same = JSON.stringify(responses[error]) === JSON.stringify(answer);
			return [code, same ? { $ref: `#/components/responses/${error}` } : answer] as const;
		});
		return { ...part, ...Object.fromEntries(refs) };
	});

	const seen = new Map<string, { name: string; times: number }>();
	const count = (part: Dict, name: string) => {
		if (!isShape(part)) return part;
		const key = JSON.stringify(part);
		const known = seen.get(key) ?? { name: shapeName(part, name), times: 0 };
		seen.set(key, { ...known, times: known.times + 1 });
		return part;
	};
	for (const tree of [named, responses]) rewrite(tree, count);
	const names = new Map<string, string>();
	const taken = new Map<string, number>();
	for (const [key, { name, times }] of seen) {
		if (times < 2) continue;
		const no = (taken.get(name) ?? 0) + 1;
		taken.set(name, no);
		names.set(key, no === 1 ? name : `${name}${no}`);
	}
	const schemas: Dict = {};
	/** Shapes in shapes are replaced as well, so what a name stands for is looked up as it was. */
	const refer = (value: Json, keep: string | null = null, name = ""): Json => {
		if (Array.isArray(value)) return value.map((item) => refer(item, null, name));
		if (!isDict(value)) return value;
		const key = JSON.stringify(value);
		const known = isShape(value) && key !== keep ? names.get(key) : undefined;
		if (known !== undefined) {
			schemas[known] ??= refer(value, key);
			return { $ref: `#/components/schemas/${known}` };
		}
		return Object.fromEntries(
			Object.entries(value).map(([field, part]) => [
				field,
				field === "example" ? part : refer(part, null, field),
			]),
		);
	};
	return {
		...rest,
		paths: refer(named),
		components: { ...components, responses: refer(responses), schemas },
	};
}
