import { z } from "zod";

/** The part of a JSON schema that is shown, and that examples are made of. */
export interface Shape {
	type?: string | string[] | undefined;
	description?: string | undefined;
	enum?: unknown[] | undefined;
	const?: unknown;
	format?: string | undefined;
	pattern?: string | undefined;
	default?: unknown;
	minimum?: number | undefined;
	exclusiveMaximum?: number | undefined;
	properties?: Record<string, Shape> | undefined;
	required?: string[] | undefined;
	items?: Shape | undefined;
	anyOf?: Shape[] | undefined;
	additionalProperties?: boolean | Shape | undefined;
	propertyNames?: Shape | undefined;
}

export const shape: z.ZodType<Shape> = z.lazy(() =>
	z.looseObject({
		type: z.union([z.string(), z.array(z.string())]).optional(),
		description: z.string().optional(),
		enum: z.array(z.unknown()).optional(),
		const: z.unknown().optional(),
		format: z.string().optional(),
		pattern: z.string().optional(),
		default: z.unknown().optional(),
		minimum: z.number().optional(),
		exclusiveMaximum: z.number().optional(),
		properties: z.record(z.string(), shape).optional(),
		required: z.array(z.string()).optional(),
		items: shape.optional(),
		anyOf: z.array(shape).optional(),
		additionalProperties: z.union([z.boolean(), shape]).optional(),
		propertyNames: shape.optional(),
	}),
);

/** What a field of this name may well hold, where its schema alone would say "text". */
const byName: [RegExp, unknown][] = [
	[/^(user_id|to|id_of_user|newcomer_id|referrer_id|telegram_id|owner_id)$/, 123456789],
	[/^(bot_id)$/, 7000000001],
	[/^(group_id|chat_id)$/, -1001234567890],
	[/^(message|text|excerpt)$/, "The market opens at seven"],
	[/^(reason|note|evidence|help)$/, "Advertising in every chat"],
	[/^(name|title|label)$/, "Evening market"],
	[/^(email)$/, "ana@example.com"],
	[/^(token)$/, "7000000001:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"],
	[/^(username)$/, "rialto_bot"],
	[/^(actor|.*_by)$/, "owner"],
	[/^(url|link|.*_link|switch_on)$/, "https://t.me/rialto_bot"],
	[/^(cron)$/, "0 9 * * 1"],
	[/^(time_zone)$/, "Europe/Lisbon"],
	[/^(next|cursor)$/, null],
	[/^(language)$/, "en"],
	[/^(stars|amount)$/, 150],
	[/^(message_id|message_ids)$/, 42],
	[/^(status)$/, "open"],
];

/** Fits the schema's type, or is not used. */
const fits = (value: unknown, type: string | undefined): boolean => {
	if (value === null) return type === "null";
	if (type === "integer") return Number.isInteger(value);
	return type === undefined || typeof value === type;
};

/**
 * An example of what a schema describes.
 * @param only what must be there, as a request can be tried with; else every field
 */
export function exampleOf(schema: Shape, only: boolean, name = ""): unknown {
	if (schema.const !== undefined) return schema.const;
	if (schema.default !== undefined && !schema.properties) return schema.default;
	if (schema.enum) return schema.enum[0];
	if (schema.anyOf) {
		const [first] = schema.anyOf.filter(({ type }) => type !== "null");
		const nullable = schema.anyOf.some(({ type }) => type === "null");
		return first && !(nullable && /^next$/.test(name)) ? exampleOf(first, only, name) : null;
	}
	if (schema.properties) {
		const names = Object.keys(schema.properties).filter(
			(field) => !only || (schema.required ?? []).includes(field),
		);
		return Object.fromEntries(
			names.map((field) => [field, exampleOf(schema.properties?.[field] ?? {}, only, field)]),
		);
	}
	if (schema.items) return [exampleOf(schema.items, only, name)];
	if (typeof schema.additionalProperties === "object")
		return {
			[String(schema.propertyNames?.enum?.[0] ?? "example")]: exampleOf(schema.additionalProperties, only),
		};
	const types = [schema.type ?? "string"].flat();
	if (name === "next" && types.includes("null")) return null;
	const type = types.find((one) => one !== "null");
	const [, named] = byName.find(([pattern, value]) => pattern.test(name) && fits(value, type)) ?? [];
	if (named !== undefined) return named;
	switch (type) {
		case "integer":
		case "number":
			return schema.exclusiveMaximum !== undefined && schema.exclusiveMaximum <= 0
				? -1001234567890
				: Math.max(1, schema.minimum ?? 1);
		case "boolean":
			return true;
		case "object":
			return {};
		default:
			if (schema.format === "date-time") return "2026-12-01T09:00:00.000Z";
			if (schema.format === "date") return "2026-12-01";
			if (schema.format === "email") return "ana@example.com";
			return "text";
	}
}

const content = z.record(z.string(), z.looseObject({ schema: shape.optional() })).optional();
const operation = z.looseObject({
	requestBody: z.looseObject({ content }).optional(),
	responses: z.record(z.string(), z.looseObject({ content })).optional(),
});
const specification = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), operation)) });

/** The document with an example in every JSON body: what a request needs at least, and all that an answer has. */
export function withExamples(document: object): object {
	const parsed = specification.parse(document);
	for (const methods of Object.values(parsed.paths)) {
		for (const { requestBody, responses } of Object.values(methods)) {
			const asked = requestBody?.content?.["application/json"];
			if (asked?.schema) asked.example = exampleOf(asked.schema, true);
			for (const { content } of Object.values(responses ?? {})) {
				const given = content?.["application/json"];
				if (given?.schema) given.example = exampleOf(given.schema, false);
			}
		}
	}
	return parsed;
}
