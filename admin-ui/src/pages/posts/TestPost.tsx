import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../api/client.ts";
import { contentOf, type Message } from "../campaigns/draft.ts";
import { TestSend } from "../campaigns/TestSend.tsx";
import { groupNamesQuery } from "./groups.ts";

interface Props {
	draft: Message & { groups?: string[] };
	validate: () => boolean;
	onFields: (fields: Record<string, string>) => void;
}

/** Sends it to one person; a file of a bot's by that bot, which is the one in the groups. */
export function TestPost({ draft, validate, onFields }: Props) {
	const { data: groups = [] } = useQuery(groupNamesQuery);
	const isFile =
		draft.media.kind !== "" && draft.media.mediaId === "" && !/^https?:\/\//.test(draft.media.file.trim());
	const bot = isFile ? groups.find(({ id }) => String(id) === draft.groups?.[0])?.bot_id : undefined;
	return (
		<TestSend
			send={(to) =>
				ask(api.posts.test.$post({ json: { ...contentOf(draft), to, ...(bot ? { bot_id: bot } : {}) } }))
			}
			validate={validate}
			onFields={onFields}
		/>
	);
}
