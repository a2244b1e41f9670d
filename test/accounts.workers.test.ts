import { beforeAll, expect, test } from "vitest";
import { app } from "../src/app.ts";
import { aCreator, aPicture, aProduct } from "./shop-world.ts";
import { audited, Browser, member, owner, staffIdOf, wholeTeam } from "./staff-kit.ts";
import { Phone, startTelegram } from "./telegram.ts";

/** Everybody here is of the account 1; what is of the second is what they must not know of. */
let telegram: Awaited<ReturnType<typeof startTelegram>>;
let browsers: Awaited<ReturnType<typeof wholeTeam>>["browsers"];
let second: number;
/** May everything that is anybody's of an account, in the account 1. */
let machine: Browser;

const keyOf = async (body: object) => {
	const { status, text, body: made } = await owner().post("/api/keys", { name: "machine", ...body });
	if (status !== 201) throw new Error(text);
	return new Browser({ authorization: `Bearer ${made.secret}` });
};
const both = ["read", "write"];
const inAccount = (account: number) => ({ "x-account": String(account) });

/** What there is of the second account, and the id of nothing, by the kind of an id in a path: a room adds its own. */
const things: Record<string, { theirs: string; none: string }> = {};
/** What a route takes besides ids, where that is more than nothing. */
const bodies: Record<string, object> = {
	"PATCH /api/accounts/:id": { name: "Renamed" },
	"PATCH /api/creators/:id": { name: "Renamed" },
	"POST /api/creators/:id/verify": { seen: "passport" },
	"PUT /api/creators/:id/gallery": { media: [] },
	"POST /api/creators/:id/products": { type: "subscription", title: "VIP", stars: 10, days: 30 },
	"POST /api/creators/:id/payouts": { stars: 1, note: "paid" },
	"POST /api/creators/:id/codes": { code: "TEN", percent: 10 },
	"PATCH /api/creators/:id/codes/:code": { active: true },
	"PATCH /api/products/:id": { title: "Renamed" },
	"PATCH /api/media/:id": { name: "renamed.jpg" },
};
/** Parts of a path that are no id of an account's. */
const plain: Record<string, string> = { code: "THEIRS" };

const routes = [
	...new Set(
		app.routes
			.filter(({ path, method }) => path.startsWith("/api") && method !== "ALL")
			.map(({ method, path }) => `${method} ${path}`),
	),
];
const kindOf = (route: string) => / \/api\/([\w-]+)/.exec(route)?.[1] ?? "";
const idsIn = (route: string, id: string) =>
	route
		.replace(/^\w+ /, "")
		.replace(":id", id)
		.replaceAll(/:(\w+)/g, (_, name: string) => plain[name] ?? "1");

function call(browser: Browser, route: string, id: string, headers: Record<string, string> = {}) {
	const [method = ""] = route.split(" ");
	return browser.call(method, idsIn(route, id), bodies[route] ?? {}, headers);
}

beforeAll(async () => {
	telegram = await startTelegram();
	({ browsers } = await wholeTeam(telegram));
	await owner().post("/api/config/bulk", { "api.requests_per_minute": 10_000 });
	const made = await owner().post("/api/accounts", { name: "The second team" });
	expect(made.status).toBe(201);
	second = made.body.id;
	machine = await keyOf({
		permissions: { shop: both, sales: both, people: both, payments: both, groups: both },
		accounts: [1],
	});
	const creator = await aCreator({ accountId: second });
	const media = await aPicture(second);
	const product = await aProduct(creator, { title: "Their pack", media: [media] });
	await owner().post(`/api/creators/${creator.id}/codes`, { code: "THEIRS", percent: 10 });
	const host = telegram.simulator.createUser({ first_name: "Host" }).id;
	const club = telegram.simulator.createGroup(host, { title: "Their club", type: "supergroup" }).id;
	telegram.simulator.setMember(host, { chat: club, user: telegram.bot, status: "administrator" });
	const linked = { chat_id: club };
	bodies["POST /api/products/:id/chats"] = linked;
	plain.chatId = String(club);
	await owner().call("POST", `/api/products/${product.id}/chats`, linked, inAccount(second));
	const nothing = "0".repeat(26);
	things.creators = { theirs: creator.id, none: `crt_${nothing}` };
	things.products = { theirs: product.id, none: `prd_${nothing}` };
	things.media = { theirs: media, none: `med_${nothing}` };
});

test("what is another account's is answered as if it did not exist, by every route that takes an id", async () => {
	const { body: document } = await new Browser().get("/api/openapi.json");
	const ofAccounts = routes.filter((route) => {
		const [method = "", path = ""] = route.split(" ");
		const operation = document.paths[path.replaceAll(/:(\w+)/g, "{$1}")]?.[method.toLowerCase()];
		return path.includes(":") && (things[kindOf(route)] || /`(shop|sales):/.test(operation?.description));
	});
	expect(ofAccounts.length).toBeGreaterThan(15);
	for (const route of ofAccounts) {
		const thing = things[kindOf(route)];
		if (!thing) throw new Error(`${route}: say in \`things\` what of it is another account's`);
		for (const [who, browser] of Object.entries({ machine, creator: browsers.creator })) {
			const theirs = await call(browser, route, thing.theirs);
			const none = await call(browser, route, thing.none);
			const said = `${who}: ${route} answers ${theirs.text}`;
			expect({ status: theirs.status, ...theirs.body.error }, said).toEqual({
				status: none.status,
				...none.body.error,
			});
			if (who === "machine") expect(theirs.status, said).toBe(404);
			// To name the account leads no further.
			expect((await call(browser, route, thing.theirs, inAccount(second))).status, said).toBe(theirs.status);
		}
	}
	// The table asks for what there is: whoever may know of it finds it.
	const deletingLast = (a: string, b: string) =>
		Number(a.startsWith("DELETE")) - Number(b.startsWith("DELETE"));
	for (const route of ofAccounts.toSorted(deletingLast)) {
		const { theirs } = things[kindOf(route)] ?? { theirs: "" };
		const { status, text } = await call(owner(), route, theirs, inAccount(second));
		expect([400, 401, 403, 404, 500], `${route} answers ${text}`).not.toContain(status);
	}
});

test("nor is it in a list, a search, a filter or what refers to it", async () => {
	const lists = routes.filter(
		(route) => route.startsWith("GET ") && !route.includes(":") && things[kindOf(route)],
	);
	expect(lists).toContain("GET /api/creators");
	const own = await aCreator({ accountId: 1 });
	for (const list of [...lists, "GET /api/sales", "GET /api/accounts"]) {
		const path = list.replace("GET ", "");
		for (const browser of [machine, browsers.creator]) {
			const { status, text } = await browser.get(path);
			expect(status, path).toBe(200);
			for (const { theirs } of Object.values(things)) expect(text, path).not.toContain(theirs);
			expect(text, path).not.toContain("second team");
			const named = async (account: number) => {
				const answer = await browser.call("GET", path, undefined, inAccount(account));
				return { status: answer.status, ...answer.body, request_id: null };
			};
			expect(await named(second), path).toEqual(await named(999));
		}
	}
	expect((await machine.get("/api/creators?q=creator1")).body.creators).toEqual([]);
	const same = async (
		ask: (thing: { theirs: string; none: string }) => [string, string, object?],
		kind: string,
	) => {
		const { theirs, none } = things[kind] ?? { theirs: "", none: "" };
		const [a, b] = [ask({ theirs, none: theirs }), ask({ theirs: none, none })];
		const answers = [await browsers.creator.call(...a), await browsers.creator.call(...b)];
		const [first, other] = answers.map(({ status, body }) => ({ status, ...body.error }));
		expect(first, a.join(" ")).toEqual(other);
		expect([400, 404], a.join(" ")).toContain(first?.status);
	};
	await same(({ theirs }) => ["GET", `/api/sales?creator=${theirs}`], "creators");
	await same(({ theirs }) => ["GET", `/api/sales?product=${theirs}`], "products");
	await same(({ theirs }) => ["PUT", `/api/creators/${own.id}/gallery`, { media: [theirs] }], "media");
	const pack = { type: "content", title: "Pack", stars: 10 };
	await same(
		({ theirs }) => ["POST", `/api/creators/${own.id}/products`, { ...pack, media: [theirs] }],
		"media",
	);
	await same(
		({ theirs }) => ["POST", `/api/creators/${own.id}/codes`, { code: "X1", percent: 5, product_id: theirs }],
		"products",
	);
	const code = (one: string) =>
		browsers.creator.call("PATCH", `/api/creators/${own.id}/codes/${one}`, { active: false });
	const [theirs, none] = [await code("THEIRS"), await code("NOBODYS")];
	expect([theirs.status, theirs.body.error]).toEqual([none.status, none.body.error]);
	expect(theirs.status).toBe(404);
});

test("whoever is for several accounts names one in X-Account, and what is made is made there", async () => {
	const phone = await new Phone(telegram.simulator, telegram.bot, "Several").settleIn();
	const several = await member(phone, "creator");
	const id = await staffIdOf(several);
	const change = (body: object) => owner().call("PATCH", `/api/staff/${id}`, body);
	const add = (username: string, headers: Record<string, string> = {}) =>
		several.call("POST", "/api/creators", { name: "New", username }, headers);
	expect((await add("alone")).body.creator.account_id).toBe(1);
	// On the session that is open, at once.
	expect((await change({ accounts: [1, second] })).body.staff.accounts).toEqual([1, second]);
	expect((await several.get("/api/session")).body.staff.accounts).toEqual([1, second]);
	const asked = await add("nowhere");
	expect(asked.status).toBe(400);
	expect(asked.body.error).toMatchObject({ code: "account_required" });
	expect(asked.body.error.fields["X-Account"]).toBeDefined();
	expect((await add("there", inAccount(second))).body.creator.account_id).toBe(second);
	for (const wrong of [999, 3]) expect((await add("wrong", inAccount(wrong))).status).toBe(404);
	expect((await several.call("GET", "/api/creators", undefined, { "x-account": "abc" })).status).toBe(400);
	expect(
		(await several.get("/api/accounts")).body.accounts.map(({ name }: { name: string }) => name),
	).toEqual(["Main", "The second team"]);
	const { theirs } = things.creators ?? { theirs: "" };
	expect((await several.get(`/api/creators/${theirs}`)).status).toBe(200);
	expect((await change({ accounts: [1] })).status).toBe(200);
	expect((await several.get(`/api/creators/${theirs}`)).status).toBe(404);
	expect((await change({ role: "chatter", accounts: [second] })).status).toBe(200);
	expect((await several.get(`/api/creators/${theirs}`)).status).toBe(200);
	expect((await several.get("/api/sales")).status).toBe(403);
	expect((await audited("staff.changed")).at(-1)?.details).toEqual({ role: "chatter", accounts: [second] });
	// Another role has all of them, and none of its own any more.
	expect((await change({ accounts: [1], role: "viewer" })).status).toBe(400);
	expect((await change({ role: "viewer" })).body.staff.accounts).toEqual([]);
	expect((await change({ accounts: [1] })).body.error.fields.accounts).toBeDefined();
	expect((await several.get("/api/sales")).status).toBe(200);
});

test("an invitation, a key and a change are for accounts there are, and the roles that need some name them", async () => {
	const invite = (body: object) =>
		browsers.owner.post("/api/staff/invitations", { telegram_id: 77, ...body });
	const make = (body: object) => browsers.owner.post("/api/keys", { name: "key", ...body });
	for (const ask of [invite, make])
		for (const role of ["creator", "chatter"]) {
			for (const body of [{ role }, { role, accounts: [] }, { role, accounts: ["1"] }])
				expect((await ask(body)).body.error?.fields, JSON.stringify(body)).toBeDefined();
			const unknown = await ask({ role, accounts: [1, 998, 999] });
			expect(unknown.status).toBe(400);
			expect(unknown.body.error.fields.accounts).toContain("998, 999");
			expect((await ask({ role, accounts: [1, second, 1] })).status).toBe(201);
		}
	expect((await invite({ role: "operator", accounts: [1] })).status).toBe(400);
	expect((await make({ role: "creator", accounts: [1], permissions: { people: ["read"] } })).status).toBe(
		400,
	);
	expect((await make({ role: "owner" })).status).toBe(400);
	const [invited] = (await browsers.owner.get("/api/staff/invitations")).body.invitations;
	expect(invited).toMatchObject({ role: "chatter", accounts: [1, second] });
	const [key] = (await browsers.owner.get("/api/keys")).body.keys;
	expect(key).toMatchObject({ permissions: { shop: ["read"] }, accounts: [1, second] });
	// The last owner stays what they are, with nothing of what was asked.
	const id = await staffIdOf(browsers.owner);
	const demoted = await owner().call("PATCH", `/api/staff/${id}`, { role: "creator", accounts: [second] });
	expect(demoted.status).toBe(409);
	const { staff } = (await browsers.owner.get("/api/session")).body;
	expect(staff).toMatchObject({ role: "owner", accounts: [] });
});

test("a key reaches the accounts of whoever made it, and no others, from the moment that changes", async () => {
	const phone = await new Phone(telegram.simulator, telegram.bot, "Maker").settleIn();
	const maker = await member(phone, "owner");
	const id = await staffIdOf(maker);
	const keyBy = async (body: object) =>
		new Browser({
			authorization: `Bearer ${(await maker.post("/api/keys", { name: "k", ...body })).body.secret}`,
		});
	const all = await keyBy({ permissions: { shop: both } });
	const one = await keyBy({ permissions: { shop: both }, accounts: [1] });
	const seen = async (browser: Browser) => {
		const { status, body } = await browser.get("/api/accounts");
		return status === 200 ? body.accounts.map((account: { id: number }) => account.id) : status;
	};
	expect(await seen(all)).toEqual([1, second]);
	expect(await seen(one)).toEqual([1]);
	await owner().call("PATCH", `/api/staff/${id}`, { role: "creator", accounts: [second] });
	expect(await seen(all)).toEqual([second]);
	expect(await seen(one)).toEqual([]);
	await owner().call("PATCH", `/api/staff/${id}`, { role: "chatter", accounts: [1] });
	expect(await seen(one)).toEqual([1]);
	expect((await one.post("/api/creators", { name: "A", username: "keyed" })).status).toBe(403);
});

test("accounts are added and renamed by owners, and who has none sees none", async () => {
	for (const who of ["operator", "viewer", "creator", "chatter"] as const) {
		expect((await browsers[who].post("/api/accounts", { name: "Mine" })).status, who).toBe(403);
		const renamed = await browsers[who].call("PATCH", "/api/accounts/1", { name: "Mine" });
		expect(renamed.status, who).toBe(403);
		const { accounts } = (await browsers[who].get("/api/accounts")).body;
		expect(accounts.length, who).toBe(["creator", "chatter"].includes(who) ? 1 : 2);
	}
	expect((await owner().post("/api/accounts", { name: " " })).status).toBe(400);
	const renamed = await owner().call("PATCH", `/api/accounts/${second}`, {
		name: "The second team, renamed",
	});
	expect(renamed.body).toMatchObject({ id: second, name: "The second team, renamed" });
	expect((await owner().call("PATCH", "/api/accounts/999", { name: "Nobody" })).status).toBe(404);
	expect((await audited("account.renamed")).at(-1)?.subject).toBe(String(second));
	// A creator's share of what is sold is not theirs to set.
	const own = await aCreator({ accountId: 1 });
	const percent = (browser: Browser) =>
		browser.call("PATCH", `/api/creators/${own.id}`, { percent: 100 }).then(({ status }) => status);
	expect(await percent(browsers.creator)).toBe(403);
	expect(await percent(browsers.operator)).toBe(200);
	expect((await browsers.creator.call("PATCH", `/api/creators/${own.id}`, { name: "Me" })).status).toBe(200);
});

test("whoever is invited is told as what, in words", async () => {
	for (const role of ["creator", "chatter"] as const) {
		const phone = await new Phone(telegram.simulator, telegram.bot, role).settleIn();
		await member(phone, role);
		expect(phone.messages().some(({ text }) => text?.includes(`as ${role}.`))).toBe(true);
	}
});
