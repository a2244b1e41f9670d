import { Alert, Button, Checkbox, Group, NumberInput, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { api, ask } from "../../api/client.ts";
import type { Product } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { oneOf } from "../../search.ts";
import { DialogButtons } from "../../ui/DialogButtons.tsx";
import { MediaPicker } from "../../ui/media/MediaPicker.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { productTypes } from "./states.ts";
import { filled, type Texts, TextsFields } from "./TextsFields.tsx";

interface Props {
	creatorId: string;
	/** null: a new one. */
	product: Product | null;
	onClose: () => void;
}

const numberOrNull = (value: number | string) => (value === "" ? null : Number(value));

export function ProductForm({ creatorId, product, onClose }: Props) {
	const t = useText();
	const [picking, setPicking] = useState(false);
	const form = useForm({
		initialValues: {
			type: (product?.type ?? "content") as string,
			title: product?.title ?? "",
			about: (product?.about ?? {}) as Texts,
			stars: (product?.stars ?? "") as number | string,
			days: (product?.days ?? 30) as number | string,
			recurring: product?.recurring ?? false,
			trial_days: (product?.trial_days ?? 0) as number | string,
			stock: (product?.stock ?? "") as number | string,
			currency: product?.reference?.currency ?? "",
			amount: (product?.reference ? product.reference.amount / 100 : "") as number | string,
			media: product?.media ?? [],
		},
		validate: {
			title: (title) => (title.trim() === "" ? t("needed") : null),
			stars: (stars, { recurring }) =>
				Number(stars) >= 1 && Number(stars) <= (recurring ? 10_000 : 25_000)
					? null
					: t("product-stars-range", { max: recurring ? 10_000 : 25_000 }),
			currency: (currency, { amount }) =>
				amount === "" || /^[A-Za-z]{3}$/.test(currency) ? null : t("product-currency-rule"),
		},
	});
	const { type, recurring, media } = form.values;
	const subscription = type === "subscription";
	const save = useAction(
		async (values: typeof form.values) => {
			const { title } = values;
			const json = {
				...{ title, stars: Number(values.stars), about: filled(values.about), media: values.media },
				...{ stock: numberOrNull(values.stock), trial_days: subscription ? Number(values.trial_days) : 0 },
				days: subscription && !values.recurring ? numberOrNull(values.days) : null,
				reference:
					values.amount === ""
						? null
						: { currency: values.currency.toUpperCase(), amount: Math.round(Number(values.amount) * 100) },
			};
			if (product) {
				// How a subscription is charged stays as it was made.
				const { days, ...rest } = json;
				const change = subscription && !product.recurring ? json : rest;
				await ask(api.products[":id"].$patch({ param: { id: product.id }, json: change }));
			} else {
				const kind = oneOf(values.type, productTypes) ?? "content";
				await ask(
					api.creators[":id"].products.$post({
						param: { id: creatorId },
						json: { ...json, type: kind, recurring: subscription && values.recurring },
					}),
				);
			}
		},
		{
			done: (_, { title }) => t("product-saved", { title }),
			changes: [["creator", creatorId], ["audit"]],
			after: onClose,
			fields: ({ reference, ...others }) => form.setErrors({ ...others, amount: reference }),
		},
	);
	return (
		<form onSubmit={form.onSubmit((values) => save.mutate(values))}>
			<Stack gap="md">
				{!product && (
					<Select
						label={t("product-type")}
						allowDeselect={false}
						data={productTypes.map((value) => ({ value, label: t(`product-type-${value}`) }))}
						{...form.getInputProps("type")}
					/>
				)}
				<TextInput label={t("product-title")} maxLength={64} {...form.getInputProps("title")} />
				<NumberInput
					label={t("product-stars")}
					min={1}
					allowDecimal={false}
					{...form.getInputProps("stars")}
				/>
				{product && form.isDirty("stars") && <Alert color="yellow">{t("product-price-holds")}</Alert>}
				{subscription && (
					<>
						{!product && (
							<Checkbox
								label={t("product-recurring")}
								{...form.getInputProps("recurring", { type: "checkbox" })}
							/>
						)}
						{!recurring && (
							<NumberInput
								label={t("product-days")}
								min={1}
								max={3650}
								allowDecimal={false}
								{...form.getInputProps("days")}
							/>
						)}
						<NumberInput
							label={t("product-trial")}
							min={0}
							max={90}
							allowDecimal={false}
							{...form.getInputProps("trial_days")}
						/>
					</>
				)}
				<NumberInput
					label={`${t("product-stock")} (${t("optional")})`}
					min={1}
					allowDecimal={false}
					{...form.getInputProps("stock")}
				/>
				<Group grow align="flex-start">
					<NumberInput
						label={`${t("product-reference")} (${t("optional")})`}
						min={0}
						decimalScale={2}
						{...form.getInputProps("amount")}
					/>
					<TextInput
						label={t("product-currency")}
						placeholder="BRL"
						maxLength={3}
						{...form.getInputProps("currency")}
					/>
				</Group>
				<TextsFields
					label={t("product-about")}
					maxLength={500}
					value={form.values.about}
					onChange={(about) => form.setFieldValue("about", about)}
				/>
				<Group justify="space-between">
					<Text size="sm">{t("product-media-count", { count: media.length })}</Text>
					<Group gap="xs">
						{media.length > 0 && (
							<Button variant="subtle" size="xs" onClick={() => form.setFieldValue("media", [])}>
								{t("product-media-clear")}
							</Button>
						)}
						<Button variant="default" size="xs" onClick={() => setPicking(true)}>
							{t("product-media-choose")}
						</Button>
					</Group>
				</Group>
				{form.errors.media && (
					<Text size="sm" c="var(--mantine-color-error)" role="alert">
						{form.errors.media}
					</Text>
				)}
				<DialogButtons onClose={onClose} loading={save.isPending}>
					{t(product ? "save" : "product-add")}
				</DialogButtons>
			</Stack>
			<MediaPicker
				opened={picking}
				onClose={() => setPicking(false)}
				max={200}
				onPick={(chosen) =>
					form.setFieldValue("media", [...new Set([...media, ...chosen.map(({ id }) => id)])])
				}
			/>
		</form>
	);
}
