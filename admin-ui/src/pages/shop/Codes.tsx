import {
	Button,
	Checkbox,
	NumberInput,
	SegmentedControl,
	Select,
	Stack,
	Text,
	TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { Creator, PromoCode } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { State, When } from "../../ui/bits.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import { DialogButtons } from "../../ui/DialogButtons.tsx";
import { ListAndForm } from "../../ui/ListAndForm.tsx";
import { listOf } from "../../ui/listOf.ts";
import { useAction } from "../../ui/useAction.tsx";

/** What makes it cheaper, and how often it did. */
export function Codes({ creator }: { creator: Creator }) {
	const t = useText();
	const format = useFormat();
	const can = useCan();
	const confirm = useConfirm();
	const { id, products } = creator;
	const query = useQuery({
		queryKey: ["codes", id],
		queryFn: async () => (await ask(api.creators[":id"].codes.$get({ param: { id } }))).codes,
	});
	const end = useAction(
		({ code }: PromoCode) =>
			ask(api.creators[":id"].codes[":code"].$patch({ param: { id, code }, json: { active: false } })),
		{ done: (_, { code }) => t("code-ended", { code }), changes: [["codes", id], ["audit"]] },
	);
	const askEnd = async (code: PromoCode) => {
		const question = { title: t("code-end-title", { code: code.code }), about: t("code-end-about") };
		if (await confirm({ ...question, action: t("code-end") })) end.mutate(code);
	};
	return (
		<ListAndForm<PromoCode>
			label={t("creator-tab-codes")}
			list={listOf(query)}
			rowKey={({ code }) => code}
			empty={{ title: t("codes-none"), about: t("codes-none-about") }}
			columns={[
				{
					key: "code",
					title: t("promo-code"),
					cell: ({ code, product_id }) => (
						<div>
							<Text size="sm" fw={600} ff="monospace">
								{code}
							</Text>
							<Text size="xs" c="dimmed">
								{products.find((one) => one.id === product_id)?.title ?? t("code-everything")}
							</Text>
						</div>
					),
				},
				{
					key: "off",
					title: t("code-off"),
					cell: ({ percent, stars_off }) =>
						percent === null ? t("stars", { count: stars_off ?? 0 }) : format.percent(percent / 100),
				},
				{
					key: "used",
					title: t("code-used"),
					align: "right",
					cell: ({ used, limit_total }) =>
						limit_total === null
							? format.number(used)
							: `${format.number(used)} / ${format.number(limit_total)}`,
				},
				{
					key: "until",
					title: t("until"),
					cell: ({ until }) => (until ? <When at={until} /> : t("for-good")),
				},
				{
					key: "state",
					title: t("state"),
					cell: ({ active }) => (
						<State color={active ? "teal" : "gray"}>{t(active ? "code-active" : "code-inactive")}</State>
					),
				},
			]}
			actions={
				can("shop") &&
				((code) =>
					code.active && (
						<Button size="xs" variant="default" onClick={() => void askEnd(code)}>
							{t("code-end")}
						</Button>
					))
			}
			make={
				can("shop")
					? {
							text: t("code-add"),
							title: t("code-add"),
							form: (close) => <CodeForm creator={creator} onClose={close} />,
						}
					: null
			}
		/>
	);
}

function CodeForm({ creator, onClose }: { creator: Creator; onClose: () => void }) {
	const t = useText();
	const { id, products } = creator;
	const form = useForm({
		initialValues: {
			code: "",
			product: null as string | null,
			off: "percent",
			amount: 10 as number | string,
			total: "" as number | string,
			person: 1 as number | string,
			until: "",
			renewals: false,
		},
		validate: {
			code: (code) => (/^[\w-]{2,32}$/.test(code.trim()) ? null : t("code-rule")),
			amount: (amount) => (Number(amount) >= 1 ? null : t("needed")),
		},
	});
	const add = useAction(
		({ code, product, off, amount, total, person, until, renewals }: typeof form.values) =>
			ask(
				api.creators[":id"].codes.$post({
					param: { id },
					json: {
						...{ code, product_id: product, renewals },
						...(off === "percent" ? { percent: Number(amount) } : { stars_off: Number(amount) }),
						limit_total: total === "" ? null : Number(total),
						limit_person: person === "" ? null : Number(person),
						until: until === "" ? null : new Date(until).toISOString(),
					},
				}),
			),
		{
			done: (_, { code }) => t("code-added", { code }),
			changes: [["codes", id], ["audit"]],
			after: onClose,
			fields: ({ percent, stars_off, ...others }) =>
				form.setErrors({ ...others, amount: percent ?? stars_off }),
		},
	);
	return (
		<form onSubmit={form.onSubmit((values) => add.mutate(values))}>
			<Stack gap="md">
				<TextInput label={t("promo-code")} maxLength={32} data-autofocus {...form.getInputProps("code")} />
				<Select
					label={t("product")}
					clearable
					placeholder={t("code-everything")}
					data={products.map((one) => ({ value: one.id, label: one.title }))}
					{...form.getInputProps("product")}
				/>
				<SegmentedControl
					aria-label={t("code-off")}
					data={["percent", "stars"].map((value) => ({ value, label: t(`code-off-${value}`) }))}
					{...form.getInputProps("off")}
				/>
				<NumberInput label={t("code-off")} min={1} allowDecimal={false} {...form.getInputProps("amount")} />
				<NumberInput
					label={`${t("code-total")} (${t("optional")})`}
					min={1}
					allowDecimal={false}
					{...form.getInputProps("total")}
				/>
				<NumberInput
					label={`${t("code-person")} (${t("optional")})`}
					min={1}
					allowDecimal={false}
					{...form.getInputProps("person")}
				/>
				<TextInput
					type="datetime-local"
					label={`${t("until")} (${t("optional")})`}
					{...form.getInputProps("until")}
				/>
				<Checkbox label={t("code-renewals")} {...form.getInputProps("renewals", { type: "checkbox" })} />
				<DialogButtons onClose={onClose} loading={add.isPending}>
					{t("code-add")}
				</DialogButtons>
			</Stack>
		</form>
	);
}
