import type { Message } from "grammy/types";

export interface Command {
	/** In lower case, without the slash. */
	name: string;
	/** What stands behind it. */
	argument: string;
}

/**
 * The command a message is. Only what its sender typed here counts: a forwarded or edited command,
 * one in a caption, or one for another bot is just something written.
 */
export function commandOf(message: Message | undefined, username: string): Command | null {
	const text = message?.text;
	if (!text || message.forward_origin || message.via_bot) return null;
	const found = /^\/([a-z_]+)(?:@(\w+))?(?:\s+([\s\S]*))?$/i.exec(text);
	if (!found || (found[2] && found[2].toLowerCase() !== username.toLowerCase())) return null;
	return { name: (found[1] ?? "").toLowerCase(), argument: (found[3] ?? "").trim() };
}
