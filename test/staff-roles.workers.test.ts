import { env } from "cloudflare:test";
import { beforeAll, expect, test, vi } from "vitest";
import { app } from "../src/app.ts";
import { Browser, owner, staffIdOf, wholeTeam } from "./staff-kit.ts";
import { ownerKey, type Phone, startTelegram } from "./telegram.ts";

type Who = "owner" | "operator" | "viewer" | "creator" | "chatter" | "key" | "nobody";

let telegram: Awaited<ReturnType<typeof startTelegram>>;
const browsers = {} as Record<Who, Browser>;
let viewer: Phone;

beforeAll(async () => {
	telegram = await startTelegram();
	const team = await wholeTeam(telegram);
	Object.assign(browsers, team.browsers);
	viewer = team.phones.viewer;
	const { body } = await browsers.owner.post("/api/keys", {
		name: "reads people, writes groups",
		permissions: { people: ["read"], groups: ["write"] },
	});
	browsers.key = new Browser({ authorization: `Bearer ${body.secret}` });
	browsers.nobody = new Browser();
	// The table below asks for everything in a moment.
	await owner().post("/api/config/bulk", {
		"api.requests_per_minute": 10_000,
		"api.users_per_minute": 10_000,
		"api.config_per_minute": 10_000,
	});
});

/** What each route below /api is about, written down once more: nothing gets another door by a slip in a tag. */
const areaOf: [RegExp, string][] = [
	[/ \/api\/(docs|openapi\.json|login(\/link)?|request-login)$/, "open"],
	[/ \/api\/(session(\/.*)?|logout)$/, "person"],
	[/^GET \/api\/accounts$/, "shop"],
	[/ \/api\/(staff|keys|accounts)(\/|$)/, "staff"],
	[/ \/api\/creators\/:id\/verify$/, "people"],
	[/ \/api\/creators\/:id\/promotions$/, "groups"],
	[/ \/api\/creators\/:id\/payouts$/, "payments"],
	[/ \/api\/(sales|creators\/:id\/revenue|products\/:id\/buyers)$/, "sales"],
	[/ \/api\/(creators|products)(\/|$)/, "shop"],
	[/ \/api\/users\/:id\/(money|grants|ledger)$/, "payments"],
	[/ \/api\/users(\/|$)/, "people"],
	[/ \/api\/reports(\/|$)/, "reports"],
	[/ \/api\/(requests|saved-replies)(\/|$)/, "requests"],
	[/ \/api\/(groups|clearings|posts|group-campaigns)(\/|$)/, "groups"],
	[/ \/api\/(broadcast|campaigns|templates)(\/|$)/, "campaigns"],
	[/ \/api\/media(\/|$)/, "groups campaigns shop"],
	[/^PUT \/api\/plans$/, "settings"],
	[/ \/api\/(plans|orders|payments|refund-requests|findings|reconciliation)(\/|\.csv$|$)/, "payments"],
	[/ \/api\/(referrals|payouts)(\/|$)/, "referrals"],
	[/ \/api\/(config|setup)(\/|$)/, "settings"],
	[/ \/api\/bots(\/|$)/, "bots"],
	[/ \/api\/(overview|stats|analytics|monitoring)(\/|$)/, "system"],
	[/ \/api\/(audit|failed-updates|doctor|dead-jobs)(\/|\.csv$|$)/, "system"],
];

const operatorWrites = [
	...[
		"people",
		"reports",
		"requests",
		"groups",
		"campaigns",
		"payments",
		"referrals",
		"shop",
		"sales",
		"system",
	],
];

function expected(who: Who, area: string, write: boolean): 401 | 403 | "allowed" {
	if (area === "open") return "allowed";
	if (who === "nobody") return 401;
	if (area === "person") return who === "key" ? 401 : "allowed";
	const oneOf = area.split(" ");
	const allowed = {
		owner: true,
		operator: write ? oneOf.some((one) => operatorWrites.includes(one)) : area !== "staff",
		viewer: !write && area !== "staff",
		creator: oneOf.includes("shop") || (!write && oneOf.includes("sales")),
		chatter: !write && oneOf.includes("shop"),
		key: oneOf.includes(write ? "groups" : "people"),
	}[who];
	return allowed ? "allowed" : 403;
}

const routes = [
	...new Set(
		app.routes
			.filter(({ path, method }) => path.startsWith("/api") && method !== "ALL")
			.map(({ method, path }) => `${method} ${path}`),
	),
];

function call(browser: Browser, route: string, id: string) {
	const [method = "", path = ""] = route.split(" ");
	return browser.call(method, path.replaceAll(/:\w+/g, id), {});
}

test.for(["nobody", "key", "chatter", "creator", "viewer", "operator", "owner"] as const)(
	"every route lets in whom the table says, whatever is asked for, and nobody else: %s",
	async (who) => {
		expect(routes.length).toBeGreaterThan(80);
		// Who leaves loses their session, and five logins of one address are enough: both have tests of their own.
		const walked = routes.filter((route) => !/logout|request-login|session\/list\/:id/.test(route));
		for (const route of walked) {
			const area = areaOf.find(([pattern]) => pattern.test(route))?.[1];
			expect(area, `${route} is in no area`).toBeDefined();
			for (const id of ["424242", "no-such-thing"]) {
				const { status, body } = await call(browsers[who], route, id);
				const should = expected(who, area ?? "", !route.startsWith("GET "));
				const said = `${who}: ${route} answers ${status}`;
				if (should === "allowed") {
					expect([401, 403], said).not.toContain(status);
					expect(status, said).toBeLessThan(500);
				} else {
					expect(status, said).toBe(should);
					expect(body.error.code, said).toBe(should === 401 ? "unauthorized" : "forbidden");
				}
			}
		}
	},
);

test("the document says of every route what it needs", async () => {
	const { body } = await new Browser().get("/api/openapi.json");
	for (const route of routes.filter((one) => !/docs|openapi/.test(one))) {
		const [method = "", path = ""] = route.split(" ");
		const operation = body.paths[path.replaceAll(/:(\w+)/g, "{$1}")][method.toLowerCase()];
		const area = areaOf.find(([pattern]) => pattern.test(route))?.[1] ?? "";
		const action = method === "GET" ? "read" : "write";
		if (area === "open") expect(operation.description, route).toContain("Open to everybody");
		else if (area === "person") expect(operation.description, route).toContain("For whoever is signed in");
		else {
			const needed = area.split(" ").map((one) => `\`${one}:${action}\``);
			expect(operation.description, route).toContain(`Needs ${needed.join(" or ")} (`);
		}
		expect(operation.security.length === 0, route).toBe(area === "open");
	}
	expect(Object.keys(body.components.securitySchemes)).toEqual(["key", "session"]);
});

test("writes from pages of other origins are refused, also with a good session", async () => {
	for (const route of routes.filter((one) => !one.startsWith("GET "))) {
		const [method = "", path = ""] = route.split(" ");
		const from = { origin: "https://evil.example" };
		const { status, body } = await browsers.owner.call(method, path.replaceAll(/:\w+/g, "42"), {}, from);
		expect(status, route).toBe(403);
		expect(body.error.code, route).toBe("foreign_origin");
	}
	const from = { origin: "https://evil.example" };
	const path = "/api/auth/passkey/delete-passkey";
	expect((await browsers.owner.call("POST", path, { id: "x" }, from)).status).toBe(403);
	expect((await browsers.owner.get("/api/session")).status).toBe(200);
});

test("no answer and no line of the log has a bot's token, a webhook's secret or a key in it", async () => {
	const logged: string[] = [];
	for (const level of ["debug", "log", "info", "warn", "error"] as const)
		vi.spyOn(console, level).mockImplementation((...line) => void logged.push(line.map(String).join(" ")));
	const { secret } =
		(await env.DB.prepare("SELECT key AS secret FROM staff_keys").first<{ secret: string }>()) ?? {};
	const { webhookSecret } = await import("../src/platform/registry.ts");
	const config = env as unknown as { ENCRYPTION_KEY: string };
	const tokens = await env.DB.prepare("SELECT token FROM staff_sessions").all<{ token: string }>();
	const secrets = [
		...[telegram.token, telegram.token.split(":")[1] ?? "", ownerKey, config.ENCRYPTION_KEY],
		await webhookSecret(config.ENCRYPTION_KEY, telegram.bot),
		...[secret ?? "", ...tokens.results.map(({ token }) => token)],
	];
	for (const part of secrets) expect(part.length).toBeGreaterThan(10);
	const ids = [String(telegram.bot), String(viewer.id), await staffIdOf(browsers.owner)];
	for (const route of routes.filter((one) => one.startsWith("GET "))) {
		for (const id of route.includes(":") ? ids : [""]) {
			for (const browser of [browsers.owner, owner()]) {
				const { text } = await call(browser, route, id);
				for (const part of secrets) expect(text.includes(part), route).toBe(false);
			}
		}
	}
	// What has most to do with them: a bot is added, refused, and its webhook registered while Telegram is away.
	await owner().post("/api/bots", { token: telegram.token });
	await owner().post("/api/bots", { token: `${telegram.token}x` });
	telegram.simulator.addFault({ method: "setWebhook", status: 502, times: 1 });
	await owner().post("/api/bots/webhooks", {});
	telegram.simulator.addFault({ method: "sendMessage", drop_answer: true, times: 1 });
	await viewer.send("/help");
	const passkeys = await browsers.owner.get("/api/auth/passkey/list-user-passkeys");
	vi.restoreAllMocks();
	expect(logged.length).toBeGreaterThan(0);
	for (const part of secrets) {
		expect(passkeys.text).not.toContain(part);
		expect(logged.join("\n")).not.toContain(part);
	}
});
