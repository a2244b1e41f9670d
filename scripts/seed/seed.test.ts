import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clean } from "../../src/media/rules/clean.ts";
import { apiAt } from "./api.ts";
import { firstGroup, seedDemo, wholeDemo } from "./demo.ts";
import { pictures, videos } from "./uploads.ts";

function cleaned(bytes: Uint8Array) {
	const reading = clean(bytes.length);
	for (let step = reading.next(); ; ) {
		if (step.done) return step.value;
		step = reading.next(bytes.subarray(step.value.at, step.value.at + step.value.length));
	}
}

test("the media library takes what the demo draws, each file small and another one", () => {
	const files = [...pictures("x", 20, 320), ...videos("x", 3)].map((file) => ({
		...file,
		made: file.bytes(),
	}));
	for (const { type, made } of files) {
		expect(cleaned(made).type).toBe(type);
		expect(made.length).toBeLessThan(100_000);
	}
	expect(new Set(files.map(({ made }) => Buffer.from(made).toString("base64"))).size).toBe(23);
});

/** As much of the API as the script uses, in memory. */
const there = {
	calls: [] as string[],
	media: [] as { id: string; name: string }[],
	creator: null as null | Record<string, unknown>,
	products: [] as Record<string, unknown>[],
	gallery: [] as { id: string }[],
	groups: [] as unknown[],
};
const whole = () => ({ creator: { ...there.creator, gallery: there.gallery, products: there.products } });

function answer(method: string, path: string, body: Record<string, unknown>): unknown {
	if (path === "/api/accounts") return { accounts: [{ id: 1 }, { id: 2 }] };
	if (path.startsWith("/api/groups")) return { groups: there.groups, next: null };
	if (method === "GET" && path.startsWith("/api/creators?"))
		return { creators: there.creator ? [there.creator] : [] };
	if (method === "GET" && path.startsWith("/api/media")) return { media: there.media, next: null };
	if (path === "/api/creators") {
		there.creator = {
			...body,
			id: "c",
			account_id: 1,
			active: true,
			verified_at: null,
			link: "https://t.me/x",
		};
		return whole();
	}
	if (path === "/api/media") {
		const id = `m${there.media.length}`;
		there.media.push({ id, name: String(body.name) });
		return { id, url: `${url}/put/${id}`, headers: { "content-type": String(body.type) } };
	}
	if (path.endsWith("/gallery")) there.gallery = (body.media as string[]).map((id) => ({ id }));
	if (path.endsWith("/verify") && there.creator) there.creator.verified_at = "now";
	if (path.endsWith("/products"))
		there.products.push({ id: `p${there.products.length}`, state: "on_sale", ...body });
	return path.startsWith("/api/creators/") ? whole() : {};
}

let url = "";
const server = createServer(async (request, response) => {
	let sent = "";
	for await (const piece of request) sent += piece;
	const { method = "", url: path = "" } = request;
	there.calls.push(`${method} ${path.replace(/\/(m|p)\d+/, "/$1")}`);
	const body = sent && !path.startsWith("/put") ? JSON.parse(sent) : {};
	response.end(JSON.stringify(answer(method, path, body)));
});
beforeAll(async () => {
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const address = server.address();
	url = typeof address === "object" && address ? `http://127.0.0.1:${address.port}` : "";
});
afterAll(() => void server.close());

test("the demo is added once, as it is described: a repeat uploads nothing and doubles nothing", async () => {
	const api = apiAt(url, "key");
	expect(await wholeDemo(api)).toBe(null);
	await seedDemo(api);
	const count = (call: string) => there.calls.filter((one) => one === call).length;
	expect(there.creator).toMatchObject({
		...{
			name: "Amanda Silva",
			username: "amanda_exclusive",
			tier: "gold",
			country: "BR",
			verified_at: "now",
		},
	});
	expect(there.gallery).toHaveLength(4);
	expect(there.products.map(({ title, type, reference }) => [title, type, reference])).toEqual([
		["Pack Verao", "content", { currency: "BRL", amount: 2990 }],
		["Pack Fitness", "ppv", { currency: "BRL", amount: 4990 }],
		["Assinatura VIP", "subscription", { currency: "BRL", amount: 7990 }],
	]);
	expect(there.products.map(({ media }) => (media as string[]).length)).toEqual([15, 23, 0]);
	expect([count("PUT /put/m"), count("POST /api/media/m/complete")]).toEqual([42, 42]);
	// Verified last: nobody sees a profile that is half there.
	expect(there.calls.at(-2)).toBe("POST /api/creators/c/verify");

	await seedDemo(api);
	expect([count("PUT /put/m"), there.products.length, count("POST /api/creators")]).toEqual([42, 3, 1]);
	const before = there.calls.length;
	expect(await wholeDemo(api)).toMatchObject({ username: "amanda_exclusive" });
	expect(there.calls.length - before).toBe(2);
});

test("where the demo can't be promoted, one reads what to do", async () => {
	const api = apiAt(url, "key");
	await expect(firstGroup(api)).rejects.toThrow(/add one to a group as an administrator/);
	there.groups = [{ id: -5, title: "Chess", rights: null }];
	await expect(firstGroup(api)).rejects.toThrow(/no administrator of Chess/);
	there.groups = [{ id: -5, title: "Chess", rights: [] }];
	expect(await firstGroup(api)).toMatchObject({ id: -5 });
});
