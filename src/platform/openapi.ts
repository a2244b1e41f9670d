import type { MiddlewareHandler, ValidationTargets } from "hono";
import { type DescribeRouteOptions, describeRoute, resolver, validator } from "hono-openapi";
import { z } from "zod";
import { type Action, accessText, areaOfTag, permit, type Tag } from "./access.ts";
import { type HttpEnv, invalid } from "./http.ts";

/** What every error looks like. */
const errorAnswer = z.object({
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
	401: "Nobody is signed in, and there is no key, or a wrong one",
	403: "Not permitted, or a write from a page of another origin",
	404: "There is no such thing",
	409: "It has happened already",
	429: "Too often; `Retry-After` says when",
} as const;

/**
 * What a route's part of the document says, and who may use it: its tag names the area, `write` the action.
 * A route stands in the document only by this, so none is open by oversight.
 */
export function describe(
	tag: Tag,
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
	const action: Action = more.write ? "write" : "read";
	const open = areaOfTag[tag] === "open";
	const refusals = [...(open ? [] : [401]), ...(open && !more.write ? [] : [403])];
	const codes = [...(more.errors ?? []), ...refusals] as (keyof typeof errorTexts)[];
	const errors = codes.map((code) => [code, { description: errorTexts[code], content: json(errorAnswer) }]);
	const options: DescribeRouteOptions = {
		tags: [tag],
		summary,
		description: [more.description, accessText(tag, action)].filter(Boolean).join("\n\n"),
		...(open
			? { security: [] }
			: { security: areaOfTag[tag] === "person" ? [{ session: [] }] : [{ key: [] }, { session: [] }] }),
		responses: {
			[more.status ?? 200]: {
				description: "Done",
				content: more.file ? { [more.file]: { schema: resolver(answer) } } : json(answer),
			},
			...Object.fromEntries(errors),
		},
	};
	const documented = describeRoute(options);
	const guarded: MiddlewareHandler<HttpEnv> = async (c, next) => {
		permit(c.var.identity, tag, action);
		await next();
	};
	// The document finds a route by what hono-openapi has hung on its handler.
	return Object.assign(guarded, documented) as typeof documented;
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
