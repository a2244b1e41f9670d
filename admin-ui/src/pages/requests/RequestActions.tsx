import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { api, ask } from "../../api/client.ts";
import { useWho } from "../../api/names.ts";
import { useCan } from "../../api/session.ts";
import type { StaffRequest } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { changes } from "./changes.ts";
import { RefundDialog, type Verdict } from "./RefundDialog.tsx";

/** What an appeal is about: a ban, or the refusal of somebody for their age. */
const banWords = {
	...{ lift: "inbox-lift", liftTitle: "inbox-lift-title", liftFollows: "inbox-lift-follows" },
	...{ lifted: "inbox-lifted-done", kept: "inbox-kept-done" },
	...{ keep: "inbox-keep", keepTitle: "inbox-keep-title", keepFollows: "inbox-keep-follows" },
};
const refusalWords: typeof banWords = {
	...{ lift: "age-lift", liftTitle: "age-lift-title", liftFollows: "age-lift-follows-start" },
	...{ lifted: "age-lifted", kept: "inbox-age-kept-done" },
	...{ keep: "inbox-age-keep", keepTitle: "inbox-age-keep-title", keepFollows: "inbox-age-keep-follows" },
};

/** Who looks after it, and what ends it, by its kind. */
export function RequestActions({ row }: { row: StaffRequest }) {
	const t = useText();
	const can = useCan();
	const confirm = useConfirm();
	const [verdict, setVerdict] = useState<Verdict | null>(null);
	const { id, kind, taken_by } = row;
	const input = { param: { id } };
	const who = { id: useWho(row.user_id) };
	const words = row.ref.startsWith("age:") ? refusalWords : banWords;
	const take = useAction(() => ask(api.requests[":id"].take.$post(input)), {
		done: () => t("inbox-taken-done"),
		changes: [["inbox"], ["audit"]],
	});
	const release = useAction(() => ask(api.requests[":id"].release.$post(input)), {
		done: () => t("inbox-released-done"),
		changes: [["inbox"], ["audit"]],
	});
	const close = useAction(() => ask(api.requests[":id"].close.$post(input)), {
		done: () => t("inbox-closed-done", who),
		changes,
	});
	const decide = useAction(
		(lift: boolean) => ask(api.requests[":id"].appeal.$post({ ...input, json: { lift } })),
		{ done: (_, lift) => t(lift ? words.lifted : words.kept, who), changes },
	);
	const askClose = async () => {
		const sure = await confirm({
			title: t("inbox-close-title", who),
			consequences: [t("inbox-close-follows"), t("inbox-close-follows-again")],
			action: t("inbox-close"),
			danger: false,
		});
		if (sure) close.mutate(undefined);
	};
	const askDecide = async (lift: boolean) => {
		const sure = await confirm({
			title: t(lift ? words.liftTitle : words.keepTitle, who),
			consequences: [t(lift ? words.liftFollows : words.keepFollows), t("inbox-told")],
			action: t(lift ? words.lift : words.keep),
			danger: !lift,
		});
		if (sure) decide.mutate(lift);
	};
	const small = { size: "compact-sm" } as const;
	return (
		<Group gap={4} justify="flex-end">
			{taken_by ? (
				<Button
					{...small}
					variant="subtle"
					color="gray"
					loading={release.isPending}
					onClick={() => release.mutate(undefined)}
				>
					{t("inbox-release")}
				</Button>
			) : (
				<Button {...small} variant="default" loading={take.isPending} onClick={() => take.mutate(undefined)}>
					{t("inbox-take")}
				</Button>
			)}
			{kind === "support" && (
				<Button {...small} variant="light" loading={close.isPending} onClick={() => void askClose()}>
					{t("inbox-close")}
				</Button>
			)}
			{kind === "appeal" && (
				<>
					<Button {...small} variant="light" onClick={() => void askDecide(true)}>
						{t(words.lift)}
					</Button>
					<Button {...small} variant="subtle" color="red" onClick={() => void askDecide(false)}>
						{t(words.keep)}
					</Button>
				</>
			)}
			{kind === "refund" && can("payments") && (
				<>
					<Button {...small} variant="light" onClick={() => setVerdict("refund")}>
						{t("refund")}
					</Button>
					<Button {...small} variant="subtle" color="red" onClick={() => setVerdict("decline")}>
						{t("decline")}
					</Button>
					<RefundDialog payment={row.ref} verdict={verdict} onClose={() => setVerdict(null)} />
				</>
			)}
		</Group>
	);
}
