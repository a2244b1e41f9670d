import type { Site } from "../site.ts";
import { confirmed, getToKnow } from "../steps/known.ts";
import { deployedVersions } from "../steps/worker.ts";

/** Brings back the code of before, or of a version that is named; the database stays as it is. */
export async function rollback(
	site: Site,
	{
		dryRun = false,
		to,
		confirm = [] as string[],
	}: { dryRun?: boolean; to?: string | undefined; confirm?: string[] } = {},
): Promise<void> {
	const { api, say } = site.outside;
	await getToKnow(site);
	const versions = await deployedVersions(site);
	for (const [i, { id, at, message }] of versions.entries())
		say(`${i === 0 ? "→" : " "} ${id}  ${at}  ${message ?? ""}`);
	const [current, ...older] = versions;
	const wanted = to
		? older.find(({ id }) => id === to)
		: older.find(({ id, tag }) => id !== current?.id && tag);
	if (!wanted)
		throw new Error(to ? `${to} was not deployed lately.` : "There is no version before this one.");
	say(
		`\nThe code goes back to ${wanted.id}. Migrations stay: they suit the code of before (see docs/deploying.md).`,
	);
	if (dryRun) return;
	if (!(await confirmed(site, "rollback", "People get the older code at once.", confirm)))
		throw new Error("Nothing was changed.");
	await api.tell("POST", site.script("/deployments"), {
		strategy: "percentage",
		versions: [{ version_id: wanted.id, percentage: 100 }],
		annotations: { "workers/message": `Rollback from ${current?.id}` },
	});
	say("Done. The next npm run deploy brings back what stands here.");
}
