import { TypeID, typeid } from "typeid-js";

type Id<Prefix extends string> = `${Prefix}_${string}`;
export type ChatId = Id<"chat">;

/** A new id that sorts by time, e.g. `chat_01h455vb4pex5vsknk084sn02q` (TypeID). */
export function newId<Prefix extends string>(prefix: Prefix): Id<Prefix> {
	return typeid(prefix).toString() as Id<Prefix>;
}

export const isChatId = (text: string): text is ChatId => /^chat_[0-9a-z]{26}$/.test(text);

/** The first id there can be at a time, to begin or end a list by. @param time ms */
export function firstIdAt<Prefix extends string>(prefix: Prefix, time: number): Id<Prefix> {
	const hex = Math.max(0, Math.floor(time)).toString(16).padStart(12, "0");
	const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`;
	return TypeID.fromUUID(prefix, uuid).toString() as Id<Prefix>;
}
