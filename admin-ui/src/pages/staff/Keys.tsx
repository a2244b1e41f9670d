import { Button, Code, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { areas } from "../../api/areas.ts";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { Key } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { Actor, When } from "../../ui/bits.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import type { Column } from "../../ui/DataTable.tsx";
import { ListAndForm } from "../../ui/ListAndForm.tsx";
import { listOf } from "../../ui/listOf.ts";
import { useAction } from "../../ui/useAction.tsx";
import { KeyForm } from "./KeyForm.tsx";

/** What machines act with. */
export function Keys() {
	const t = useText();
	const can = useCan();
	const confirm = useConfirm();
	const query = useQuery({
		queryKey: ["keys"],
		queryFn: async () => (await ask(api.keys.$get())).keys,
	});
	const remove = useAction(({ id }: Key) => ask(api.keys[":id"].$delete({ param: { id } })), {
		done: (_, { name }) => t("key-deleted", { name }),
		changes: [["keys"], ["audit"]],
	});
	const askRemove = async (key: Key) => {
		const sure = await confirm({
			title: t("key-delete-title", { name: key.name }),
			consequences: [t("key-delete-follows")],
			action: t("key-delete"),
		});
		if (sure) remove.mutate(key);
	};
	const columns: Column<Key>[] = [
		{
			key: "name",
			title: t("key"),
			cell: ({ name, prefix }) => (
				<div>
					<Text size="sm" fw={600}>
						{name}
					</Text>
					<Code fz={11}>{prefix}…</Code>
				</div>
			),
		},
		{ key: "may", title: t("key-may"), cell: (key) => <Permissions held={key.permissions} /> },
		{
			key: "by",
			title: t("audit-by"),
			cell: ({ created_by: by, created_by_name }) =>
				created_by_name ?? <Actor name={by === "owner" ? by : `staff:${by}`} />,
		},
		{
			key: "expires",
			title: t("expires"),
			cell: ({ expires_at }) => (expires_at ? <When at={expires_at} /> : t("never")),
		},
		{
			key: "used",
			title: t("last-use"),
			align: "right",
			cell: ({ last_used_at }) => (last_used_at ? <When at={last_used_at} /> : t("never")),
		},
	];
	return (
		<ListAndForm
			label={t("staff-keys")}
			columns={columns}
			actions={
				can("staff") &&
				((key) => (
					<Button
						size="compact-sm"
						variant="subtle"
						color="red"
						aria-label={t("key-delete-name", { name: key.name })}
						onClick={() => void askRemove(key)}
					>
						{t("key-delete")}
					</Button>
				))
			}
			list={listOf(query)}
			rowKey={({ id }) => id}
			empty={{ title: t("keys-none"), about: t("keys-none-about") }}
			make={
				can("staff")
					? { text: t("key-make"), title: t("key-make"), form: (close) => <KeyForm onClose={close} /> }
					: null
			}
		/>
	);
}

function Permissions({ held }: { held: Key["permissions"] }) {
	const t = useText();
	const writes = areas.filter((area) => held[area]?.includes("write"));
	const reads = areas.filter((area) => held[area]?.includes("read") && !writes.includes(area));
	const line = (name: string, list: readonly string[]) =>
		list.length > 0 && (
			<Text size="xs">
				<Text span inherit c="dimmed">
					{t(name)}:
				</Text>{" "}
				{list.map((area) => t(`area-${area}`)).join(", ")}
			</Text>
		);
	return (
		<div>
			{line("may-write", writes)}
			{line("may-read", reads)}
		</div>
	);
}
