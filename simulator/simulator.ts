import { Hono } from "hono";
import { BotApi, type CallRecord, DroppedAnswer } from "./bot-api/bot-api.ts";
import type { Fault } from "./bot-api/faults.ts";
import { controlApp } from "./control/control.ts";
import { Delivery, type DeliveryRecord, type SettleOptions } from "./delivery/delivery.ts";
import { SimulatorError } from "./errors.ts";
import { createBot, createUser } from "./people/accounts.ts";
import { check } from "./people/check.ts";
import { Clock } from "./people/clock.ts";
import { createGroup, joinAs, leaveAs, linkAs, migrateAs, setMemberAs } from "./people/groups.ts";
import * as inputs from "./people/inputs.ts";
import { type Pressed, pressAs } from "./people/press.ts";
import { type ChatLine, chatsOf, messagesOf, type Screen } from "./people/read.ts";
import { findRoom } from "./people/rooms.ts";
import { deleteAs, editAs, reactAs, sendAs, startText, voteAs } from "./people/write.ts";
import { setBlocked } from "./world/members.ts";
import type { PersonMessage } from "./world/messages.ts";
import type { CallbackAnswer, Limits } from "./world/records.ts";
import { afterReset } from "./world/reset.ts";
import type { Chat, User } from "./world/types.ts";
import { enqueue, queueOf, queueOwner } from "./world/updates.ts";
import { World, type WorldEvent } from "./world/world.ts";

export interface SimulatorOptions {
	/** ms since 1970 */
	now?: () => number;
	/** POSTs an update to a webhook */
	deliver?: (request: Request) => Promise<Response>;
	/** fetches files that are given by URL */
	download?: (url: string) => Promise<Response>;
	/** false: nothing is delivered until settle() */
	autoDeliver?: boolean;
	/** told on every change, for persistence */
	onChange?: () => void;
}

const ANSWER_WAIT = 15_000;

/** Telegram in a box: the Bot API on one side, its users on the other. */
export class Simulator extends Clock {
	readonly world: World;
	readonly delivery: Delivery;
	readonly botApi: BotApi;
	readonly #app: Hono;
	protected readonly autoDeliver: boolean;
	readonly #download: (url: string) => Promise<Response>;

	constructor(options: SimulatorOptions = {}) {
		super();
		const { now = Date.now, deliver = (request) => fetch(request), download = (url) => fetch(url) } = options;
		this.autoDeliver = options.autoDeliver ?? true;
		this.#download = download;
		this.world = new World(now, options.onChange ?? (() => {}));
		this.delivery = new Delivery(this.world, {
			deliver,
			autoDeliver: this.autoDeliver,
			callInAnswer: async (bot, method, values) => {
				await this.botApi.call(bot, method, { values, uploads: new Map() }).catch(() => {});
			},
		});
		this.botApi = new BotApi(this.world, { download, wake: () => this.delivery.wake() });
		this.#app = new Hono().route("/control", controlApp(this)).route("/", this.botApi.app);
		// A dropped answer must look like a broken connection to whoever called.
		this.#app.onError((error) => {
			if (error instanceof DroppedAnswer) throw error;
			if (error instanceof SimulatorError)
				return Response.json({ error: error.message }, { status: error.status });
			console.error(error);
			return Response.json({ error: String(error) }, { status: 500 });
		});
	}

	/** The Bot API and the control interface. Rejects where a fault drops the answer. */
	async fetch(request: Request): Promise<Response> {
		return this.#app.fetch(request);
	}

	/** Stops the timers. */
	close(): void {
		this.delivery.close();
	}

	createBot(input: inputs.BotInput): { bot: User; token: string } {
		return createBot(this.world, check(inputs.botInput, input));
	}

	createUser(input: inputs.UserInput): User {
		return createUser(this.world, check(inputs.userInput, input));
	}

	/** Forgets people, chats and messages; what a running platform relies on stays. */
	reset(): void {
		this.world.state = afterReset(this.world.state);
		this.botApi.faults.clear();
		this.botApi.pace.forget();
		this.world.emit({ type: "state", user: null, chat: null });
	}

	/** Everybody and every group. */
	state(): { bots: User[]; users: User[]; chats: Chat[]; limits: Limits } {
		const { bots, people, groups, limits } = this.world.state;
		return {
			bots: [...bots.values()].map(({ user }) => user),
			users: [...people.values()].map(({ user }) => user),
			chats: [...groups.values()].filter((group) => group.migrated_to === null).map(({ chat }) => chat),
			limits,
		};
	}

	/** The sent message, the first one of an album. */
	async send(userId: number, input: inputs.SendInput): Promise<PersonMessage> {
		const [message] = await this.sendAll(userId, input);
		if (!message) throw new SimulatorError("nothing to send");
		return message;
	}

	async sendAll(userId: number, input: inputs.SendInput): Promise<PersonMessage[]> {
		return sendAs(this.world, this.#download, userId, check(inputs.sendInput, input));
	}

	async start(userId: number, input: inputs.StartInput): Promise<PersonMessage> {
		const checked = check(inputs.startInput, input);
		this.unblock(userId, { bot: checked.bot });
		return this.send(userId, { chat: checked.bot, text: startText(checked) });
	}

	/** Without autoDeliver nothing is waited for: see callbackAnswer. */
	async press(userId: number, input: inputs.PressInput): Promise<Pressed> {
		const checked = check(inputs.pressInput, input);
		const { chat } = checked;
		const pressed = await pressAs(this.world, userId, checked, (content) =>
			this.send(userId, { chat, ...content }),
		);
		if (pressed.kind !== "callback" || !this.autoDeliver || checked.wait === false) return pressed;
		const until = Date.now() + ANSWER_WAIT;
		while (this.callbackAnswer(pressed.query_id) === null && Date.now() < until) await sleep(10);
		return { ...pressed, answer: this.callbackAnswer(pressed.query_id) };
	}

	/** What the bot answered to a pressed button, or null. */
	callbackAnswer(queryId: string): CallbackAnswer | null {
		return this.world.state.callbacks.get(queryId)?.answer ?? null;
	}

	async edit(userId: number, input: inputs.EditInput): Promise<PersonMessage> {
		return editAs(this.world, this.#download, userId, check(inputs.editInput, input));
	}

	delete(userId: number, input: inputs.MessageInput): void {
		deleteAs(this.world, userId, check(inputs.messageInput, input));
	}

	react(userId: number, input: inputs.ReactInput): void {
		reactAs(this.world, userId, check(inputs.reactInput, input));
	}

	vote(userId: number, input: inputs.VoteInput): void {
		voteAs(this.world, userId, check(inputs.voteInput, input));
	}

	block(userId: number, { bot }: { bot: number }): void {
		setBlocked(this.world, this.world.openPrivateRoom(bot, userId), true);
	}

	unblock(userId: number, { bot }: { bot: number }): void {
		setBlocked(this.world, this.world.openPrivateRoom(bot, userId), false);
	}

	/** The person deletes the account: bots get 403. */
	deactivate(userId: number): void {
		this.world.person(userId).deactivated = true;
		this.world.emit({ type: "state", user: userId, chat: null });
	}

	createGroup(userId: number, input: inputs.GroupInput): Chat {
		return createGroup(this.world, userId, check(inputs.groupInput, input));
	}

	join(userId: number, input: inputs.JoinInput): "member" | "requested" {
		return joinAs(this.world, userId, check(inputs.joinInput, input));
	}

	leave(userId: number, { chat }: { chat: number }): void {
		leaveAs(this.world, userId, chat);
	}

	setMember(userId: number, input: inputs.MemberInput): void {
		setMemberAs(this.world, userId, check(inputs.memberInput, input));
	}

	link(userId: number, input: inputs.LinkInput): void {
		linkAs(this.world, userId, check(inputs.linkInput, input));
	}

	migrate(userId: number, { chat }: { chat: number }): Chat {
		return migrateAs(this.world, userId, chat);
	}

	chats(userId: number): ChatLine[] {
		return chatsOf(this.world, userId);
	}

	/** The chat as this person sees it, oldest first. */
	messages(userId: number, chat: number, options: { after?: number; limit?: number } = {}): PersonMessage[] {
		return this.screen(userId, chat, options).messages;
	}

	screen(userId: number, chat: number, options: { after?: number; limit?: number } = {}): Screen {
		return messagesOf(this.world, userId, chat, options);
	}

	/** The oldest message newer than `after` whose text or caption contains that, if there is one. */
	find(userId: number, chat: number, { after = 0, contains = "" } = {}): PersonMessage | undefined {
		const room = findRoom(this.world, userId, chat);
		return messagesOf(this.world, userId, chat, { after }).messages.find(
			(message) =>
				room.messages.get(message.message_id)?.sender !== userId &&
				`${message.text ?? ""}${message.caption ?? ""}`.includes(contains),
		);
	}

	addFault(fault: Fault): number {
		return this.botApi.faults.add(fault);
	}

	clearFaults(): void {
		this.botApi.faults.clear();
	}

	setLimits(limits: Partial<Limits>): Limits {
		Object.assign(this.world.state.limits, limits);
		this.botApi.pace.forget();
		this.world.emit({ type: "state", user: null, chat: null });
		return this.world.state.limits;
	}

	calls(
		filter: { bot?: number; method?: string; after?: number } = {},
	): (CallRecord & { seq: number; at: number })[] {
		const method = filter.method?.toLowerCase();
		return this.botApi.calls
			.after(filter.after ?? 0)
			.filter(
				(call) =>
					(filter.bot === undefined || call.bot === filter.bot) &&
					(method === undefined || call.method.toLowerCase() === method),
			);
	}

	deliveries(
		filter: { bot?: number; after?: number } = {},
	): (DeliveryRecord & { seq: number; at: number })[] {
		return this.delivery.log
			.after(filter.after ?? 0)
			.filter((one) => filter.bot === undefined || one.bot === filter.bot);
	}

	/** Queues this very update for the bot's webhook, through the queue it belongs to. */
	sendUpdate(botId: number, update: { update_id: number; [kind: string]: unknown }): void {
		const kind = Object.keys(update).find((key) => key !== "update_id");
		if (!kind) throw new SimulatorError("an update needs something beside its update_id");
		enqueue(this.world, this.world.bot(botId), kind, update, queueOf(kind, queueOwner(update[kind])));
	}

	redeliver(botId: number, updateId: number): void {
		if (!this.delivery.redeliver(this.world.bot(botId), updateId)) {
			throw new SimulatorError(`no update ${updateId} of that bot`, 404);
		}
	}

	/** Delivers everything that waits; throws if something can't be delivered. */
	settle(options: SettleOptions = {}): Promise<void> {
		return this.delivery.settle(options);
	}

	/** Whether nothing waits or is under way. */
	idle(): boolean {
		return this.delivery.waiting().length === 0;
	}

	listen(listener: (event: WorldEvent) => void): () => void {
		return this.world.listen(listener);
	}

	/** A file's bytes by file_unique_id. */
	file(uniqueId: string): { bytes: Uint8Array; mime_type: string } | undefined {
		return this.world.state.files.get(uniqueId);
	}

	snapshot(): unknown {
		return this.world.snapshot();
	}

	restore(snapshot: unknown): void {
		this.world.restore(snapshot);
		this.delivery.wake();
	}
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
