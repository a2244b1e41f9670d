import { Badge, Button, Group, SegmentedControl, Select } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../api/client.ts";
import { kindOf } from "../../api/requests.ts";
import { useCan } from "../../api/session.ts";
import type { StaffRequest } from "../../api/types.ts";
import { useText, useWord } from "../../i18n/text.tsx";
import { oneOf } from "../../search.ts";
import { Actor, Go, None, Person, State, When } from "../../ui/bits.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { Page } from "../../ui/Page.tsx";
import { useList } from "../../ui/useList.ts";
import { RequestActions } from "./RequestActions.tsx";
import { SavedReplies } from "./SavedReplies.tsx";
import { requestKinds, takenBy } from "./states.ts";

export const colors = { support: "indigo", refund: "yellow", appeal: "orange", payout: "teal" } as const;

/** What people ask of staff, who waits longest first, and who looks after it. */
export function Requests() {
	const t = useText();
	const word = useWord();
	const can = useCan();
	const { state, kind, taken } = useSearch({ from: "/shell/requests" });
	const navigate = useNavigate({ from: "/requests" });
	const open = state === undefined;
	const list = useList(
		["inbox", state ?? "open", kind ?? "all", taken ?? "all"],
		(cursor) =>
			ask(
				api.requests.$get({
					query: {
						state: state ?? "open",
						...(kind ? { kind } : {}),
						...(taken ? { taken } : {}),
						...(cursor ? { cursor } : {}),
					},
				}),
			),
		(page) => page.requests,
		{ refetchInterval: 30_000 },
	);
	const columns: Column<StaffRequest>[] = [
		{
			key: "kind",
			title: t("inbox-what"),
			cell: (row) => (
				<Group gap={8}>
					<Go to="/requests/$id" params={{ id: row.id }} className="row-link">
						<State color={colors[row.kind]}>{t(`inbox-kind-${kindOf(row)}`)}</State>
					</Go>
					<Fresh row={row} />
					<Subject row={row} />
				</Group>
			),
		},
		{ key: "who", title: t("person"), cell: (row) => <Person id={row.user_id} /> },
		{ key: "at", title: t("asked-at"), cell: (row) => <When at={row.created_at} /> },
		...(open
			? [
					{
						key: "taken",
						title: t("inbox-taken"),
						cell: ({ taken_by, taken_at }: StaffRequest) =>
							taken_by ? (
								<>
									<Actor name={taken_by} /> · <When at={taken_at} />
								</>
							) : (
								<None />
							),
					},
				]
			: [
					{
						key: "outcome",
						title: t("inbox-outcome"),
						cell: ({ outcome }: StaffRequest) => (outcome ? word("outcome", outcome) : <None />),
					},
					{
						key: "by",
						title: t("decided-by"),
						cell: (row: StaffRequest) => <Actor name={row.closed_by} />,
					},
					{
						key: "closed",
						title: t("inbox-closed-at"),
						align: "right" as const,
						cell: (row: StaffRequest) => <When at={row.closed_at} />,
					},
				]),
	];
	const go = (next: typeof state, of: typeof kind, by: typeof taken = undefined) =>
		void navigate({
			search: { ...(next ? { state: next } : {}), ...(of ? { kind: of } : {}), ...(by ? { taken: by } : {}) },
		});
	return (
		<Page title={t("nav-requests")} about={t("inbox-about")} actions={can("requests") && <SavedReplies />}>
			<Group gap="sm">
				<SegmentedControl
					aria-label={t("inbox-state")}
					value={state ?? "open"}
					onChange={(value) => go(value === "closed" ? "closed" : undefined, kind)}
					data={["open", "closed"].map((value) => ({ value, label: t(`inbox-${value}`) }))}
				/>
				<Select
					aria-label={t("inbox-kind")}
					w={{ base: "100%", xs: 200 }}
					allowDeselect={false}
					value={kind ?? "all"}
					onChange={(value) => go(state, oneOf(value, requestKinds), taken)}
					data={[
						{ value: "all", label: t("inbox-kind-all") },
						...requestKinds.map((value) => ({ value, label: t(`inbox-kind-${value}`) })),
					]}
				/>
				{open && (
					<SegmentedControl
						aria-label={t("inbox-taken")}
						value={taken ?? "all"}
						onChange={(value) => go(state, kind, oneOf(value, takenBy))}
						data={["all", ...takenBy].map((value) => ({ value, label: t(`inbox-taken-${value}`) }))}
					/>
				)}
			</Group>
			<DataTable
				label={t("nav-requests")}
				columns={columns}
				actions={open && can("requests") && ((row) => <RequestActions row={row} />)}
				list={list}
				rowKey={({ id }) => id}
				empty={{
					title: t(kind || taken ? "inbox-none-kind" : open ? "inbox-none" : "inbox-none-closed"),
					about: t(open ? "inbox-none-about" : "inbox-none-closed-about"),
					...(kind || taken
						? {
								action: (
									<Button variant="default" onClick={() => go(state, undefined)}>
										{t("clear-filters")}
									</Button>
								),
							}
						: {}),
				}}
			/>
		</Page>
	);
}

/** What nobody has seen yet, or that staff wrote last. */
function Fresh({ row }: { row: StaffRequest }) {
	const t = useText();
	if (row.unread)
		return (
			<Badge size="sm" color="lagoon">
				{row.new_messages > 0 ? t("inbox-new", { count: row.new_messages }) : t("inbox-unread")}
			</Badge>
		);
	return row.state === "open" && row.answered ? <State color="teal">{t("outcome-answered")}</State> : null;
}

/** What it is about, where that has a page. */
export function Subject({ row: { kind, ref, user_id } }: { row: StaffRequest }) {
	const t = useText();
	const can = useCan();
	if (kind === "refund" && can("payments", "read"))
		return (
			<Go to="/payments" search={{ user: String(user_id) }}>
				{t("inbox-payment", { id: ref })}
			</Go>
		);
	if (kind === "payout" && can("referrals", "read"))
		return (
			<Go to="/referrals" search={{ tab: "payouts", payout: "requested" }}>
				{t("inbox-payout")}
			</Go>
		);
	return null;
}
