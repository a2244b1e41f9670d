import { SimulatorError } from "../errors.ts";
import type { BotRecord } from "../world/records.ts";
import type { User } from "../world/types.ts";
import type { World } from "../world/world.ts";
import type { botInput, Checked, userInput } from "./inputs.ts";

const FIRST_BOT = 7_000_000_000;
const FIRST_PERSON = 100_000_000;

/** A new bot, as from @BotFather; with a known token or username the same one again. */
export function createBot(world: World, input: Checked<typeof botInput>): { bot: User; token: string } {
	const known =
		(input.token && world.botByToken(input.token)) ??
		[...world.state.bots.values()].find(
			(one) => one.user.username?.toLowerCase() === input.username.toLowerCase(),
		);
	if (known) return { bot: known.user, token: known.token };
	const id = input.token ? Number(input.token.split(":", 1)[0]) : FIRST_BOT + world.next("bot");
	if (world.account(id)) throw new SimulatorError(`id ${id} is taken`);
	const token = input.token ?? `${id}:SIM${randomLetters(32)}`;
	const user: User = { id, is_bot: true, first_name: input.first_name, username: input.username };
	const record: BotRecord = {
		user,
		token,
		can_read_all_group_messages: input.can_read_all_group_messages ?? false,
		webhook: null,
		allowed_updates: null,
		// Any positive number; another one for each bot, so that mixing up bots shows.
		next_update_id: 100_000_000 + (id % 800) * 1_000_000,
		next_message_id: 1,
		queues: new Map(),
		history: new Map(),
		commands: new Map(),
		menu_buttons: new Map(),
	};
	world.state.bots.set(id, record);
	world.emit({ type: "state", user: null, chat: null });
	return { bot: user, token };
}

export function createUser(world: World, input: Checked<typeof userInput>): User {
	const { id: wanted, ...given } = input;
	const known = wanted === undefined ? undefined : world.state.people.get(wanted);
	if (known) {
		Object.assign(known.user, given);
		return known.user;
	}
	let id = wanted ?? FIRST_PERSON + world.next("user");
	// Somebody may have come with an id of their own.
	while (wanted === undefined && world.account(id)) id = FIRST_PERSON + world.next("user");
	if (world.account(id)) throw new SimulatorError(`id ${id} is taken`);
	const user: User = { id, is_bot: false, ...given };
	world.state.people.set(id, { user, deactivated: false });
	world.emit({ type: "state", user: id, chat: null });
	return user;
}

function randomLetters(count: number): string {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
	const bytes = crypto.getRandomValues(new Uint8Array(count));
	return [...bytes].map((byte) => alphabet[byte % alphabet.length]).join("");
}
