/** What people can find in a bot. `inbox` is that of an account: whoever writes there writes to a creator. */
export const botRooms = ["chat", "groups", "shop", "studio", "inbox"] as const;
export type BotRoom = (typeof botRooms)[number];
export type BotRooms = readonly BotRoom[];

/** Those with something to show. Another can be set already, and is promised to nobody. */
const open: BotRooms = ["chat", "groups", "shop"];

export const openRooms = (rooms: BotRooms): BotRooms => rooms.filter((room) => open.includes(room));

/** Whether strangers meet there: only then is somebody asked for their gender. */
export const hasChat = (rooms: BotRooms): boolean => rooms.includes("chat");

/** As they are kept: in the order of the list, without what a newer version may have written. */
export const knownRooms = (rooms: readonly string[]): BotRooms =>
	botRooms.filter((room) => rooms.includes(room));
