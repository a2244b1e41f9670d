import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

/** What wrangler and vitest do by their configuration: Fluent files are strings, and the runtime's module has a stand-in. */
registerHooks({
	resolve: (specifier, context, next) =>
		specifier === "cloudflare:workers"
			? { url: new URL("../test/model/cloudflare-workers.ts", import.meta.url).href, shortCircuit: true }
			: next(specifier, context),
	load(url, context, next) {
		if (!url.endsWith(".ftl")) return next(url, context);
		const source = `export default ${JSON.stringify(readFileSync(fileURLToPath(url), "utf8"))};`;
		return { format: "module", source, shortCircuit: true };
	},
});
