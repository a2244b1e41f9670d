import type { InferRequestType } from "hono/client";
import { api, ask } from "../../api/client.ts";
import { useText } from "../../i18n/text.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { useAction } from "../../ui/useAction.tsx";

type Which = InferRequestType<(typeof api.campaigns)[":id"]["resend"]["$post"]>["json"];

interface Asked {
	cause?: string;
	userIds?: number[];
	/** Nobody knows whether these have it. */
	unknown: boolean;
	count: number;
}

/** Sends a campaign again to those of one cause or to some; asked first, as it can't be called back. */
export function useResend(id: string) {
	const t = useText();
	const confirm = useConfirm();
	const action = useAction((json: Which) => ask(api.campaigns[":id"].resend.$post({ param: { id }, json })), {
		done: () => t("resend-done"),
		changes: [["campaign", id], ["campaigns"], ["deliveries", id]],
	});
	const resend = async ({ cause, userIds, unknown, count }: Asked) => {
		const sure = await confirm({
			title: t("resend-some-title", { count }),
			consequences: [t(unknown ? "resend-unknown-about" : "start-follows-kept")],
			action: t("resend"),
			danger: unknown,
		});
		if (!sure) return;
		action.mutate({
			...(unknown ? { include_unknown: true } : {}),
			...(cause === undefined ? {} : { cause }),
			...(userIds ? { user_ids: userIds } : {}),
		});
	};
	return { resend, busy: action.isPending };
}
