import { ActionIcon, Button, EmptyState, Group, Paper, Skeleton, Stack, Text, Tooltip } from "@mantine/core";
import { IconRestore, IconSearchOff } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useBlocker, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { Setting } from "../../api/types.ts";
import { useText, useWord } from "../../i18n/text.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { Changes } from "./Changes.tsx";
import { Control } from "./Control.tsx";
import { groupOf, same } from "./kinds.ts";
import classes from "./Settings.module.css";

/** Everything that can be changed while it runs. All that was changed is saved at once, all or none. */
export function Settings() {
	const t = useText();
	const word = useWord();
	const can = useCan();
	const confirm = useConfirm();
	const queries = useQueryClient();
	const { q = "" } = useSearch({ from: "/shell/settings" });
	const navigate = useNavigate({ from: "/settings" });
	const queryKey = ["config"];
	const { data, error, refetch } = useQuery({
		queryKey,
		queryFn: () => ask(api.config.$get()),
		// What somebody is changing must not change under their hands.
		staleTime: Number.POSITIVE_INFINITY,
		refetchOnMount: "always",
	});
	const [edits, setEdits] = useState<Record<string, unknown>>({});
	const [wrong, setWrong] = useState<Record<string, string>>({});
	const save = useAction(
		(changes: Record<string, unknown>) => ask(api.config.bulk.$post({ json: changes })),
		{
			done: (_, changes) => t("settings-saved", { count: Object.keys(changes).length }),
			changes: [["audit"], ["reach"], ["setup"]],
			fields: setWrong,
			after: (answer) => {
				queries.setQueryData(queryKey, answer);
				setEdits({});
				setWrong({});
			},
		},
	);
	const dirty = Object.keys(edits).length;
	useBlocker({
		shouldBlockFn: async ({ current, next }) =>
			dirty > 0 &&
			current.pathname !== next.pathname &&
			!(await confirm({
				title: t("settings-leave-title"),
				about: t("settings-unsaved", { count: dirty }),
				action: t("settings-leave"),
			})),
		enableBeforeUnload: () => dirty > 0,
	});
	const change = (setting: Setting, value: unknown) => {
		const { [setting.key]: _, ...others } = edits;
		setEdits(same(value, setting.value) ? others : { ...others, [setting.key]: value });
		const { [setting.key]: __, ...otherErrors } = wrong;
		setWrong(otherErrors);
	};
	if (!data)
		return (
			<Page title={t("nav-settings")}>
				{error ? <ErrorBox error={error} retry={() => void refetch()} /> : <Skeleton height={420} />}
			</Page>
		);
	const sought = q.toLowerCase();
	// The API speaks English; what it says is translated where that is known.
	const named = data.settings.map((setting) => {
		const name = setting.key.replace(".", "-");
		const { label, help } = setting;
		return { ...setting, label: word("label", name, label), help: word("help", name, help) };
	});
	const found = named.filter(({ key, label, help }) =>
		`${key} ${label} ${help}`.toLowerCase().includes(sought),
	);
	const groups = Map.groupBy(found, ({ key }) => groupOf(key));
	return (
		<Page title={t("nav-settings")} about={t("settings-about")}>
			<Group>
				<SearchField
					label={t("settings-search")}
					placeholder={t("settings-search")}
					value={q}
					onChange={(text) => void navigate({ search: text ? { q: text } : {}, replace: true })}
				/>
			</Group>
			{found.length === 0 && (
				<EmptyState
					icon={<IconSearchOff />}
					title={t("settings-none")}
					description={t("settings-none-about")}
				/>
			)}
			{[...groups].map(([group, settings]) => (
				<Panel key={group} title={word("settings-group", group)}>
					<Stack gap={0}>
						{settings.map((setting) => {
							const value = setting.key in edits ? edits[setting.key] : setting.value;
							return (
								<div key={setting.key} className={classes.setting} data-changed={setting.key in edits}>
									<div>
										<Text size="sm" fw={600}>
											{setting.label}
										</Text>
										<Text size="xs" c="dimmed" maw="60ch">
											{setting.help}
										</Text>
										<Text size="xs" c="dimmed" ff="monospace" mt={2}>
											{setting.key}
										</Text>
									</div>
									<Group gap="xs" align="flex-start" wrap="nowrap">
										<div style={{ flex: 1 }}>
											<Control
												setting={setting}
												value={value}
												error={wrong[setting.key]}
												disabled={!can("settings")}
												onChange={(next) => change(setting, next)}
											/>
										</div>
										{can("settings") && !same(value, setting.default) && (
											<Tooltip label={t("setting-default")}>
												<ActionIcon
													variant="subtle"
													color="gray"
													aria-label={t("setting-default-of", { name: setting.label })}
													onClick={() => change(setting, setting.default)}
												>
													<IconRestore size={16} />
												</ActionIcon>
											</Tooltip>
										)}
									</Group>
								</div>
							);
						})}
					</Stack>
				</Panel>
			))}
			{can("system", "read") && <Changes labels={named} />}
			{dirty > 0 && (
				<Paper
					withBorder
					shadow="md"
					p="sm"
					className={classes.bar}
					role="region"
					aria-label={t("settings-unsaved", { count: dirty })}
				>
					<Group justify="space-between" gap="xs">
						<Text size="sm" fw={600} role="status">
							{t("settings-unsaved", { count: dirty })}
						</Text>
						<Group gap="xs">
							<Button
								variant="default"
								onClick={() => {
									setEdits({});
									setWrong({});
								}}
							>
								{t("settings-discard")}
							</Button>
							<Button loading={save.isPending} onClick={() => save.mutate(edits)}>
								{t("save")}
							</Button>
						</Group>
					</Group>
				</Paper>
			)}
		</Page>
	);
}
