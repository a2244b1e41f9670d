import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDownload, IconTrash } from "@tabler/icons-react";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import { useText } from "../../i18n/text.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { EraseDialog } from "./EraseDialog.tsx";

/** Somebody's rights to what is kept of them: a copy, and that it is deleted. */
export function PersonData({ id }: { id: string }) {
	const t = useText();
	const can = useCan();
	const [erasing, erase] = useDisclosure(false);
	const download = useAction(() => ask(api.users[":id"].export.$get({ param: { id } })), {
		done: () => t("person-exported", { id }),
		after: (everything) => saveFile(`person-${id}.json`, JSON.stringify(everything, null, "\t")),
	});
	return (
		<Panel title={t("person-data")}>
			<Button
				variant="default"
				leftSection={<IconDownload size={16} />}
				loading={download.isPending}
				onClick={() => download.mutate(undefined)}
				style={{ alignSelf: "flex-start" }}
			>
				{t("person-export")}
			</Button>
			{can("people") && (
				<Button
					variant="light"
					color="red"
					leftSection={<IconTrash size={16} />}
					onClick={erase.open}
					style={{ alignSelf: "flex-start" }}
				>
					{t("person-erase")}
				</Button>
			)}
			<EraseDialog id={id} opened={erasing} onClose={erase.close} />
		</Panel>
	);
}

/** The key of who is signed in goes with the request, so a plain link would not do. */
function saveFile(name: string, text: string): void {
	const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
	const link = document.createElement("a");
	link.href = url;
	link.download = name;
	link.click();
	URL.revokeObjectURL(url);
}
