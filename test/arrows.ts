// What may import what, types included. `arrows.test.ts` holds every import to it.

/** The rooms of `src`, and what each stands on; what those stand on is included. Another arrow is a word here. */
export const rooms: Record<string, string> = {
	media: "",
	people: "",
	payments: "people",
	delivery: "people media",
	staff: "people",
	chat: "payments",
	referrals: "payments",
	groups: "delivery",
	posts: "groups media",
	clearing: "posts",
	shop: "payments posts staff media",
	studio: "payments staff media",
	crm: "shop media",
	docs: "",
	insights: "chat referrals clearing studio crm",
	operations: "insights docs",
};

/** What does no I/O wherever it is used. */
const pure =
	"src/platform/access src/platform/bot-rooms src/platform/commands src/platform/counted src/platform/errors src/platform/i18n src/platform/ids src/platform/text";
const calm = `${pure} src/platform/time type:src/platform/telegram grammy/types zod`;

/** What a part of a room may import: parts of its own room, parts of the rooms below, and what is in no room. */
export interface Part {
	own: string;
	below: string;
	outside: string;
}

/** Whatever is posted or deleted is looked up by the group it is in. */
const postsStore: Part = {
	own: "schema rules store",
	below: "schema rules",
	outside: "src/platform drizzle-orm",
};

/**
 * A part is a file of that name, what begins with the name and a dash, or a folder of the name; so it is in a room
 * within a room. A file of another name is a use case under a name of its own: what holds for `service` holds for it.
 */
export const parts: Record<string, Part> = {
	// Data, which everything else asks for by its key.
	texts: { own: "texts", below: "", outside: "" },
	rules: {
		own: "rules",
		below: "rules",
		outside: `${calm} croner`,
	},
	schema: {
		own: "schema rules",
		below: "schema rules",
		outside: `${calm} drizzle-orm`,
	},
	settings: {
		own: "rules",
		below: "rules settings",
		outside: `${calm} src/platform/flags src/platform/keep-days src/platform/settings src/platform/staff-settings`,
	},
	views: {
		own: "rules settings views",
		below: "rules settings views",
		outside: `${calm} src/platform/callbacks src/platform/flags src/platform/intents src/platform/settings`,
	},
	store: {
		own: "schema rules store",
		below: "rules",
		outside: "src/platform drizzle-orm",
	},
	"posts/store": postsStore,
	"clearing/store": postsStore,
	// It only counts: it reads the tables of others, and writes none of them.
	"insights/store": {
		own: "schema rules store",
		below: "schema rules",
		outside: "src/platform drizzle-orm",
	},
	"personal-data": {
		own: "schema store rules personal-data",
		below: "personal-data service",
		outside: "src/platform drizzle-orm",
	},
	service: {
		own: "schema store rules settings views service personal-data",
		below: "rules settings views service personal-data",
		outside: "src/platform drizzle-orm grammy/types zod",
	},
	context: {
		own: "rules context",
		below: "rules context",
		outside: "src/platform grammy",
	},
	bot: {
		own: "rules settings views service context bot",
		below: "rules settings views service context bot",
		outside: "src/platform grammy zod",
	},
	shapes: {
		own: "rules settings shapes",
		below: "rules shapes",
		outside: "src/platform zod",
	},
	api: {
		own: "rules settings service shapes api type:wiring",
		below: "rules settings service shapes type:wiring",
		outside: "src/platform hono zod",
	},
	jobs: {
		own: "rules settings service jobs",
		below: "rules settings service",
		outside: "src/platform zod",
	},
	// What a room brings. Only `src/deps.ts` makes it; of its services others know the types.
	wiring: {
		own: "schema store rules settings views service personal-data context bot jobs wiring",
		below: "rules settings views service personal-data context type:wiring",
		outside: "src/platform zod",
	},
};

/** What is in no room; the nearest name counts. The name of a part stands for that part of every room. */
export const places: Record<string, string> = {
	"src/index": "src/app src/cron src/jobs durable-objects/index",
	// The Worker of `npm start`: nothing of it is deployed.
	"src/local": "src/index src/local-clock src/local-queues src/platform hono",
	"src/local-clock": "src/cron src/local-queues src/platform zod",
	"src/local-queues": "src/jobs",
	"src/app": "src/bot src/deps src/web api src/platform hono zod grammy/types",
	"src/claims": "rules service src/platform grammy",
	"src/bot": "src/claims src/deps rules settings views context bot src/platform grammy",
	"src/cron": "src/deps src/platform",
	"src/jobs": "src/deps src/platform zod",
	"src/deps": "wiring settings src/platform",
	"src/web": "src/platform hono",
	"src/texts": "texts",
	"src/platform": "src/platform drizzle-orm grammy hono zod",
	"src/platform/i18n": "src/platform src/texts",
	"durable-objects": "durable-objects rules settings views src/platform grammy",
	"admin-ui": "node: vite @vitejs/plugin-react",
	"admin-ui/src": `admin-ui/src rules src/platform/bot-rooms src/platform/text type:src/app hono/client better-auth @better-auth/passkey @fluent/bundle
		react react-dom react-easy-crop @hello-pangea/dnd @mantine @tabler/icons-react @tanstack`,
	"mini-app": "node: vite @vitejs/plugin-react",
	"mini-app/src": "mini-app/src rules type:src/app hono/client @fluent/bundle react react-dom @tanstack",
	simulator: "simulator node: hono @hono/node-server grammy/types image-dimensions zod",
	"simulator/page":
		"simulator/page simulator/people/demo node: grammy/types react react-dom vite @vitejs/plugin-react",
	"scripts/known-settings": "settings src/platform/settings",
	scripts: "scripts simulator node: playwright-core wrangler zod",
	bench: "bench scripts test src node:",
};

/** Packages that only these know, each behind words of ours. */
export const knownTo: Record<string, string> = {
	"cloudflare:workers": "durable-objects src/platform src/staff/links",
	"typeid-js": "src/platform/ids",
	"hono-openapi": "src/platform/openapi src/docs",
	papaparse: "src/platform/csv",
	"@fluent/bundle": "src/platform/i18n admin-ui/src mini-app/src",
	aws4fetch: "src/media",
	"better-auth": "src/staff admin-ui/src/api",
	"@better-auth": "src/staff admin-ui/src/api",
	"worker-mailer": "src/staff/mail",
};
