import { expect, test } from "vitest";
import { withComponents } from "./components.ts";

const order = {
	type: "object",
	properties: {
		id: { type: "string" },
		at: { type: "string", format: "date-time", pattern: "^a long one$" },
		stars: { type: "integer", minimum: -Number.MAX_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
	},
};
const error = { type: "object", properties: { error: { type: "string" }, request_id: { type: "string" } } };
const json = (schema: object) => ({ content: { "application/json": { schema, example: { id: "kept" } } } });
const answer = (properties: object) => json({ type: "object", properties });

const document = {
	openapi: "3.1.0",
	paths: {
		"/orders": {
			get: {
				responses: {
					200: answer({ orders: { type: "array", items: order }, next: { type: "string" } }),
					400: { description: "Bad", ...json(error) },
				},
			},
		},
		"/orders/{id}": {
			get: {
				responses: {
					200: answer({ order, lone: { type: "object", properties: { a: {}, b: {} } } }),
					400: { description: "Bad", ...json(error) },
				},
			},
		},
	},
	components: { securitySchemes: { key: { type: "http" } } },
};

test("what stands in several places stands once under a name, and says nothing twice", () => {
	const small = withComponents(document);
	const tidy = {
		...order.properties,
		at: { type: "string", format: "date-time" },
		stars: { type: "integer" },
	};
	expect(small).toMatchObject({
		openapi: "3.1.0",
		components: {
			securitySchemes: { key: { type: "http" } },
			responses: { BadRequest: { description: "Bad" } },
			schemas: { Order: { type: "object", properties: tidy } },
		},
		paths: {
			"/orders": {
				get: {
					responses: {
						200: answer({ orders: { items: { $ref: "#/components/schemas/Order" } } }),
						400: { $ref: "#/components/responses/BadRequest" },
					},
				},
			},
			"/orders/{id}": {
				get: {
					responses: {
						200: answer({ order: { $ref: "#/components/schemas/Order" }, lone: { type: "object" } }),
						400: { $ref: "#/components/responses/BadRequest" },
					},
				},
			},
		},
	});
});

test("every name that is referred to is there", () => {
	const text = JSON.stringify(withComponents(document));
	const { components } = JSON.parse(text);
	for (const [, kind = "", name = ""] of text.matchAll(/#\/components\/(\w+)\/(\w+)/g))
		expect(components[kind]).toHaveProperty(name);
	expect(text.match(/\$ref/g)).toHaveLength(4);
});
