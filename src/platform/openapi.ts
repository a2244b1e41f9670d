import type { ValidationTargets } from "hono";
import { type DescribeRouteOptions, describeRoute, resolver, validator } from "hono-openapi";
import { z } from "zod";
import { invalid } from "./http.ts";

/** What every error looks like. */
export const errorAnswer = z.object({
	error: z.object({
		code: z.string(),
		message: z.string(),
		fields: z.record(z.string(), z.string()).optional().describe("What is wrong, by field"),
	}),
	request_id: z.string().nullable().describe("Stands in the log as well"),
});

const json = (schema: z.ZodType) => ({ "application/json": { schema: resolver(schema) } });

const errorTexts = {
	400: "Something in the request is not right; `fields` names it",
	401: "No owner key, or a wrong one",
	403: "A write from a page of another origin",
	404: "There is no such thing",
	409: "It has happened already",
	429: "Too often; `Retry-After` says when",
} as const;

/** What a route's part of the document says. Every route but the open ones can answer 401, every write 403. */
export function describe(
	tag: string,
	summary: string,
	answer: z.ZodType,
	more: {
		status?: 200 | 201 | 202;
		errors?: (400 | 404 | 409 | 429)[];
		write?: boolean;
		/** The answer is a file of this type. */
		file?: string;
		description?: string;
	} = {},
) {
	const codes = [...(more.errors ?? []), 401, ...(more.write ? [403] : [])] as (keyof typeof errorTexts)[];
	const errors = codes.map((code) => [code, { description: errorTexts[code], content: json(errorAnswer) }]);
	const options: DescribeRouteOptions = {
		tags: [tag],
		summary,
		...(more.description ? { description: more.description } : {}),
		security: [{ ownerKey: [] }],
		responses: {
			[more.status ?? 200]: {
				description: "Done",
				content: more.file ? { [more.file]: { schema: resolver(answer) } } : json(answer),
			},
			...Object.fromEntries(errors),
		},
	};
	return describeRoute(options);
}

/** Checks a part of the request, and puts its shape into the document. @throws AppError 400 that names each field at fault */
export const valid = <
	Schema extends z.ZodType,
	Target extends keyof ValidationTargets & ("json" | "query" | "param"),
>(
	target: Target,
	schema: Schema,
) =>
	validator(target, schema, (result) => {
		if (result.success) return;
		throw invalid(
			result.error.map(({ path, message }) => ({
				path: (path ?? []).map((part) => (typeof part === "object" ? part.key : part)),
				message,
			})),
		);
	});
