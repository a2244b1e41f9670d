import { createServer, type IncomingMessage } from "node:http";
import { type FakeAccount, Refusal } from "./account.ts";
import type { Answer } from "./call.ts";
import { routes } from "./routes.ts";

export interface FakeCloudflare {
	/** For CLOUDFLARE_API_BASE_URL. */
	url: string;
	/** Every call that changes something, in order: `POST /queues`. */
	changes: string[];
	/** Says of a call whether it fails. */
	fault: ((call: string) => boolean) | null;
	/** Calls nobody has taught this fake. */
	unknown: string[];
	close: () => Promise<void>;
}

/** Cloudflare in a box: the API that wrangler and the deployment talk to, with one account's state in memory. */
export async function startFakeCloudflare(account: FakeAccount): Promise<FakeCloudflare> {
	const fake: FakeCloudflare = {
		...{ url: "", changes: [], fault: null, unknown: [] },
		close: () => new Promise((done) => server.close(() => done())),
	};
	const server = createServer(async (request, response) => {
		const reply = (status: number, body: unknown) => {
			response.writeHead(status, { "content-type": "application/json" });
			response.end(JSON.stringify(body));
		};
		try {
			const { result, status = 200, info } = await answer(fake, account, request);
			reply(status, { success: true, errors: [], messages: [], result, result_info: info });
		} catch (error) {
			const { status, code, message } =
				error instanceof Refusal ? error : new Refusal(500, 10000, String(error));
			reply(status, { success: false, errors: [{ code, message }], messages: [], result: null });
		}
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const address = server.address();
	fake.url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/client/v4`;
	return fake;
}

async function answer(fake: FakeCloudflare, account: FakeAccount, request: IncomingMessage): Promise<Answer> {
	const { method = "GET", headers } = request;
	const url = new URL(request.url ?? "/", fake.url);
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk);
	const body = Buffer.concat(chunks);
	// Files come with a token of their own.
	if (!/^Bearer (token-of-tests|session)$/.test(headers.authorization ?? ""))
		throw new Refusal(403, 9109, "Invalid access token");
	const path = url.pathname.replace("/client/v4", "").replace(`/accounts/${account.id}`, "");
	const call = `${method} ${path}`;
	// A question that is a POST changes nothing.
	const asks = path.endsWith("/query")
		? /"sql":"\s*(SELECT|PRAGMA)/i.test(body.toString())
		: /\/(sql|export|assets-upload-session|changeset)$/.test(path);
	const changes = method !== "GET" && !asks;
	if (changes && fake.fault?.(call)) throw new Refusal(400, 10001, `a fault was injected: ${call}`);
	for (const [verb, pattern, handler] of routes) {
		const match = verb === method ? pattern.exec(path) : null;
		if (!match) continue;
		const form = () =>
			new Response(body, { headers: { "content-type": headers["content-type"] ?? "" } }).formData();
		const json = () => JSON.parse(body.toString() || "{}");
		const done = await handler(
			{ method, path, query: url.searchParams, ids: match.slice(1), json, form },
			account,
		);
		if (changes) fake.changes.push(call);
		return done;
	}
	fake.unknown.push(call);
	throw new Refusal(404, 7003, `nobody has taught this fake ${call}`);
}
