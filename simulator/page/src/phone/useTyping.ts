import { useStore } from "../state/store.ts";
import { viewKey, world } from "../state/world.ts";

/** "typing", while the bot's chat action lasts. */
export const useTyping = (user: number, chat: number) =>
	useStore(world, (now) => now.typing[viewKey(user, chat)]?.text);
