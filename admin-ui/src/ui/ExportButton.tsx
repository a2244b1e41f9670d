import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { download } from "../api/client.ts";
import { useText } from "../i18n/text.tsx";
import { useAction } from "./useAction.tsx";

/** Saves a list as a file for a spreadsheet. */
export function ExportButton({ url, name }: { url: URL; name: string }) {
	const t = useText();
	const save = useAction(() => download(url, name), { done: () => t("exported", { name }) });
	return (
		<Button
			variant="default"
			leftSection={<IconDownload size={16} />}
			loading={save.isPending}
			onClick={() => save.mutate(undefined)}
		>
			{t("export")}
		</Button>
	);
}
