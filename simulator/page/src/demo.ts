import { demoPeople } from "../../people/demo.ts";
import { api } from "./api.ts";
import { settings } from "./state/settings.ts";
import { refreshState, world } from "./state/world.ts";

let under: Promise<void> | undefined;

/** Whoever has not chosen a chat yet meets the first bot, also when it comes later than they do. */
export function openFirstBot(): void {
	const bot = world.get().bots[0]?.id;
	if (bot === undefined) return;
	const { shown, open } = settings.get();
	const undecided = shown.filter((id) => open[id] === undefined);
	if (undecided.length > 0)
		settings.set({ open: { ...open, ...Object.fromEntries(undecided.map((id) => [id, bot])) } });
}

/** Nobody should meet an empty page: two people, each with the first bot's chat open. */
async function create(): Promise<void> {
	const people = await Promise.all(demoPeople.map((one) => api.addUser(one)));
	await refreshState();
	const ids = people.map(({ user }) => user.id);
	settings.set({ shown: ids, front: ids[0] ?? null, open: {} });
	openFirstBot();
}

export async function createDemoPeople(): Promise<void> {
	if (world.get().users.length > 0) return;
	under ??= create().finally(() => {
		under = undefined;
	});
	await under;
}

/** Someone who comes with a new browser to a simulator in use: show the first people there are. */
export function showSomebody(): void {
	const { shown } = settings.get();
	const { users } = world.get();
	if (shown.length > 0 || users.length === 0) return;
	const ids = users.slice(0, 2).map((user) => user.id);
	settings.set({ shown: ids, front: ids[0] ?? null, open: {} });
	openFirstBot();
}
