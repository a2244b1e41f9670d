import {
	Alert,
	Button,
	List,
	Modal,
	NumberInput,
	Group as Row,
	Select,
	SimpleGrid,
	Stack,
	Text,
	TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import type { InferResponseType } from "hono/client";
import { useEffect, useRef, useState } from "react";
import { api, ask, once } from "../../api/client.ts";
import type { Group } from "../../api/types.ts";
import { hereZone } from "../../i18n/local-time.ts";
import { useText } from "../../i18n/text.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { type ClearFilter, clearErrors, clearInput, everything } from "./clear-filter.ts";

type Forecast = InferResponseType<(typeof api.groups)[":id"]["clear"]["$post"], 202>;

/** Deletes what the bot posted: counted first, and only then done. */
export function ClearDialog({
	group,
	opened,
	onClose,
}: {
	group: Group;
	opened: boolean;
	onClose: () => void;
}) {
	const t = useText();
	return (
		<Modal
			opened={opened}
			onClose={onClose}
			title={t("clear-title", { title: group.title })}
			closeButtonProps={{ "aria-label": t("close") }}
		>
			<ClearForm group={group} onClose={onClose} />
		</Modal>
	);
}

function ClearForm({ group, onClose }: { group: Group; onClose: () => void }) {
	const t = useText();
	const param = { id: String(group.id) };
	/** What a count has found, and the key that goes with it. */
	const [found, setFound] = useState<{ forecast: Forecast; key: string } | null>(null);
	const result = useRef<HTMLDivElement>(null);
	// Whoever counted reads the numbers next; pressing Enter once more deletes nothing.
	useEffect(() => {
		if (found) result.current?.focus();
	}, [found]);
	const form = useForm<ClearFilter>({
		initialValues: everything,
		// A count is of what was asked then.
		onValuesChange: () => setFound(null),
		validate: {
			to: (to, { from }) => (from !== "" && to !== "" && to < from ? t("clear-order") : null),
			to_message_id: (last, { from_message_id: first }) =>
				first !== "" && last !== "" && Number(last) < Number(first) ? t("clear-order") : null,
		},
	});
	const fields = (wrong: Record<string, string>) => form.setErrors(clearErrors(wrong));
	const count = useAction(
		(filter: ClearFilter) =>
			ask(api.groups[":id"].clear.$post({ param, json: { ...clearInput(filter), dry_run: true } })),
		{ fields, after: (forecast) => setFound({ forecast, key: crypto.randomUUID() }) },
	);
	const clear = useAction(
		({ filter, key }: { filter: ClearFilter; key: string }) =>
			ask(api.groups[":id"].clear.$post({ param, json: clearInput(filter) }, once(key))),
		{
			done: ({ deletable }) => t("deletion-begun", { count: deletable }),
			changes: [["group", param.id], ["audit"]],
			after: onClose,
			fields,
		},
	);
	return (
		<form noValidate onSubmit={form.onSubmit((filter) => count.mutate(filter))}>
			<Stack gap="md">
				<Text size="sm">{t("clear-about")}</Text>
				<SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
					<TextInput
						type="datetime-local"
						label={t("clear-from")}
						data-autofocus
						{...form.getInputProps("from")}
					/>
					<TextInput type="datetime-local" label={t("clear-to")} {...form.getInputProps("to")} />
					<NumberInput
						label={t("clear-older")}
						min={1}
						allowDecimal={false}
						{...form.getInputProps("older")}
					/>
					<Select
						label={t("post-unit")}
						allowDeselect={false}
						data={(["hours", "days"] as const).map((unit) => ({
							value: unit,
							label: t(`post-unit-${unit}`),
						}))}
						{...form.getInputProps("unit")}
					/>
					<NumberInput
						label={t("clear-from-message")}
						min={1}
						allowDecimal={false}
						hideControls
						{...form.getInputProps("from_message_id")}
					/>
					<NumberInput
						label={t("clear-to-message")}
						min={1}
						allowDecimal={false}
						hideControls
						{...form.getInputProps("to_message_id")}
					/>
				</SimpleGrid>
				<Text size="xs" c="dimmed">
					{t("post-zone-here", { zone: hereZone() })}
				</Text>
				<div role="status" ref={result} tabIndex={-1}>
					{found && <Found forecast={found.forecast} />}
				</div>
				<Row justify="flex-end" gap="xs">
					<Button variant="default" onClick={onClose}>
						{t("cancel")}
					</Button>
					{found === null ? (
						<Button key="count" type="submit" loading={count.isPending}>
							{t("clear-count")}
						</Button>
					) : (
						<Button
							key="delete"
							color="red.8"
							loading={clear.isPending}
							onClick={() => clear.mutate({ filter: form.getValues(), key: found.key })}
							disabled={found.forecast.deletable + found.forecast.too_old === 0}
						>
							{found.forecast.deletable === 0
								? t("clear-mark")
								: t("deletion-do", { count: found.forecast.deletable })}
						</Button>
					)}
				</Row>
			</Stack>
		</form>
	);
}

/** What would come of it. */
function Found({ forecast: { deletable, too_old, rights_missing } }: { forecast: Forecast }) {
	const t = useText();
	return (
		<Stack gap="sm">
			<List size="sm" spacing={6}>
				<List.Item>{t("clear-deletable", { count: deletable })}</List.Item>
				{too_old > 0 && <List.Item>{t("clear-too-old", { count: too_old })}</List.Item>}
				{deletable > 0 && <List.Item>{t("deletion-follows-gone")}</List.Item>}
			</List>
			{rights_missing && (
				<Alert color="yellow" title={t("clear-rights")}>
					{t("clear-rights-about")} {rights_missing.switch_on}
				</Alert>
			)}
		</Stack>
	);
}
