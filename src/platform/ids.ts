import { typeid } from "typeid-js";

export type Id<Prefix extends string> = `${Prefix}_${string}`;
export type ChatId = Id<"chat">;

/** A new id that sorts by time, e.g. `chat_01h455vb4pex5vsknk084sn02q` (TypeID). */
export function newId<Prefix extends string>(prefix: Prefix): Id<Prefix> {
	return typeid(prefix).toString() as Id<Prefix>;
}

export const isChatId = (text: string): text is ChatId => /^chat_[0-9a-z]{26}$/.test(text);
