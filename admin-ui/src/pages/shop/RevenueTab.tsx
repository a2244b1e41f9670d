import { Button, Modal, NumberInput, SegmentedControl, Skeleton, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { api, ask, once } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { Revenue } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { Actor, Stars, When } from "../../ui/bits.tsx";
import { DataTable } from "../../ui/DataTable.tsx";
import { DialogButtons } from "../../ui/DialogButtons.tsx";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { Fact, Facts } from "../../ui/Facts.tsx";
import { rowsOf } from "../../ui/listOf.ts";
import { Panel } from "../../ui/Panel.tsx";
import { useAction } from "../../ui/useAction.tsx";

const RevenueChart = lazy(() => import("./RevenueChart.tsx"));
const lengths = ["7", "30", "90", "366"] as const;

interface Sum {
	name: string;
	sales: number;
	stars: number;
	share: number;
}

/** What a creator sold, what of it is theirs, and what of that they have. */
export function RevenueTab({ id }: { id: string }) {
	const t = useText();
	const can = useCan();
	const [days, setDays] = useState<(typeof lengths)[number]>("30");
	const [paying, setPaying] = useState(false);
	const { data, error, refetch } = useQuery({
		queryKey: ["revenue", id, days],
		queryFn: () => ask(api.creators[":id"].revenue.$get({ param: { id }, query: { days } })),
	});
	if (!data)
		return error ? <ErrorBox error={error} retry={() => void refetch()} /> : <Skeleton height={320} />;
	const retry = () => void refetch();
	return (
		<Stack gap="md">
			<Panel
				title={t("revenue-held")}
				actions={
					can("payments") &&
					data.held.payable > 0 && <Button onClick={() => setPaying(true)}>{t("payout-mark")}</Button>
				}
			>
				<Facts>
					{(["pending", "payable", "owed"] as const).map((name) => (
						<Fact key={name} name={t(`revenue-${name}`)}>
							<Stars count={data.held[name]} />
						</Fact>
					))}
				</Facts>
			</Panel>
			<SegmentedControl
				aria-label={t("revenue-period")}
				style={{ alignSelf: "flex-start" }}
				value={days}
				onChange={setDays}
				data={lengths.map((value) => ({ value, label: t("revenue-days", { count: Number(value) }) }))}
			/>
			<Panel title={t("revenue-by-day")}>
				<Suspense fallback={<Skeleton height={240} />}>
					<RevenueChart days={data.days} />
				</Suspense>
			</Panel>
			<Sums
				title={t("revenue-by-product")}
				rows={data.products.map(({ title, ...sum }) => ({ ...sum, name: title ?? t("sale-kind-tip") }))}
				retry={retry}
			/>
			{data.codes.length > 0 && (
				<Sums
					title={t("revenue-by-code")}
					rows={data.codes.map(({ code, ...sum }) => ({ ...sum, name: code }))}
					retry={retry}
				/>
			)}
			{data.posts.length > 0 && (
				<Sums
					title={t("revenue-by-post")}
					rows={data.posts.map(({ post, ...sum }) => ({ ...sum, name: String(post) }))}
					retry={retry}
				/>
			)}
			<Panel title={t("payouts-made")}>
				<DataTable
					label={t("payouts-made")}
					list={rowsOf(data.payouts, retry)}
					rowKey={(payout) => payout.id}
					empty={{ title: t("payouts-made-none") }}
					columns={[
						{ key: "stars", title: t("revenue-stars"), cell: ({ stars }) => <Stars count={stars} /> },
						{ key: "note", title: t("payout-how"), cell: ({ note }) => note },
						{ key: "by", title: t("payout-by"), cell: ({ by }) => <Actor name={by} /> },
						{ key: "at", title: t("sale-at"), align: "right", cell: ({ at }) => <When at={at} /> },
					]}
				/>
			</Panel>
			<Modal
				opened={paying}
				onClose={() => setPaying(false)}
				title={t("payout-mark")}
				closeButtonProps={{ "aria-label": t("close") }}
			>
				<PayoutForm id={id} payable={data.held.payable} onClose={() => setPaying(false)} />
			</Modal>
		</Stack>
	);
}

function Sums({ title, rows, retry }: { title: string; rows: Sum[]; retry: () => void }) {
	const t = useText();
	return (
		<Panel title={title}>
			<DataTable
				label={title}
				list={rowsOf(rows, retry)}
				rowKey={({ name }) => name}
				empty={{ title: t("sales-none") }}
				columns={[
					{ key: "name", title, cell: ({ name }) => name },
					{ key: "sales", title: t("nav-sales"), align: "right", cell: ({ sales }) => sales },
					{
						key: "stars",
						title: t("revenue-stars"),
						align: "right",
						cell: ({ stars }) => <Stars count={stars} />,
					},
					{
						key: "share",
						title: t("revenue-share"),
						align: "right",
						cell: ({ share }) => <Stars count={share} />,
					},
				]}
			/>
		</Panel>
	);
}

function PayoutForm({
	id,
	payable,
	onClose,
}: {
	id: string;
	payable: Revenue["held"]["payable"];
	onClose: () => void;
}) {
	const t = useText();
	// One dialog pays once, also if the answer is lost and the button is pressed again.
	const [key] = useState(() => crypto.randomUUID());
	const form = useForm({
		initialValues: { stars: payable as number | string, note: "" },
		validate: {
			stars: (stars) =>
				Number(stars) >= 1 && Number(stars) <= payable ? null : t("payout-range", { max: payable }),
			note: (note) => (note.trim() === "" ? t("needed") : null),
		},
	});
	const pay = useAction(
		({ stars, note }: typeof form.values) =>
			ask(
				api.creators[":id"].payouts.$post({ param: { id }, json: { stars: Number(stars), note } }, once(key)),
			),
		{
			done: (_, { stars }) => t("payout-marked", { count: Number(stars) }),
			changes: [["revenue", id], ["audit"]],
			after: onClose,
			fields: form.setErrors,
		},
	);
	return (
		<form onSubmit={form.onSubmit((values) => pay.mutate(values))}>
			<Stack gap="md">
				<NumberInput
					label={t("revenue-stars")}
					description={t("payout-mark-about")}
					min={1}
					max={payable}
					allowDecimal={false}
					{...form.getInputProps("stars")}
				/>
				<TextInput
					label={t("payout-how")}
					description={t("payout-how-about")}
					maxLength={200}
					{...form.getInputProps("note")}
				/>
				<DialogButtons onClose={onClose} loading={pay.isPending}>
					{t("payout-mark")}
				</DialogButtons>
			</Stack>
		</form>
	);
}
