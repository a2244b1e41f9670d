import { createServer, request, type Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPath, startFront } from "./front.ts";

const seen: { url: string; headers: NodeJS.Dict<string | string[]>; body: string }[] = [];
const servers: Server[] = [];
let port = 0;

const portOf = (server: Server) => {
	const address = server.address();
	return address && typeof address === "object" ? address.port : 0;
};

beforeAll(async () => {
	const behind = createServer(async (req, res) => {
		let body = "";
		for await (const chunk of req) body += chunk;
		seen.push({ url: req.url ?? "", headers: req.headers, body });
		res.writeHead(201, ["X-Who", "worker", "Set-Cookie", "a=1", "Set-Cookie", "b=2"]).end(`got ${body}`);
	});
	await new Promise<void>((done) => behind.listen(0, "127.0.0.1", done));
	const front = await startFront(0, portOf(behind));
	servers.push(behind, front);
	port = portOf(front);
});

afterAll(() => {
	for (const server of servers) {
		server.closeAllConnections();
		server.close();
	}
});

/** As it is written, which `fetch` would put right. */
const ask = (path: string, headers: Record<string, string> = {}) =>
	new Promise<number>((done, fail) => {
		const asked = request({ host: "127.0.0.1", port, path, headers }, (answer) => {
			answer.resume();
			done(answer.statusCode ?? 0);
		});
		asked.on("error", fail);
		asked.end();
	});

test("nothing that wrangler serves beside the Worker can be reached, however it is written", async () => {
	const closed = [
		"/cdn-cgi/local/explorer/api/d1/database",
		"/cdn-cgi/explorer",
		"/cdn-cgi/local/platform-proxy",
		"/cdn-cgi/platform-proxy",
		"/cdn-cgi/local/r2/public/rialto-media/a.jpg",
		"/cdn-cgi/handler/scheduled?cron=*+*+*+*+*",
		"/cdn-cgi/local/scheduled",
		"/cdn-cgi/mf/scheduled",
		"/cdn-cgi/handler/email?from=a@b.c&to=d@e.f",
		"/cdn-cgi/live-reload",
		"/cdn-cgi/ProxyWorker/play",
		"/cdn-cgi",
		"/CDN-CGI/local/explorer",
		"/__cf_local/imagedelivery/x",
		"/x/../cdn-cgi/local/explorer",
		"/./cdn-cgi/./local/explorer",
		"/cdn-cgi\\local\\explorer",
		"\\cdn-cgi/local/explorer",
		"/cdn-cgi/local/r2/s3/../public/rialto-media/a.jpg",
		"/cdn-cgi/local/r2/s3/%2e%2e/public/rialto-media/a.jpg",
		"/cdn-cgi/local/r2/s3",
		"http://localhost/cdn-cgi/local/explorer",
		"*",
	];
	const before = seen.length;
	for (const path of closed) expect([path, openPath(path)]).toEqual([path, null]);
	for (const path of closed.filter((one) => one.startsWith("/")))
		expect([path, await ask(path, { host: "localhost" })]).toEqual([path, 404]);
	expect(seen.length).toBe(before);
});

test("what is the Worker's goes through as it came, with its body and both its cookies", async () => {
	const url = `http://127.0.0.1:${port}/api/x?q=%2F..%2F&a=1`;
	const response = await fetch(url, {
		method: "POST",
		headers: { "x-mine": "yes", "mf-original-url": "http://localhost/cdn-cgi/local/explorer" },
		body: "héllo",
	});
	expect([response.status, await response.text()]).toEqual([201, "got héllo"]);
	expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
	const { url: path, headers, body } = seen.at(-1) ?? { url: "", headers: {}, body: "" };
	expect([path, body]).toEqual(["/api/x?q=%2F..%2F&a=1", "héllo"]);
	expect(headers).toMatchObject({ host: `127.0.0.1:${port}`, "x-mine": "yes" });
	expect(headers["mf-original-url"]).toBeUndefined();
	const parts = new ReadableStream({
		start(controller) {
			for (const part of ["one ", "two"]) controller.enqueue(new TextEncoder().encode(part));
			controller.close();
		},
	});
	const streamed = await fetch(url, { method: "POST", body: parts, duplex: "half" } as RequestInit);
	expect(await streamed.text()).toBe("got one two");
	expect(await ask("/cdn-cgi/local/r2/s3/rialto-media/a.jpg?X-Amz-Signature=1")).toBe(201);
	expect(seen.at(-1)?.url).toBe("/cdn-cgi/local/r2/s3/rialto-media/a.jpg?X-Amz-Signature=1");
});

test("an upgrade is an ordinary request, and a Worker that is gone is a 502", async () => {
	expect(await ask("/admin", { connection: "upgrade", upgrade: "websocket" })).toBe(201);
	expect(seen.at(-1)?.headers.upgrade).toBeUndefined();
	const lonely = await startFront(0, 1);
	servers.push(lonely);
	expect((await fetch(`http://127.0.0.1:${portOf(lonely)}/`)).status).toBe(502);
});

test("it listens on this machine only", () => {
	expect(servers.map((server) => server.address())).toEqual(
		servers.map(() => expect.objectContaining({ address: "127.0.0.1" })),
	);
});
