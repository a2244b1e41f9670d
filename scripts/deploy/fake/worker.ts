import type { FakeAccount, Script } from "./account.ts";

/** By id: where a bot's webhook leads, and under which key its token is sealed. */
type Bots = Map<number, { webhook: string | null; sealedWith: string | undefined }>;

/** What a deployed Rialto answers of what the deployment asks it for. */
export class FakeWorker {
	readonly account: FakeAccount;
	readonly #bots = new Map<string, Bots>();

	/** Says of a call whether it fails. */
	fault: ((call: string) => boolean) | null = null;

	constructor(account: FakeAccount) {
		this.account = account;
	}

	/** The bots of one Worker. */
	bots(name = "rialto"): Bots {
		const bots = this.#bots.get(name) ?? new Map();
		this.#bots.set(name, bots);
		return bots;
	}

	/** The Worker of an address, if it is there. */
	#scriptOf(hostname: string): { name: string; script: Script } | undefined {
		const domain = this.account.domains.get(hostname);
		const name = domain?.service ?? hostname.replace(`.${this.account.subdomain}.workers.dev`, "");
		const script = this.account.scripts.get(name);
		return script && (domain || script.subdomain) ? { name, script } : undefined;
	}

	async answer(request: Request): Promise<Response> {
		const url = new URL(request.url);
		const found = this.#scriptOf(url.hostname);
		if (!found) throw new TypeError("fetch failed");
		const { name, script } = found;
		const bots = this.bots(name);
		if (url.pathname === "/health") return Response.json({ status: "ok" });
		if (request.headers.get("authorization") !== `Bearer ${script.secrets.get("OWNER_KEY")}`)
			return Response.json({ error: { code: "unauthorized" } }, { status: 401 });
		if (this.fault?.(`${request.method} ${url.pathname}`)) return new Response("fault", { status: 500 });
		const key = script.secrets.get("ENCRYPTION_KEY");
		const keys = [key, script.secrets.get("ENCRYPTION_KEY_PREVIOUS")];
		const hook = (id: number) => `${url.origin}/telegram/${id}`;
		const [, id] = /^\/api\/bots\/(\d+)$/.exec(url.pathname) ?? [];
		switch (`${request.method} ${id ? "/api/bots/:id" : url.pathname}`) {
			case "GET /api/bots":
				return Response.json({
					bots: [...bots.keys()].map((bot) => ({ id: bot, username: `bot${bot}` })),
				});
			case "POST /api/bots": {
				const bot = Number(String((await request.json()).token).split(":")[0]);
				bots.set(bot, { webhook: hook(bot), sealedWith: key });
				return Response.json({ bot: { id: bot } }, { status: 201 });
			}
			case "DELETE /api/bots/:id":
				bots.delete(Number(id));
				return Response.json({ ok: true });
			case "POST /api/bots/webhooks":
				for (const [bot, { sealedWith }] of bots) {
					if (!keys.includes(sealedWith))
						return Response.json({ error: "a token can't be read" }, { status: 500 });
					bots.set(bot, { webhook: hook(bot), sealedWith: key });
				}
				return Response.json({
					webhooks: [...bots.keys()].map((bot) => ({ id: bot, username: `bot${bot}`, ok: true })),
				});
			case "GET /api/doctor":
				return Response.json({
					checks: [...bots].map(([bot, { webhook }]) => ({
						...{ name: `Bot @bot${bot}`, ok: webhook === hook(bot) },
						detail: `its webhook is ${webhook}`,
					})),
				});
			default:
				return Response.json({ error: { code: "not_found" } }, { status: 404 });
		}
	}
}
