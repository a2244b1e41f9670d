/** A person's tables, by version. */
export const tables = [
	`CREATE TABLE state (id INTEGER PRIMARY KEY, state TEXT NOT NULL);
	 CREATE TABLE claims (slot INTEGER PRIMARY KEY, upd TEXT NOT NULL, token INTEGER NOT NULL, until INTEGER, seen TEXT);
	 CREATE TABLE met (user_id INTEGER PRIMARY KEY, at INTEGER NOT NULL);
	 CREATE TABLE blocked (user_id INTEGER PRIMARY KEY);`,
	// What a session waits for used to be a field each.
	["state", "seen"]
		.map((column) => {
			const old = (name: string) => `json_extract(${column}, '$.session.${name}')`;
			const waits = (waiting: string) => `json_set(${column}, '$.session.waiting', ${waiting})`;
			return `UPDATE ${column === "seen" ? "claims" : "state"} SET ${column} = json_remove(
				CASE
					WHEN ${old("writingSupport")} IS NOT NULL
						THEN ${waits(`json_object('for', 'support', 'bot', ${old("writingSupport")})`)}
					WHEN ${old("appealing")} = 1 THEN ${waits(`json_object('for', 'appeal')`)}
					WHEN ${old("editingAge")} = 1 THEN ${waits(`json_object('for', 'age')`)}
					ELSE ${column}
				END,
				'$.session.writingSupport', '$.session.appealing', '$.session.editingAge'
			) WHERE ${column} IS NOT NULL`;
		})
		.join(";\n"),
];
