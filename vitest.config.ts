import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Where the web apps are served from has to be there; what is in it is no matter of these tests.
mkdirSync(here("./admin-ui/dist"), { recursive: true });

/** Fluent files as strings, as wrangler bundles them. */
const fluent = {
	name: "fluent",
	transform: (code: string, id: string) =>
		id.endsWith(".ftl") ? { code: `export default ${JSON.stringify(code)};`, map: null } : undefined,
};

/** Workers see no environment of their own: what `test/sampling.ts` reads is handed in. */
const sampling = Object.fromEntries(
	["WHOLE", "FUZZ_SEED", "FUZZ_RUNS"].flatMap((name) => {
		const value = process.env[name];
		return value === undefined ? [] : [[name, value]];
	}),
);

/** Minutes where seconds are enough: no test fails because a machine is slow, and what hangs still ends. */
const patience = { testTimeout: 300_000, hookTimeout: 300_000 };

export default defineConfig(async () => ({
	test: {
		projects: [
			{
				// Rules, the simulator, and the model: plain Node.
				plugins: [fluent],
				resolve: { alias: { "cloudflare:workers": here("./test/model/cloudflare-workers.ts") } },
				test: {
					name: "node",
					include: ["{src,simulator,test,scripts,admin-ui/test}/**/*.test.ts"],
					exclude: ["**/*.workers.test.ts", "test/browser/**", "**/node_modules/**"],
					...patience,
				},
			},
			{
				// `npm start` in Chromium: plain Node, from outside.
				test: {
					name: "browser",
					include: ["test/browser/**/*.test.ts"],
					...patience,
					fileParallelism: false,
				},
			},
			{
				// The Worker in workerd with real D1, actors and queues.
				plugins: [
					fluent,
					cloudflareTest({
						wrangler: { configPath: "./wrangler.toml" },
						miniflare: {
							// Of the local build alone, see src/local-clock.ts.
							kvNamespaces: ["CLOCK"],
							bindings: {
								TELEGRAM_API_ROOT: "http://telegram.test",
								PUBLIC_URL: "https://rialto.test",
								OWNER_KEY: "owner-key-for-tests",
								ENCRYPTION_KEY: "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
								LOG_LEVEL: "info",
								ADMIN_TELEGRAM_IDS: "4242,4343",
								MAIL_FROM: "rialto@rialto.test",
								TEST_MIGRATIONS: await readD1Migrations(here("./migrations")),
							},
						},
					}),
				],
				test: {
					name: "workers",
					include: ["{src,durable-objects,test}/**/*.workers.test.ts"],
					setupFiles: ["./test/setup.ts"],
					env: sampling,
					...patience,
				},
			},
		],
	},
}));
