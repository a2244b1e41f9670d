import { Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { accountsQuery } from "../../api/accounts.ts";
import { api, ask, inAccount } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { ListedCreator } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { oneOf } from "../../search.ts";
import { Go, None, State, When } from "../../ui/bits.tsx";
import type { Column } from "../../ui/DataTable.tsx";
import { DialogButtons } from "../../ui/DialogButtons.tsx";
import { ListAndForm } from "../../ui/ListAndForm.tsx";
import { Page } from "../../ui/Page.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { useList } from "../../ui/useList.ts";
import { creatorState, stateColors, tiers } from "./states.ts";

/** Who sells here. */
export function Creators() {
	const t = useText();
	const can = useCan();
	const { q } = useSearch({ from: "/shell/creators" });
	const navigate = useNavigate({ from: "/creators" });
	const list = useList(
		["creators", q ?? ""],
		(cursor) => ask(api.creators.$get({ query: { ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) } })),
		(page) => page.creators,
	);
	const columns: Column<ListedCreator>[] = [
		{
			key: "name",
			title: t("creator"),
			cell: (creator) => (
				<div>
					<Go to="/creators/$id" params={{ id: creator.id }} className="row-link">
						{creator.name}
					</Go>
					<Text size="xs" c="dimmed">
						@{creator.username}
					</Text>
				</div>
			),
		},
		{ key: "state", title: t("state"), cell: (creator) => <CreatorState creator={creator} /> },
		{ key: "tier", title: t("creator-tier"), cell: ({ tier }) => t(`creator-tier-${tier}`) },
		{ key: "country", title: t("creator-country"), cell: ({ country }) => country ?? <None /> },
		{
			key: "since",
			title: t("here-since"),
			align: "right",
			cell: ({ created_at }) => <When at={created_at} />,
		},
	];
	return (
		<Page title={t("nav-creators")} about={t("creators-about")}>
			<Stack gap="md">
				<SearchField
					label={t("creators-search")}
					placeholder={t("creators-search")}
					value={q ?? ""}
					onChange={(next) => void navigate({ search: next ? { q: next } : {}, replace: true })}
				/>
				<ListAndForm
					label={t("nav-creators")}
					columns={columns}
					list={list}
					rowKey={({ id }) => id}
					empty={{ title: t(q ? "creators-none-found" : "creators-none"), about: t("creators-none-about") }}
					make={
						can("shop")
							? {
									text: t("creator-add"),
									title: t("creator-add"),
									form: (close) => <AddForm onClose={close} />,
								}
							: null
					}
				/>
			</Stack>
		</Page>
	);
}

export function CreatorState({ creator }: { creator: Pick<ListedCreator, "verified_at" | "active"> }) {
	const t = useText();
	const state = creatorState(creator);
	return <State color={stateColors[state]}>{t(`creator-${state}`)}</State>;
}

function AddForm({ onClose }: { onClose: () => void }) {
	const t = useText();
	const navigate = useNavigate();
	const { data: accounts = [] } = useQuery(accountsQuery);
	const form = useForm({
		initialValues: {
			name: "",
			username: "",
			tier: "bronze" as string,
			country: "",
			account: null as string | null,
		},
		validate: {
			name: (name) => (name.trim() === "" ? t("needed") : null),
			username: (name) => (/^@?\w{3,32}$/.test(name.trim()) ? null : t("creator-username-rule")),
			account: (account) => (accounts.length > 1 && !account ? t("needed") : null),
		},
	});
	const add = useAction(
		({ name, username, tier, country, account }: typeof form.values) =>
			ask(
				api.creators.$post(
					{
						json: {
							...{ name, username, country: country.trim() || null },
							tier: oneOf(tier, tiers) ?? "bronze",
						},
					},
					account ? inAccount(account) : {},
				),
			),
		{
			done: () => t("creator-added"),
			changes: [["creators"], ["audit"]],
			fields: form.setErrors,
			after: ({ creator }) => {
				onClose();
				void navigate({ to: "/creators/$id", params: { id: creator.id } });
			},
		},
	);
	return (
		<form onSubmit={form.onSubmit((values) => add.mutate(values))}>
			<Stack gap="md">
				<TextInput label={t("name")} maxLength={64} data-autofocus {...form.getInputProps("name")} />
				<TextInput label={t("username")} maxLength={33} {...form.getInputProps("username")} />
				<Select
					label={t("creator-tier")}
					allowDeselect={false}
					data={tiers.map((value) => ({ value, label: t(`creator-tier-${value}`) }))}
					{...form.getInputProps("tier")}
				/>
				<TextInput
					label={`${t("creator-country")} (${t("optional")})`}
					description={t("creator-country-about")}
					maxLength={2}
					{...form.getInputProps("country")}
				/>
				{accounts.length > 1 && (
					<Select
						label={t("shop-account")}
						data={accounts.map(({ id, name }) => ({ value: String(id), label: name }))}
						{...form.getInputProps("account")}
					/>
				)}
				<DialogButtons onClose={onClose} loading={add.isPending}>
					{t("creator-add")}
				</DialogButtons>
			</Stack>
		</form>
	);
}
