import { Stack } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useText } from "../../i18n/text.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { MessageFields } from "../campaigns/MessageFields.tsx";
import type { PostDraft } from "./draft.ts";
import { Options } from "./Options.tsx";
import { When } from "./When.tsx";
import { Where } from "./Where.tsx";

/** All of a post: what, where, when and how. */
export function PostFields({ form }: { form: UseFormReturnType<PostDraft> }) {
	const t = useText();
	return (
		<Stack gap="md">
			<Panel title={t("compose-message")}>
				<MessageFields form={form} />
			</Panel>
			<Where form={form} />
			<When form={form} />
			<Options form={form} />
		</Stack>
	);
}
