import { Button, Code, Modal, Text } from "@mantine/core";
import type { InferResponseType } from "hono/client";
import { useState } from "react";
import { api, ask } from "../../api/client.ts";
import { useText } from "../../i18n/text.tsx";
import { None, Person, State, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { useLast } from "../../ui/useLast.ts";
import { useList } from "../../ui/useList.ts";

type Failed = InferResponseType<(typeof api)["failed-updates"]["$get"], 200>["failed_updates"][number];

/** Updates whose handling threw; after three tries they are given up. */
export function FailedUpdates() {
	const t = useText();
	const [shown, setShown] = useState<Failed | null>(null);
	const last = useLast(shown, shown !== null);
	const list = useList(
		["failed-updates"],
		(cursor) => ask(api["failed-updates"].$get({ query: cursor ? { cursor } : {} })),
		(page) => page.failed_updates,
	);
	const columns: Column<Failed>[] = [
		{
			key: "id",
			title: t("update"),
			cell: (row) => (
				<Button variant="transparent" p={0} h="auto" onClick={() => setShown(row)}>
					{row.id}
				</Button>
			),
		},
		{ key: "who", title: t("person"), cell: ({ update }) => <Sender update={update} /> },
		{ key: "error", title: t("error"), cell: ({ error }) => <Text size="sm">{error}</Text> },
		{ key: "tries", title: t("tries"), align: "right", cell: ({ tries }) => tries },
		{
			key: "state",
			title: t("state"),
			cell: ({ gave_up_at }) => (
				<State color={gave_up_at ? "red" : "yellow"}>{t(gave_up_at ? "given-up" : "tried-again")}</State>
			),
		},
		{ key: "at", title: t("failed-at"), align: "right", cell: ({ failed_at }) => <When at={failed_at} /> },
	];
	return (
		<>
			<DataTable
				label={t("failed-updates")}
				columns={columns}
				list={list}
				rowKey={({ id }) => id}
				empty={{ title: t("failed-updates-none"), about: t("failed-updates-none-about") }}
			/>
			<Modal
				opened={shown !== null}
				onClose={() => setShown(null)}
				title={last?.id}
				size="lg"
				closeButtonProps={{ "aria-label": t("close") }}
			>
				<Text size="sm" mb="sm">
					{t("update-about")}
				</Text>
				<Code block>{JSON.stringify(last?.update, null, 2)}</Code>
			</Modal>
		</>
	);
}

/** Whose update it was; one of Telegram's own kinds has somebody in it, under the name of its kind. */
function Sender({ update }: { update: unknown }) {
	const parts: { from?: { id?: unknown } }[] = Object.values(update ?? {});
	const id = parts.map((part) => part?.from?.id).find((one) => typeof one === "number");
	return id === undefined ? <None /> : <Person id={id} />;
}
