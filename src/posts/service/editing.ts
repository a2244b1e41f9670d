import type { Content } from "../../delivery/rules/content.ts";
import { afterFailure } from "../../delivery/rules/outcomes.ts";
import type { Carry } from "../../delivery/service/carrier.ts";
import { Slots } from "../../delivery/service/slots.ts";
import { failureClass } from "../../groups/rules.ts";
import type { Group } from "../../groups/service.ts";
import type { SentAs, SentMessage } from "../../media/rules/telegram.ts";
import { botApi, callFailure, type FileForTelegram, migratedTo } from "../../platform/telegram.ts";
import { cut } from "../../platform/text.ts";
import { claimEdit, editable, type Posting, settleEdit } from "../store/postings.ts";
import { endEditing, findPost, type Post } from "../store/posts.ts";
import { outgoingOf, type SenderNeeds, sixToTheEnd } from "./sender.ts";

type Api = Awaited<ReturnType<typeof botApi>>;
type Entities = NonNullable<NonNullable<Parameters<Api["editMessageText"]>[3]>["entities"]>;

const runMs = 60_000;
const uploadSeconds = 60;
const readAtOnce = 60;
const leaseMs = 30_000;
/** So long one waits for the bot's slot. */
const turnMs = 5_000;

/** Changes one message. @param newMedium its file is another one */
async function edit(
	apiOf: (timeoutSeconds?: number) => Promise<Api>,
	carry: Carry,
	at: { chatId: number; messageId: number; botId: number },
	post: Post,
	newMedium: boolean,
): Promise<unknown> {
	const api = await apiOf();
	const { message, media, parse_mode, entities: given }: Content = post.content;
	const entities = given as Entities | undefined;
	const keyboard = outgoingOf(post).keyboard;
	const markup = keyboard ? { reply_markup: keyboard } : {};
	const parsed = parse_mode ? { parse_mode } : {};
	if (!media) {
		const options = { ...parsed, ...markup, ...(entities ? { entities } : {}) };
		return api.editMessageText(at.chatId, at.messageId, message, options);
	}
	const caption = { ...parsed, caption: message, ...(entities ? { caption_entities: entities } : {}) };
	if (!newMedium) return api.editMessageCaption(at.chatId, at.messageId, { ...caption, ...markup });
	const put = async (as: SentAs, file: string | FileForTelegram): Promise<SentMessage | true> => {
		// What is uploaded may take longer than an answer.
		const by = typeof file === "string" ? api : await apiOf(uploadSeconds);
		return by.editMessageMedia(at.chatId, at.messageId, { type: as, media: file, ...caption }, markup);
	};
	return media.media_id === undefined
		? put(media.kind, media.file ?? "")
		: carry(at.botId, media.media_id, put);
}

/** Brings what stands in groups to a post's newest content. An edit that is repeated changes nothing. */
export function createEditing({ env, ...needs }: SenderNeeds & { env: Env; carry: Carry }) {
	const { db, log, calls, carry, now, newToken } = needs;

	/** What becomes of the posting; with `waitMs` it is to be tried again. */
	async function attempt(post: Post, posting: Posting, group: Group) {
		const done = { version: post.version, tries: 0 };
		const not = (why: string) => ({ result: { ...done, note: cut(`not edited: ${why}`, 200) } });
		if (posting.messageId === null) return not("it has no message");
		try {
			const apiOf = (timeoutSeconds?: number) => botApi(env, posting.botId, timeoutSeconds);
			const at = { chatId: group.id, messageId: posting.messageId, botId: posting.botId };
			await edit(apiOf, carry, at, post, posting.version < post.mediaVersion);
			return { result: done };
		} catch (error) {
			const moved = migratedTo(error);
			if (moved !== null) {
				await calls.migrate(group.id, moved);
				return { result: {} };
			}
			const failure = callFailure(error);
			if (failure.kind === "refused" && /message is not modified/i.test(failure.description))
				return { result: done };
			// Nothing comes twice by an edit that is repeated, so no answer is as good as a passing failure.
			const known = failure.kind === "unknown" ? { ...failure, kind: "passing" as const } : failure;
			const next = afterFailure(known, posting.tries + 1);
			if (next.kind === "hold") return { result: {}, waitMs: next.seconds * 1000 };
			if (next.kind === "again") return { result: { tries: posting.tries + 1 }, waitMs: next.afterMs };
			log.warn("groups", "a post was not edited", { group: group.id, post: post.no, reason: next.note });
			if (failureClass(failure) === "deactivate") await calls.deactivate(group, "gone");
			return not(next.note);
		}
	}

	/** @returns whether it is settled */
	async function editOne(post: Post, posting: Posting, group: Group | null): Promise<boolean> {
		const token = newToken();
		if (!(await claimEdit(db, posting, { token, leaseUntil: now() + leaseMs, now: now() }))) return false;
		if (group?.state !== "active") {
			const note = "not edited: the bot is not at work in this group";
			await settleEdit(db, posting.id, token, { version: post.version, note });
			return true;
		}
		const { result, waitMs = 0 } = await attempt(post, posting, group);
		// What has to wait is nobody's until then.
		await settleEdit(db, posting.id, token, waitMs > 0 ? { ...result, leaseUntil: now() + waitMs } : result);
		return waitMs === 0;
	}

	/** For a minute at most; what is left then, or has to wait, the clock begins again. */
	return async function run(no: number): Promise<void> {
		const end = now() + runMs;
		const until = () => Math.min(end, now() + turnMs);
		const lanes = new Map<number, Slots>();
		const laneOf = (botId: number) => {
			const lane = lanes.get(botId) ?? new Slots({ ...needs, botId });
			lanes.set(botId, lane);
			return lane;
		};
		for (let moved = true; moved && now() < end; ) {
			moved = false;
			const post = await findPost(db, no);
			if (!post?.editing) return;
			const left = await editable(db, no, post.version, now(), readAtOnce);
			if (left.length === 0) return void (await endEditing(db, post));
			await sixToTheEnd(left, async ({ posting, group }) => {
				if (now() >= end || !(await laneOf(posting.botId).wait(1, until()))) return;
				if (await editOne(post, posting, group)) moved = true;
			});
		}
	};
}
