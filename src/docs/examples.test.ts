import { expect, test } from "vitest";
import { z } from "zod";
import { exampleOf, type Shape, withExamples } from "./examples.ts";

const input = z.object({
	reason: z.string().min(1),
	user_id: z.number().int().positive(),
	group_id: z.number().int().negative(),
	verdict: z.enum(["ban", "warn"]),
	until: z.iso.datetime().optional(),
	targets: z.array(z.object({ bot_id: z.number().int(), silent: z.boolean() })),
	next: z.string().nullable(),
	counts: z.record(z.string(), z.number().int()),
	limit: z.number().int().min(5).default(50),
});
const shape = z.toJSONSchema(input, { io: "input" }) as Shape;

test("an example is what its schema takes, with all that must be there or with everything", () => {
	const least = exampleOf(shape, true);
	const most = exampleOf(shape, false);
	for (const example of [least, most]) expect(input.safeParse(example).error).toBeUndefined();
	expect(Object.keys(least as object)).not.toContain("until");
	expect(Object.keys(most as object)).toContain("until");
	expect(most).toMatchObject({ group_id: -1001234567890, next: null, limit: 50 });
});

test("the document gets an example in every JSON body, and nothing else changes", () => {
	const content = { "application/json": { schema: shape } };
	const file = { "text/csv": { schema: { type: "string" } } };
	const document = {
		openapi: "3.1.0",
		paths: {
			"/x": {
				post: {
					summary: "x",
					requestBody: { content },
					responses: { 200: { content }, 201: { content: file } },
				},
			},
		},
	};
	const { paths, openapi } = withExamples(structuredClone(document)) as typeof document;
	expect(openapi).toBe("3.1.0");
	const { requestBody, responses, summary } = paths["/x"].post;
	expect(summary).toBe("x");
	expect(requestBody.content["application/json"]).toMatchObject({
		schema: shape,
		example: { verdict: "ban" },
	});
	expect(responses[200].content["application/json"]).toHaveProperty("example");
	expect(responses[201].content).toEqual(file);
});
