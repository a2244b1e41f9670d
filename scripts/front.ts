import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";

/** What wrangler serves beside the Worker, to whoever sends a local `Host`: the database, files, schedules, mail. */
const wranglersOwn = /^\/(cdn-cgi|__cf_local)(\/|$)/i;
/** Of that, what has a guard of its own: files, by signed links. */
const signedFiles = /^\/cdn-cgi\/local\/r2\/s3\/./;

/** For one connection only, or by which wrangler's parts speak with each other. */
const passedOn = (name: string) =>
	!/^(connection|keep-alive|transfer-encoding|upgrade|expect|te|trailer|proxy-.*|mf-.*)$/i.test(name);

/** The path as the runtime behind reads it, null if there is none in it or it must not be asked for. */
export function openPath(target: string): string | null {
	if (!target.startsWith("/")) return null;
	const { pathname, search } = new URL(`http://front${target}`);
	if (wranglersOwn.test(pathname) && !signedFiles.test(pathname)) return null;
	return `${pathname}${search}`;
}

/** The headers in pairs, as they came: some names come several times. */
function headersOf({ rawHeaders }: IncomingMessage): string[] {
	const kept: string[] = [];
	for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
		const [name = "", value = ""] = rawHeaders.slice(i, i + 2);
		if (passedOn(name)) kept.push(name, value);
	}
	return kept;
}

function pass(req: IncomingMessage, res: ServerResponse, workerPort: number): void {
	const path = openPath(req.url ?? "");
	if (path === null) {
		res.writeHead(404, { "content-type": "text/plain" }).end("There is nothing here.\n");
		req.resume();
		return;
	}
	const { method = "GET" } = req;
	const long = req.headers["transfer-encoding"] === undefined ? [] : ["Transfer-Encoding", "chunked"];
	const headers = [...headersOf(req), ...long];
	const asked = request({ host: "127.0.0.1", port: workerPort, method, path, headers, agent: false });
	asked.on("response", (answer) => {
		res.writeHead(answer.statusCode ?? 502, headersOf(answer));
		answer.on("error", () => res.destroy());
		answer.pipe(res);
	});
	asked.on("error", () => {
		if (res.headersSent) res.destroy();
		else res.writeHead(502, { "content-type": "text/plain" }).end("The Worker does not answer.\n");
	});
	res.on("close", () => asked.destroy());
	req.pipe(asked);
}

/**
 * The one port that is meant for others, for example behind a tunnel: passes on what is the Worker's.
 * Wrangler itself listens on a port of its own, which nobody is told.
 */
export async function startFront(port: number, workerPort: number): Promise<Server> {
	const server = createServer((req, res) => pass(req, res, workerPort));
	server.keepAliveTimeout = 60_000;
	await new Promise<void>((done, fail) => {
		server.once("error", fail);
		server.listen(port, "127.0.0.1", done);
	});
	return server;
}
