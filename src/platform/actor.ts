/**
 * Brings an actor's own tables up to date on wake.
 * @param upgrades SQL by version: entry 0 makes version 1 out of nothing, entry 1 makes version 2 out of 1 ...
 */
export function upgrade(storage: DurableObjectStorage, upgrades: readonly string[]): void {
	storage.sql.exec(
		"CREATE TABLE IF NOT EXISTS schema_version (id INTEGER PRIMARY KEY, version INTEGER NOT NULL)",
	);
	const [row] = storage.sql.exec<{ version: number }>("SELECT version FROM schema_version").toArray();
	const from = row?.version ?? 0;
	if (from >= upgrades.length) return;
	storage.transactionSync(() => {
		for (const sql of upgrades.slice(from)) storage.sql.exec(sql);
		storage.sql.exec("INSERT OR REPLACE INTO schema_version (id, version) VALUES (1, ?)", upgrades.length);
	});
}

/** Whether this actor has tables yet. Buttons name actors, and who makes up a name shall leave nothing stored behind it. */
export const isStored = (storage: DurableObjectStorage): boolean =>
	storage.sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'schema_version'").toArray().length > 0;

/** Makes the alarm ring at `at` or earlier; reading the alarm costs nothing, setting it costs a row. */
export async function alarmBy(storage: DurableObjectStorage, at: number): Promise<void> {
	const set = await storage.getAlarm();
	if (set === null || set > at) await storage.setAlarm(at);
}
