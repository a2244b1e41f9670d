import { z } from "zod";
import { audit } from "../platform/audit.ts";
import type { Db } from "../platform/db.ts";
import { AppError } from "../platform/errors.ts";
import { getRegistry, type Registry } from "../platform/registry.ts";
import { settings as settingsTable } from "../platform/schema.ts";
import type { Setting } from "../platform/settings.ts";

export type Operations = ReturnType<typeof createOperations>;

interface Needs {
	env: Env;
	db: Db;
	registry: Registry;
	allSettings: readonly Setting[];
	now: () => number;
}

/** What staff do to the deployment itself: its settings. */
export function createOperations({ env, db, registry, allSettings, now }: Needs) {
	/**
	 * Sets values; all or none.
	 * @throws AppError 400 that names each key at fault
	 */
	async function changeSettings(values: Record<string, unknown>, actor: string) {
		// A map, as a key can be named like what every object has.
		const faults = new Map<string, string>();
		const changes = Object.entries(values).flatMap(([key, value]) => {
			const setting = allSettings.find((candidate) => candidate.key === key);
			if (!setting) faults.set(key, "there is no such setting");
			const result = setting?.schema.safeParse(value);
			if (result && !result.success) faults.set(key, z.prettifyError(result.error).replace(/^✖ /, ""));
			return setting && result?.success ? [{ setting, value: result.data }] : [];
		});
		if (faults.size > 0)
			throw new AppError(400, "invalid", "Some settings are not right.", Object.fromEntries(faults));
		const at = now();
		const statements = changes.flatMap(({ setting, value }) => [
			db
				.insert(settingsTable)
				.values({ key: setting.key, value, updatedAt: at, updatedBy: actor })
				.onConflictDoUpdate({ target: settingsTable.key, set: { value, updatedAt: at, updatedBy: actor } }),
			audit(db, at, {
				actor,
				action: "setting.changed",
				subject: setting.key,
				details: { from: registry.settings.get(setting), to: value },
			}),
		]);
		const [first, ...rest] = statements;
		if (first) await db.batch([first, ...rest]);
		return getRegistry(env, { fresh: true });
	}

	return {
		changeSettings,

		/** Sets one value as it is typed: as JSON if the setting takes that, else as text. @throws AppError 400 */
		changeSettingByText(key: string, text: string, actor: string) {
			const values: unknown[] = [text];
			try {
				values.unshift(JSON.parse(text));
			} catch {
				// Then it is text.
			}
			const setting = allSettings.find((candidate) => candidate.key === key);
			const value = values.find((candidate) => setting?.schema.safeParse(candidate).success) ?? values[0];
			return changeSettings({ [key]: value }, actor);
		},

		/** Every setting with its value, its words and its default. */
		listSettings: (current: Registry = registry) =>
			allSettings.map((setting) => ({
				key: setting.key,
				value: current.settings.get(setting),
				default: setting.default,
				label: setting.label,
				help: setting.help,
			})),
	};
}
