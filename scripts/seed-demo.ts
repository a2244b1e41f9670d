/**
 * `npm run seed:demo`: a creator with previews and three products in a running Rialto, through its API alone.
 * With `--promo` she is promoted in the first active group.
 */
import { parseArgs } from "node:util";
import { apiAt } from "./seed/api.ts";
import { firstGroup, promote, seedDemo } from "./seed/demo.ts";
import { ownerKeyHere, readStartEnv } from "./start-env.ts";

async function main(): Promise<void> {
	const { promo } = parseArgs({ options: { promo: { type: "boolean", default: false } } }).values;
	const url = process.env.RIALTO_URL || `http://localhost:${readStartEnv(process.env).port}`;
	const api = apiAt(url.replace(/\/+$/, ""), ownerKeyHere(process.env));
	const creator = await seedDemo(api);
	const { link } = creator;
	if (link === null) throw new Error("No bot is at work there, so no link opens her: POST /api/bots first.");
	console.log(
		[
			"✅ Demo model ready!",
			`   Name: ${creator.name}`,
			`   Username: @${creator.username}`,
			`   ID: ${creator.id}`,
			`   Products: ${creator.products.length}`,
			`   Tier: ${creator.tier}`,
			...(promo ? [] : [`   Deep link: ${link}`]),
		].join("\n"),
	);
	if (promo) {
		const group = await firstGroup(api).catch((error: Error) => {
			console.log(`   Deep link: ${link}`);
			throw error;
		});
		console.log(`\n📢 Sending promo to group: ${group.title}`);
		const promoted = await promote(api, creator, group.id);
		const lines = ["✅ Promotional message sent!", `   Group: ${group.title}`, `   Deep link: ${promoted}`];
		console.log(lines.join("\n"));
	}
	console.log("\n🎉 Done!");
}

main().catch((error: Error) => {
	console.error(`! ${error.message}`);
	process.exit(1);
});
