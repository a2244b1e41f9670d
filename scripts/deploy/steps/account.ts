import { z } from "zod";
import { areKept, choicesFile, keepChoices } from "../choices.ts";
import { ApiFailure } from "../cloudflare.ts";
import type { Site } from "../site.ts";
import type { Finding, Step } from "../step.ts";

const account = z.object({ id: z.string(), name: z.string() });
const dash = "https://dash.cloudflare.com";

/** Which account it is, and that the token opens it. */
export const accountStep = (site: Site): Step => ({
	name: "Account",
	async check() {
		const { api } = site.outside;
		const accounts = await api.list("/accounts", account).catch((error: unknown) => {
			if (!(error instanceof ApiFailure) || ![400, 401, 403].includes(error.status)) throw error;
			const why = `Cloudflare refuses the login (${error.message}).`;
			throw new Error(
				`${why} Run \`npx wrangler login\`, or set CLOUDFLARE_API_TOKEN (see docs/deploying.md).`,
			);
		});
		const wanted = site.choices.account;
		// A token that may not read the account's settings lists none, and does its work all the same.
		if (accounts.length === 0 && wanted) accounts.push({ id: wanted, name: "an account" });
		const found = wanted ? accounts.find(({ id }) => id === wanted) : accounts[0];
		const list = accounts.map(({ id, name }) => `${id} (${name})`).join(", ");
		if (!found) {
			const why = wanted
				? `does not open account ${wanted}, but ${list}`
				: "lists no account: set CLOUDFLARE_ACCOUNT_ID";
			return { is: "", changes: [], blocked: `This login ${why}` };
		}
		if (!wanted && accounts.length > 1) {
			return { is: "", changes: [], blocked: `Which account? Set CLOUDFLARE_ACCOUNT_ID to one of ${list}` };
		}
		site.accountId = found.id;
		return { is: `${found.name} (${found.id}), environment ${site.place.environment}`, changes: [] };
	},
});

/** What the account has to have, before anything is made; optional parts it lacks are left out. */
export const needsStep = (site: Site): Step => ({
	name: "Needs",
	async check(): Promise<Finding> {
		const notes: string[] = [];
		if (!(await hasFiles(site))) {
			site.without.add("files");
			notes.push(
				`R2 is not enabled: left out, so there is nowhere to keep files. Press "Enable R2" at ${dash}/${site.accountId}/r2 and deploy again.`,
			);
		}
		if (!(await hasAnalytics(site))) {
			site.without.add("analytics");
			notes.push(
				`Analytics Engine is not enabled: left out, so nothing is measured. Press "Enable" at ${dash}/${site.accountId}/workers/analytics-engine and deploy again.`,
			);
		}
		if (site.without.has("mail")) {
			const smtp = site.choices.vars.SMTP_HOST;
			if (!smtp) notes.push("No mail to staff: set MAIL_FROM (a domain with Email Routing) or SMTP_HOST.");
		}
		const plan = await planOf(site);
		if (plan !== "paid")
			notes.push(`${plan === "free" ? "The free plan" : "The plan can't be read; if free, it"}: ${free}`);
		const blocked = await addressLacks(site);
		return { is: site.publicUrl, changes: [], notes, ...(blocked ? { blocked } : {}) };
	},
});

const free =
	"100,000 requests and 10,000 queue operations a day, 10 ms CPU and 50 D1 queries an invocation. Enough to try it; see docs/deploying.md.";

/** @returns what to do if people could not reach the Worker */
async function addressLacks(site: Site): Promise<string | undefined> {
	const { api } = site.outside;
	const { domain } = site.choices;
	const found = await api
		.find(site.path("/workers/subdomain"), z.object({ subdomain: z.string().nullish() }))
		.catch((error: unknown) => {
			if (error instanceof ApiFailure && error.code === 10007) return null;
			throw error;
		});
	site.subdomain = found?.subdomain ?? undefined;
	if (!domain) {
		if (site.subdomain) return undefined;
		return `The account has no workers.dev address yet: open ${dash}/${site.accountId}/workers once, or set DOMAIN.`;
	}
	// `a.b.example.com` may be of the zone `b.example.com` or `example.com`.
	const labels = domain.split(".");
	for (let i = 0; i < labels.length - 1; i++) {
		const zone = labels.slice(i).join(".");
		const zones = await api.list(
			`/zones?name=${zone}&account.id=${site.accountId}`,
			z.object({ name: z.string() }),
		);
		if (zones.some(({ name }) => name === zone)) return undefined;
	}
	return `No zone of this account has ${domain}: add its domain at ${dash}/${site.accountId}/add-site, or leave DOMAIN out.`;
}

async function hasFiles(site: Site): Promise<boolean> {
	try {
		await site.outside.api.tell("GET", site.path("/r2/buckets"));
		return true;
	} catch (error) {
		// 10042: "Please enable R2 through the Cloudflare Dashboard."
		if (error instanceof ApiFailure && error.code === 10042) return false;
		throw error;
	}
}

/** Its SQL answers without Cloudflare's envelope; what is said of other than being enabled is found out at the upload. */
async function hasAnalytics(site: Site): Promise<boolean> {
	try {
		await site.outside.api.tell("POST", site.path("/analytics_engine/sql"), "SHOW TABLES");
		return true;
	} catch (error) {
		return !(error instanceof ApiFailure && [10089, 10088].includes(error.code));
	}
}

async function planOf(site: Site): Promise<"paid" | "free" | "unknown"> {
	const subscription = z.object({ rate_plan: z.object({ id: z.string() }).nullish() });
	try {
		const all = await site.outside.api.list(site.path("/subscriptions"), subscription);
		return all.some(({ rate_plan }) => /^workers_(paid|ent)/.test(rate_plan?.id ?? "")) ? "paid" : "free";
	} catch {
		// A token for deploying need not open what is paid for.
		return "unknown";
	}
}

/** What was given by the shell is kept, so that the next run needs no more than the environment's name. */
export const choicesStep = (site: Site): Step => {
	const wanted = () => ({ ...site.choices, account: site.accountId });
	return {
		name: "Choices",
		async check() {
			const file = choicesFile(site.folder);
			return { is: file, changes: areKept(site.folder, wanted()) ? [] : [`write ${file}`] };
		},
		async change() {
			site.choices = wanted();
			keepChoices(site.folder, site.choices);
		},
	};
};
