declare module "../platform/room.ts" {
	interface Brings {
		/** What it keeps of people, by the key in the exported document. */
		personData: PersonDataMakers;
	}
}
export type PersonDataMakers = Readonly<Record<string, () => PersonData>>;

/** What one part keeps of a person. Every room with rows or actors that name people brings it. */
export interface PersonData {
	/**
	 * Everything kept of this person, and nothing that tells who another one is: partners are counted, never named,
	 * as a Telegram id would show whom somebody anonymous was.
	 */
	export(userId: number): Promise<unknown>;
	/** Deletes it. May be called again, also at the same time. */
	erase(userId: number): Promise<void>;
}
