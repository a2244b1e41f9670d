import { keptIn } from "../campaigns/draft.ts";
import { emptyPost, inputOf, type PostDraft, postErrors } from "../posts/draft.ts";

/** A group campaign while it is written. */
export interface CampaignDraft {
	name: string;
	/** As a field for a date and time has it. */
	ends_at: string;
	posts: PostDraft[];
}

export const mostPosts = 50;

export const emptyCampaign = (): CampaignDraft => ({ name: "", ends_at: "", posts: [] });
export const keptCampaign = keptIn("group_campaign_draft", emptyCampaign);

/** A new post of it goes where the one before goes. */
export const nextPost = ({ posts }: CampaignDraft): PostDraft => {
	const last = posts.at(-1);
	return { ...emptyPost(), when: "at", ...(last ? { groups: last.groups, topics: last.topics } : {}) };
};

export const campaignInput = ({ name, ends_at, posts }: CampaignDraft) => ({
	name: name.trim(),
	...(ends_at === "" ? {} : { ends_at: new Date(ends_at).toISOString() }),
	posts: posts.map(inputOf),
});

/** What the API finds wrong: of the whole, and of each post by its place. */
export function campaignErrors(fields: Record<string, string>): {
	own: Record<string, string>;
	posts: Map<number, Record<string, string>>;
} {
	const own: Record<string, string> = {};
	const posts = new Map<number, Record<string, string>>();
	for (const [name, wrong] of Object.entries(fields)) {
		const [, place, field] = /^posts\.(\d+)\.(.+)$/.exec(name) ?? [];
		if (place === undefined || field === undefined) own[name] = wrong;
		else posts.set(Number(place), { ...posts.get(Number(place)), ...postErrors({ [field]: wrong }) });
	}
	return { own, posts };
}
