import { api, ask } from "../../api/client.ts";
import { useText } from "../../i18n/text.tsx";
import { ReasonDialog } from "../../ui/ReasonDialog.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { useLast } from "../../ui/useLast.ts";
import { changes } from "./changes.ts";

export type Verdict = "refund" | "decline";

interface Props {
	payment: string;
	/** null: not open. */
	verdict: Verdict | null;
	onClose: () => void;
}

/** To say yes is to refund the payment. */
export function RefundDialog({ payment: id, verdict, onClose }: Props) {
	const t = useText();
	const refunding = useLast(verdict, verdict !== null) === "refund";
	const decide = useAction(
		(reason: string) => {
			const input = { param: { id }, json: { reason } };
			return refunding
				? ask(api.payments[":id"].refund.$post(input))
				: ask(api["refund-requests"][":id"].decline.$post(input));
		},
		{
			done: () => t(refunding ? "refund-done" : "request-declined-done", { id }),
			changes,
			after: onClose,
		},
	);
	return (
		<ReasonDialog
			title={t(refunding ? "request-refund-title" : "request-decline-title", { id })}
			opened={verdict !== null}
			onClose={onClose}
			consequences={
				refunding
					? [t("refund-follows-taken"), t("refund-follows-owed"), t("refund-follows-telegram")]
					: [t("request-decline-follows")]
			}
			description={t(refunding ? "reason-in-audit" : "reason-they-read")}
			action={t(refunding ? "refund" : "decline")}
			danger
			busy={decide.isPending}
			onSubmit={(reason) => decide.mutate(reason)}
		/>
	);
}
