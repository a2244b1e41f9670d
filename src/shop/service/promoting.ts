import { optionsOf } from "../../groups/rules/options.ts";
import type { Group, Groups } from "../../groups/service.ts";
import type { Media } from "../../media/service.ts";
import type { Accounts } from "../../platform/accounts.ts";
import { AppError } from "../../platform/errors.ts";
import type { Language } from "../../platform/i18n/index.ts";
import type { Registry } from "../../platform/registry.ts";
import { cut } from "../../platform/text.ts";
import type { Posts } from "../../posts/service.ts";
import { inLanguage, isVisible, modelPayload } from "../rules.ts";
import { promotionButton } from "../settings.ts";
import type { Catalogue, Creator } from "./catalogue.ts";

export type Promoting = ReturnType<typeof createPromoting>;

interface Needs {
	catalogue: Pick<Catalogue, "mustHave" | "gallery">;
	media: Pick<Media, "usable">;
	groups: Pick<Groups, "list" | "get">;
	posts: Pick<Posts, "create">;
	registry: Registry;
}

interface Promotion {
	/** null: the first that is active. */
	groupIds: readonly number[] | null;
	/** null: the first picture of the gallery. */
	media: string | null;
	/** null: name and bio. */
	text: string | null;
	/** null: that of the first group. */
	language: Language | null;
}

const captionLimit = 1024;
const invalid = (field: string, wrong: string) =>
	new AppError(400, "invalid", "Some fields are not right.", { [field]: wrong });

/** Creators shown in groups, by a post whose button opens them in the bot. */
export function createPromoting({ catalogue, media, groups, posts, registry }: Needs) {
	/** @throws AppError 400, 404, 409 with what is to be done */
	async function placesOf(ids: readonly number[] | null): Promise<[Group, ...Group[]]> {
		const found =
			ids === null ? await groups.list("active", null, 1) : await Promise.all(ids.map(groups.get));
		const [first, ...more] = found;
		if (!first)
			throw new AppError(409, "no_group", "No bot is in an active group: add one to a group first.");
		const powerless = found.filter(({ rights }) => rights === null).map(({ title }) => title);
		if (powerless.length > 0)
			throw new AppError(
				409,
				"not_admin",
				`The bot is no administrator of ${powerless.join(", ")}: make it one there first.`,
			);
		return [first, ...more];
	}

	async function pictureOf(accounts: Accounts, { no, accountId }: Creator, given: string | null) {
		const id = given ?? (await catalogue.gallery(no))[0];
		if (id === undefined) throw invalid("media", "is needed, as the gallery is empty");
		const [row] = await media.usable(accountId, [id], given === null || accounts === "all");
		if (row?.kind !== "photo") throw invalid("media", "is no picture");
		return { kind: "photo" as const, media_id: id };
	}

	return {
		/**
		 * Posts it; once a key.
		 * @throws AppError 404, 400, or 409 where nobody sees the creator or the bot is no administrator
		 */
		async promote(
			accounts: Accounts,
			id: string,
			asked: Promotion,
			{ key, actor }: { key: string | null; actor: string },
		) {
			const creator = await catalogue.mustHave(accounts, id);
			if (!isVisible(creator))
				throw new AppError(409, "not_visible", "Nobody can see this creator yet: verify them first.");
			const places = await placesOf(asked.groupIds);
			const [first] = places;
			const language = asked.language ?? optionsOf(first.options).language;
			const bio = inLanguage(creator.bio, language);
			const link = `https://t.me/${registry.bots.get(first.botId)?.username ?? ""}?start=${modelPayload(creator.id)}`;
			const text = registry.settings.get(promotionButton)[language];
			const post = await posts.create(
				{
					content: {
						message: asked.text ?? cut(bio ? `${creator.name}\n\n${bio}` : creator.name, captionLimit),
						media: await pictureOf(accounts, creator, asked.media),
						buttons: [[{ text, url: `${link}-{post}` }]],
					},
					mediaKnown: true,
					targets: places.map((group) => ({ groupId: group.id, topicId: 0 })),
					...{ silent: null, replyTo: null, bypassCooldown: false, deleteAfterSeconds: null },
					wish: { at: null, cron: null, timeZone: "UTC", everySeconds: null, rounds: null },
				},
				key,
				actor,
			);
			return {
				...{ post, link: `${link}-${post}` },
				groups: places.map((group) => ({ id: group.id, title: group.title })),
			};
		},
	};
}
