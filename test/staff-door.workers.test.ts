import { env } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { beforeAll, expect, test, vi } from "vitest";
import { app } from "../src/app.ts";
import { doctorAnswer } from "../src/operations/shapes.ts";
import { api, startTelegram } from "./telegram.ts";

let telegram: Awaited<ReturnType<typeof startTelegram>>;
beforeAll(async () => {
	telegram = await startTelegram();
	// Every route is asked with several wrong keys in a moment.
	await api("/api/config", { key: "api.requests_per_minute", value: 10_000 });
});

/** What is open to everybody, and what it answers to who has no login under way. */
const open: Record<string, number> = {
	"GET /api/docs": 200,
	"GET /api/openapi.json": 200,
	"POST /api/request-login": 200,
	"GET /api/login": 200,
	"POST /api/login": 409,
	"POST /api/login/link": 400,
};

/** Every route below /api, as `GET /api/users/:id`; middleware has the method ALL. */
const routes = [
	...new Set(
		app.routes
			.filter(({ path, method }) => path.startsWith("/api") && method !== "ALL")
			.map(({ method, path }) => `${method} ${path}`),
	),
];

function call(route: string, headers: Record<string, string>) {
	const [method = "", path = ""] = route.split(" ");
	return exports.default.fetch(`https://rialto.test${path.replaceAll(/:\w+/g, "42")}`, {
		method,
		headers: { "content-type": "application/json", ...headers },
		...(method === "GET" ? {} : { body: "{}" }),
	});
}

test("every route of /api refuses without the key and with a wrong one", async () => {
	expect(routes.length).toBeGreaterThan(18);
	const keys = [{}, { authorization: "" }, { authorization: "Bearer wrong-key-for-tests" }];
	const more = [{ authorization: "Bearer " }, { authorization: "Basic owner-key-for-tests" }];
	for (const route of routes) {
		for (const headers of [...keys, ...more]) {
			const response = await call(route, headers);
			await response.text();
			expect(response.status, route).toBe(open[route] ?? 401);
		}
	}
	// Not even what there is can be told from outside.
	expect((await call("GET /api/nothing", {})).status).toBe(401);
	expect((await api("/api/nothing")).status).toBe(404);
});

test("writes are refused to pages of other origins, key or not", async () => {
	const writes = routes.filter((route) => !route.startsWith("GET "));
	expect(writes.length).toBeGreaterThan(7);
	for (const route of writes) {
		for (const origin of ["https://evil.example", "null", "https://rialto.test.evil.example"]) {
			const response = await call(route, { authorization: "Bearer owner-key-for-tests", origin });
			expect(response.status, route).toBe(403);
		}
	}
	const key = { authorization: "Bearer owner-key-for-tests" };
	expect((await call("GET /api/bots", { ...key, origin: "https://evil.example" })).status).toBe(200);
	expect((await call("POST /api/config/bulk", { ...key, origin: "https://rialto.test" })).status).toBe(200);
});

interface Operation {
	summary?: string;
	security?: object[];
	requestBody?: { content: Record<string, { schema: { properties?: object } }> };
	parameters?: { name: string; in: string }[];
	responses: Record<string, { content?: Record<string, { schema?: { properties?: object } }> }>;
}

async function documented() {
	const response = await exports.default.fetch("https://rialto.test/api/openapi.json");
	const document = await response.json<{ paths: Record<string, Record<string, Operation>> }>();
	/** With what stands once under a name in its places again. */
	const whole = (part: unknown): unknown => {
		if (Array.isArray(part)) return part.map(whole);
		if (typeof part !== "object" || part === null) return part;
		if ("$ref" in part) {
			const names = String(part.$ref).replace(/^#\//, "").split("/");
			return whole(names.reduce((at: unknown, name) => (at as Record<string, unknown>)[name], document));
		}
		return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, whole(value)]));
	};
	const { paths } = whole(document) as typeof document;
	return Object.entries(paths).flatMap(([path, methods]) =>
		Object.entries(methods).map(([method, operation]) => ({
			route: `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
			operation,
		})),
	);
}

test("the document has every route of /api with its shapes, and no other", async () => {
	const operations = await documented();
	expect(operations.map(({ route }) => route).sort()).toEqual([...routes].sort());
	for (const { route, operation } of operations) {
		expect(operation.summary, route).toMatch(/\w/);
		expect(operation.security, route).toBeDefined();
		if (/docs|openapi/.test(route)) continue;
		const [status] = Object.keys(operation.responses);
		const answers = operation.responses[status ?? ""]?.content;
		if (route.endsWith(".csv")) expect(answers, route).toHaveProperty("text/csv");
		else {
			const shape = answers?.["application/json"]?.schema;
			expect(Object.keys(shape?.properties ?? {}).length, route).toBeGreaterThan(0);
		}
		if (!(route in open)) expect(operation.responses, route).toHaveProperty("401");
		if (!route.startsWith("GET ")) expect(operation.responses, route).toHaveProperty("403");
		for (const [, name] of route.matchAll(/:(\w+)/g))
			expect(operation.parameters, route).toContainEqual(expect.objectContaining({ in: "path", name }));
	}
	for (const { route, operation } of operations) {
		const body = operation.requestBody?.content["application/json"];
		if (body) expect(body, route).toHaveProperty("example");
	}
	const ban = operations.find(({ route }) => route === "POST /api/users/:id/ban");
	const fields = ban?.operation.requestBody?.content["application/json"]?.schema.properties;
	expect(Object.keys(fields ?? {})).toEqual(["reason", "until"]);
});

test("the page of the document loads nothing and names every route", async () => {
	const response = await exports.default.fetch("https://rialto.test/api/docs");
	expect(response.headers.get("content-type")).toContain("text/html");
	expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
	const page = await response.text();
	expect(page).not.toMatch(/<script|<link|src=|@import|url\(/);
	for (const { route } of await documented()) {
		const [method = "", path = ""] = route.split(" ");
		const written = `<b class="${method.toLowerCase()}">${method.toLowerCase()}</b> <code>${path.replaceAll(/:(\w+)/g, "{$1}")}</code>`;
		expect(page).toContain(written);
	}
	// A text of a setting or a schema can't become markup.
	expect(page).toContain("Bearer $OWNER_KEY");
	expect(page).not.toContain("undefined");
});

async function doctor() {
	const { ok, checks } = doctorAnswer.parse(await (await api("/api/doctor")).json());
	const of = (name: string) => checks.find((check) => check.name.startsWith(name));
	return { ok, checks, of };
}

test("the doctor finds a lost webhook, a wrong chat and a dead token, and says what to do", async () => {
	const { simulator, token, bot } = telegram;
	const well = await doctor();
	expect(well.ok).toBe(true);
	expect(well.of("Links")?.detail).toContain("no S3 keys are set");
	expect(well.checks.map(({ name }) => name)).toEqual([
		...["Database (D1)", "Files (R2)", "Queue", "Bot @rialto_bot", "Links to files (R2 by S3)"],
	]);
	expect(await env.DB.prepare("SELECT count(*) AS n FROM outbox").first("n")).toBe(0);
	expect((await env.MEDIA.list()).objects).toEqual([]);

	const telegramCall = (method: string, body: object) =>
		simulator.fetch(
			new Request(`http://telegram.test/bot${token}/${method}`, {
				method: "POST",
				headers: { "content-type": "application/json" },
				body: JSON.stringify(body),
			}),
		);
	await telegramCall("setWebhook", { url: "https://elsewhere.test/hook" });
	await api("/api/config", { key: "staff.control_chat_id", value: -1001 });
	const ill = await doctor();
	expect(ill.ok).toBe(false);
	expect(ill.of("Bot")).toMatchObject({
		ok: false,
		detail: `its webhook is https://elsewhere.test/hook, not https://rialto.test/telegram/${bot}`,
		fix: expect.stringContaining("POST /api/bots/webhooks"),
	});
	expect(ill.of("Control chat")).toMatchObject({ ok: false, detail: expect.stringContaining("-1001") });
	expect(ill.of("Control chat")?.fix).toContain("staff.control_chat_id");

	await api("/api/bots/webhooks", {});
	const owner = simulator.createUser({ first_name: "Olga" });
	const group = simulator.createGroup(owner.id, { title: "Control", type: "supergroup" });
	simulator.setMember(owner.id, { chat: group.id, user: bot, status: "member" });
	await api("/api/config", { key: "staff.control_chat_id", value: group.id });
	const cured = await doctor();
	expect(cured.of("Bot")?.ok).toBe(true);
	expect(cured.of("Control chat")).toMatchObject({ ok: true, detail: '@rialto_bot sees "Control"' });
	await api("/api/config", { key: "staff.control_chat_id", value: 0 });

	simulator.addFault({ method: "getMe", status: 401, description: "Unauthorized", times: 1 });
	expect((await doctor()).of("Bot")).toMatchObject({
		detail: "getMe failed: Unauthorized",
		fix: expect.stringContaining(`DELETE /api/bots/${bot}`),
	});
});

test("the doctor's message goes through the queue as a job that does nothing", async () => {
	const { consume } = await import("../src/jobs.ts");
	const message = {
		id: "1",
		body: { kind: "probe" },
		attempts: 1,
		timestamp: new Date(),
		ack: vi.fn(),
		retry: vi.fn(),
	};
	await consume(
		{ queue: "events", messages: [message], ackAll() {}, retryAll() {} } as unknown as MessageBatch,
		env,
	);
	expect(message.ack).toHaveBeenCalledOnce();
	expect(message.retry).not.toHaveBeenCalled();
});
