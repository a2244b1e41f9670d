import { Alert, Button, Modal, NumberInput, Select, Stack, Switch, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { Creator } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { digits, oneOf } from "../../search.ts";
import { Actor } from "../../ui/bits.tsx";
import { CopyField } from "../../ui/CopyField.tsx";
import { DialogButtons } from "../../ui/DialogButtons.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { telegramLink } from "../../world.ts";
import { tiers } from "./states.ts";
import { filled, type Texts, TextsFields } from "./TextsFields.tsx";

export function Profile({ creator }: { creator: Creator }) {
	const t = useText();
	return (
		<Stack gap="md">
			<Verified creator={creator} />
			{creator.link && (
				<CopyField
					label={t("creator-link")}
					about={t("creator-link-about")}
					value={telegramLink(creator.link)}
				/>
			)}
			<ProfileForm key={creator.id} creator={creator} />
		</Stack>
	);
}

function Verified({ creator }: { creator: Creator }) {
	const t = useText();
	const format = useFormat();
	const can = useCan();
	const [asking, setAsking] = useState(false);
	if (creator.verified_at)
		return (
			<Text size="sm">
				{t("creator-verified-on", { date: format.dateTime(creator.verified_at) })}{" "}
				<Actor name={creator.verified_by} /> · {t("creator-seen-was", { seen: creator.verified_seen ?? "" })}
			</Text>
		);
	return (
		<Alert color="yellow" title={t("creator-unverified")}>
			<Stack gap="sm" align="flex-start">
				{t("creator-unverified-about")}
				{can("people") && <Button onClick={() => setAsking(true)}>{t("creator-verify")}</Button>}
			</Stack>
			<Modal
				opened={asking}
				onClose={() => setAsking(false)}
				title={t("creator-verify-title", { name: creator.name })}
				closeButtonProps={{ "aria-label": t("close") }}
			>
				<VerifyForm id={creator.id} onClose={() => setAsking(false)} />
			</Modal>
		</Alert>
	);
}

function VerifyForm({ id, onClose }: { id: string; onClose: () => void }) {
	const t = useText();
	const form = useForm({
		initialValues: { seen: "" },
		validate: { seen: (seen) => (seen.trim() === "" ? t("needed") : null) },
	});
	const verify = useAction(
		({ seen }: typeof form.values) =>
			ask(api.creators[":id"].verify.$post({ param: { id }, json: { seen } })),
		{
			done: () => t("creator-verified"),
			changes: [["creator", id], ["creators"], ["audit"]],
			after: onClose,
			fields: form.setErrors,
		},
	);
	return (
		<form onSubmit={form.onSubmit((values) => verify.mutate(values))}>
			<Stack gap="md">
				<TextInput
					label={t("creator-seen")}
					description={t("creator-seen-about")}
					maxLength={200}
					data-autofocus
					{...form.getInputProps("seen")}
				/>
				<DialogButtons onClose={onClose} loading={verify.isPending}>
					{t("creator-verify")}
				</DialogButtons>
			</Stack>
		</form>
	);
}

function ProfileForm({ creator }: { creator: Creator }) {
	const t = useText();
	const can = useCan();
	const { id } = creator;
	const form = useForm({
		initialValues: {
			name: creator.name,
			username: creator.username,
			tier: creator.tier as string,
			country: creator.country ?? "",
			bio: creator.bio as Texts,
			percent: (creator.percent ?? "") as number | string,
			telegram_id: String(creator.telegram_id ?? ""),
			active: creator.active,
		},
		validate: {
			name: (name) => (name.trim() === "" ? t("needed") : null),
			telegram_id: (text) => (text.trim() === "" || digits(text.trim()) ? null : t("only-digits")),
		},
	});
	const save = useAction(
		({ percent, telegram_id, tier, country, bio, ...rest }: typeof form.values) =>
			ask(
				api.creators[":id"].$patch({
					param: { id },
					json: {
						...rest,
						...(form.isDirty("percent") ? { percent: percent === "" ? null : Number(percent) } : {}),
						telegram_id: telegram_id.trim() ? Number(telegram_id) : null,
						tier: oneOf(tier, tiers) ?? creator.tier,
						country: country.trim() || null,
						bio: filled(bio),
					},
				}),
			),
		{
			done: () => t("creator-saved"),
			changes: [["creator", id], ["creators"], ["audit"]],
			after: () => form.resetDirty(),
			fields: form.setErrors,
		},
	);
	const off = !can("shop");
	return (
		<form onSubmit={form.onSubmit((values) => save.mutate(values))}>
			<Panel title={t("creator-tab-profile")}>
				<Stack gap="md" maw={560}>
					<Switch
						label={t("creator-active")}
						description={t("creator-active-about")}
						disabled={off}
						{...form.getInputProps("active", { type: "checkbox" })}
					/>
					<TextInput label={t("name")} maxLength={64} disabled={off} {...form.getInputProps("name")} />
					<TextInput
						label={t("username")}
						maxLength={33}
						disabled={off}
						{...form.getInputProps("username")}
					/>
					<Select
						label={t("creator-tier")}
						allowDeselect={false}
						disabled={off}
						data={tiers.map((value) => ({ value, label: t(`creator-tier-${value}`) }))}
						{...form.getInputProps("tier")}
					/>
					<TextInput
						label={t("creator-country")}
						description={t("creator-country-about")}
						maxLength={2}
						disabled={off}
						{...form.getInputProps("country")}
					/>
					<TextsFields
						label={t("creator-bio")}
						maxLength={1000}
						disabled={off}
						value={form.values.bio}
						onChange={(bio) => form.setFieldValue("bio", bio)}
					/>
					<TextInput
						label={t("creator-telegram")}
						description={t("creator-telegram-about")}
						inputMode="numeric"
						disabled={off}
						{...form.getInputProps("telegram_id")}
					/>
					<NumberInput
						label={t("creator-percent")}
						description={t("creator-percent-about")}
						min={0}
						max={100}
						suffix=" %"
						allowDecimal={false}
						disabled={off || !can("payments")}
						{...form.getInputProps("percent")}
					/>
					{!off && (
						<Button
							type="submit"
							loading={save.isPending}
							disabled={!form.isDirty()}
							style={{ alignSelf: "flex-start" }}
						>
							{t("save")}
						</Button>
					)}
				</Stack>
			</Panel>
		</form>
	);
}
