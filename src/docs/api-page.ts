import { html, raw } from "hono/html";
import { z } from "zod";
import { exampleOf, type Shape, shape } from "./examples.ts";

const content = z.record(z.string(), z.object({ schema: shape.optional() })).optional();
const operationSchema = z.object({
	tags: z.array(z.string()).default(["Other"]),
	summary: z.string().default(""),
	description: z.string().optional(),
	security: z.array(z.record(z.string(), z.unknown())).optional(),
	parameters: z
		.array(
			z.object({
				in: z.string(),
				name: z.string(),
				required: z.boolean().optional(),
				description: z.string().optional(),
				schema: shape.optional(),
			}),
		)
		.default([]),
	requestBody: z.object({ content }).optional(),
	responses: z.record(z.string(), z.object({ description: z.string().default(""), content })),
});
const documentSchema = z.object({
	info: z.object({ title: z.string(), description: z.string().default("") }),
	servers: z.array(z.object({ url: z.string() })).default([]),
	paths: z.record(z.string(), z.record(z.string(), operationSchema)),
});

type Operation = z.infer<typeof operationSchema> & { path: string; method: string };

/** An OpenAPI document as a page that loads nothing and runs nothing. */
export function docsPage(document: unknown) {
	const { info, servers, paths } = documentSchema.parse(document);
	const operations = Object.entries(paths).flatMap(([path, methods]) =>
		Object.entries(methods).map(([method, operation]): Operation => ({ ...operation, path, method })),
	);
	const groups = Map.groupBy(operations, (operation) => operation.tags[0] ?? "Other");
	const server = servers[0]?.url ?? "";
	return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title} API</title>
<style>${raw(styles)}</style>
</head>
<body>
<nav aria-label="Routes">
<h1>${info.title} <small>API</small></h1>
${[...groups].map(
	([tag, members]) => html`<h2>${tag}</h2>
<ul>${members.map(
		(operation) =>
			html`<li><a href="#${idOf(operation)}"><b class="${operation.method}">${operation.method}</b> ${short(operation.path)}</a></li>`,
	)}</ul>`,
)}
</nav>
<main>
<p class="lead">${prose(info.description)}</p>
<p><a href="/api/openapi.json">openapi.json</a></p>
${[...groups].map(
	([tag, members]) =>
		html`<section><h2>${tag}</h2>${members.map((operation) => article(operation, server))}</section>`,
)}
</main>
</body>
</html>`;
}

const idOf = ({ method, path }: Operation) =>
	`${method}${path.replaceAll(/[^a-z]+/gi, "-")}`.replace(/-$/, "");
const short = (path: string) => path.replace(/^\/api/, "");

function article(operation: Operation, server: string) {
	const { method, path, summary, description, parameters, requestBody, responses } = operation;
	const body = requestBody?.content?.["application/json"]?.schema;
	const [[status, answer] = []] = Object.entries(responses).filter(([code]) => code.startsWith("2"));
	const shown = answer?.content?.["application/json"]?.schema;
	const failures = Object.entries(responses).filter(([code]) => !code.startsWith("2"));
	return html`<article id="${idOf(operation)}">
<h3><b class="${method}">${method}</b> <code>${path}</code></h3>
<p><strong>${summary}.</strong> ${prose(description ?? "")}</p>
${
	parameters.length > 0
		? html`<h4>Parameters</h4>${table(
				parameters.map(({ name, schema, required, description, in: place }) => ({
					name,
					type: `${typeOf(schema)}${place === "path" ? ", in the path" : ""}`,
					required: required === true && schema?.default === undefined,
					text: describeShape({ ...schema, description: description ?? schema?.description }),
				})),
			)}`
		: ""
}
${body ? html`<h4>Body</h4>${fields(body)}` : ""}
${shown ? html`<h4>Answer <code>${status}</code></h4><pre>${sketch(shown)}</pre>` : ""}
${failures.length > 0 ? html`<p class="errors">${failures.map(([code, { description }]) => html`<span><code>${code}</code> ${prose(description)}</span>`)}</p>` : ""}
<h4>Try it</h4><pre>${curl(operation, body, server)}</pre>
</article>`;
}

const table = (rows: { name: string; type: string; required: boolean; text: string }[]) =>
	html`<table>${rows.map(
		({ name, type, required, text }) =>
			html`<tr><td><code>${name}</code>${required ? html` <em>required</em>` : ""}</td><td>${type}</td><td>${prose(text)}</td></tr>`,
	)}</table>`;

function fields(body: Shape) {
	if (!body.properties) return html`<pre>${sketch(body)}</pre>`;
	return table(
		Object.entries(body.properties).map(([name, schema]) => ({
			name,
			type: typeOf(schema),
			required: body.required?.includes(name) ?? false,
			text: describeShape(schema),
		})),
	);
}

function describeShape({ description = "", default: fallback }: Shape): string {
	return [description, fallback === undefined ? "" : `Default: \`${JSON.stringify(fallback)}\``]
		.filter(Boolean)
		.join(". ");
}

/** What stands between backticks is code. */
const prose = (text: string) =>
	text.split("`").map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));

function typeOf(schema: Shape | undefined): string {
	if (!schema) return "anything";
	if (schema.anyOf) return [...new Set(schema.anyOf.map(typeOf))].join(" | ");
	if (schema.const !== undefined) return JSON.stringify(schema.const);
	if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
	if (schema.items) return `list of ${typeOf(schema.items)}`;
	if (schema.format === "date-time") return "ISO time";
	if (schema.format === "date") return "ISO date";
	return [schema.type ?? "anything"].flat().join(" | ");
}

/** A schema as an example is written: its fields with their types. */
function sketch(schema: Shape, indent = ""): string {
	const deeper = `${indent}  `;
	if (schema.anyOf) {
		const [first, ...rest] = schema.anyOf.filter(({ type }) => type !== "null");
		if (first && rest.length === 0)
			return `${sketch(first, indent)}${schema.anyOf.length > 1 ? " | null" : ""}`;
		return typeOf(schema);
	}
	if (schema.items) return `[${sketch(schema.items, indent)}, ...]`;
	if (schema.properties) {
		const lines = Object.entries(schema.properties).map(([name, inner]) => {
			const optional = schema.required?.includes(name) ? "" : "?";
			const text = inner.description ? `   // ${inner.description.replaceAll("`", "")}` : "";
			return `${deeper}${name}${optional}: ${sketch(inner, deeper)}${text}`;
		});
		return `{\n${lines.join("\n")}\n${indent}}`;
	}
	if (typeof schema.additionalProperties === "object")
		return `{ [key]: ${sketch(schema.additionalProperties, deeper)} }`;
	return typeOf(schema);
}

function curl({ method, path, security }: Operation, body: Shape | undefined, server: string): string {
	const verb = method === "get" || body ? "" : ` -X ${method.toUpperCase()}`;
	const parts = [
		`curl${verb}${security?.some(({ key }) => key) ? ` -H "Authorization: Bearer $OWNER_KEY"` : ""}`,
	];
	if (body)
		parts.push(`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(exampleOf(body, true))}'`);
	return [...parts, `${server}${path.replaceAll(/\{\w+\}/g, "123456789")}`].join(" \\\n  ");
}

const styles = `
:root { color-scheme: light dark; --ink: #1c2430; --soft: #5d6b7d; --line: #e1e6ec; --paper: #fff; --tint: #f5f7fa; --accent: #1769d2; --warn: #c62d2d }
@media (prefers-color-scheme: dark) { :root { --ink: #e3e8ef; --soft: #95a3b5; --line: #2b3542; --paper: #12171e; --tint: #1a212a; --accent: #6cb0ff; --warn: #ff8a80 } }
* { box-sizing: border-box }
body { margin: 0; display: grid; grid-template-columns: 19rem minmax(0, 1fr); font: 15px/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1.5rem 1.25rem; background: var(--tint); border-right: 1px solid var(--line) }
nav h1 { margin: 0; font-size: 1.25rem } nav small { color: var(--soft); font-weight: 400 }
nav h2 { margin: 1.25rem 0 .25rem; font-size: .72rem; letter-spacing: .06em; text-transform: uppercase; color: var(--soft) }
nav ul { margin: 0; padding: 0; list-style: none; font-size: .84rem }
nav a { display: flex; gap: .5rem; padding: .15rem 0; color: inherit; text-decoration: none; overflow-wrap: anywhere } nav a:hover { color: var(--accent) }
main { max-width: 54rem; padding: 2rem 2.5rem 6rem } a { color: var(--accent) }
.lead { font-size: 1.05rem } section > h2 { margin: 2.5rem 0 1rem; font-size: 1.4rem }
article { margin-bottom: 1.5rem; padding: 1.1rem 1.3rem; border: 1px solid var(--line); border-radius: 10px; scroll-margin-top: 1rem }
article:target { border-color: var(--accent) } h3 { margin: 0; font-size: 1rem; font-weight: 500 }
h4 { margin: 1.1rem 0 .35rem; font-size: .8rem; color: var(--soft); font-weight: 600 }
b[class] { display: inline-block; min-width: 3.3rem; font: 700 .68rem/1.9 ui-monospace, monospace; text-transform: uppercase; color: #10813f }
b.post { color: #b06000 } b.delete { color: #c62d2d }
@media (prefers-color-scheme: dark) { b[class] { color: #5fd38d } b.post { color: #f0b155 } b.delete { color: #ff8a80 } }
code, pre { font: .84em/1.55 ui-monospace, SFMono-Regular, Menlo, monospace } pre { margin: 0; padding: .8rem 1rem; overflow: auto; background: var(--tint); border-radius: 8px }
table { width: 100%; border-collapse: collapse; font-size: .88rem } td { padding: .35rem .6rem .35rem 0; border-top: 1px solid var(--line); vertical-align: top }
td:nth-child(-n+2) { width: 28% } td em { color: var(--warn); font-size: .75rem; font-style: normal } td:nth-child(2) { color: var(--soft) }
.errors { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin: .9rem 0 0; font-size: .82rem; color: var(--soft) }
@media (max-width: 760px) { body { display: block } nav { position: static; height: auto; border: 0 } main { padding: 1rem } }
`;
