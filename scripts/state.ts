import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** The file that D1 has on this machine. @param persist what wrangler was given as `--persist-to` */
export function databaseOf(persist: string): string {
	const folder = join(persist, "v3/d1/miniflare-D1DatabaseObject");
	const files = readdirSync(folder).filter((name) => name.endsWith(".sqlite") && name !== "metadata.sqlite");
	const found = files
		.map((name) => join(folder, name))
		.find((file) => {
			const db = new DatabaseSync(file, { readOnly: true });
			const is = db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'people'").get() !== undefined;
			db.close();
			return is;
		});
	if (!found) throw new Error(`no database in ${folder}`);
	return found;
}
