import { Button } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import { useText } from "../../i18n/text.tsx";
import { useAction } from "../../ui/useAction.tsx";

/** Asks Telegram about every group, a page at a time, and says how far it is. */
export function SyncAll() {
	const t = useText();
	const can = useCan();
	const [looked, setLooked] = useState(0);
	const sync = useAction(
		async () => {
			let cursor: number | undefined;
			let count = 0;
			setLooked(0);
			do {
				const page = await ask(api.groups.sync.$post({ json: { limit: 25, ...(cursor ? { cursor } : {}) } }));
				count += page.groups.length;
				setLooked(count);
				cursor = page.next ?? undefined;
			} while (cursor !== undefined);
			return count;
		},
		{ done: (count) => t("groups-synced", { count }), changes: [["groups"], ["group"]] },
	);
	if (!can("groups")) return null;
	return (
		<Button
			variant="default"
			leftSection={<IconRefresh size={16} />}
			disabled={sync.isPending}
			onClick={() => sync.mutate(undefined)}
		>
			{sync.isPending ? t("groups-syncing", { count: looked }) : t("groups-sync")}
		</Button>
	);
}
