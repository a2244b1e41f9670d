/**
 * What one part keeps of a person. Everything with rows or actors that name people implements it, and `deps.ts`
 * hands all of them to the rights service.
 */
export interface PersonData {
	/** Its key in the exported document. */
	name: string;
	/**
	 * Everything kept of this person, and nothing that tells who another one is: partners are counted, never named,
	 * as a Telegram id would show whom somebody anonymous was.
	 */
	export(userId: number): Promise<unknown>;
	/** Deletes it. May be called again, also at the same time. */
	erase(userId: number): Promise<void>;
}
