import { Button, EmptyState, Paper, Skeleton, Table } from "@mantine/core";
import { IconInbox } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useText } from "../i18n/text.tsx";
import classes from "./DataTable.module.css";
import { ErrorBox } from "./ErrorBox.tsx";
import type { List } from "./useList.ts";

export interface Column<Row> {
	key: string;
	title: string;
	align?: "right";
	cell: (row: Row) => ReactNode;
}

interface Props<Row> {
	/** What the table lists. */
	label: string;
	columns: Column<Row>[];
	/** A row's buttons, in a last column whose title is only said: none for who may not press them. */
	actions?: ((row: Row) => ReactNode) | false | null;
	list: List<Row>;
	rowKey: (row: Row) => string | number;
	empty: { title: string; about?: string; action?: ReactNode };
}

/** Every list of the dashboard: a table, and cards on a phone. A link or button of class `row-link` is as large as its row. */
export function DataTable<Row>({ label, columns, actions, list, rowKey, empty }: Props<Row>) {
	const t = useText();
	if (list.error && list.rows.length === 0) return <ErrorBox error={list.error} retry={list.retry} />;
	if (!list.loading && list.rows.length === 0)
		return (
			<Paper withBorder p="xl">
				<EmptyState icon={<IconInbox stroke={1.5} />} title={empty.title} description={empty.about}>
					{empty.action && <EmptyState.Actions>{empty.action}</EmptyState.Actions>}
				</EmptyState>
			</Paper>
		);
	return (
		<>
			<Paper withBorder className={classes.frame} aria-busy={list.loading}>
				{/* The roles are said aloud, as a table that is laid out as cards would lose them. */}
				<Table
					className={classes.table}
					role="table"
					aria-label={label}
					highlightOnHover={!list.loading}
					verticalSpacing="xs"
					horizontalSpacing="md"
				>
					<Table.Thead role="rowgroup" className={classes.head}>
						<Table.Tr role="row">
							{columns.map(({ key, title, align }) => (
								<Table.Th key={key} role="columnheader" scope="col" data-align={align}>
									{title}
								</Table.Th>
							))}
							{actions && (
								<Table.Th role="columnheader" scope="col" data-align="right">
									<span className={classes.unseen}>{t("actions")}</span>
								</Table.Th>
							)}
						</Table.Tr>
					</Table.Thead>
					<Table.Tbody role="rowgroup">
						{list.loading
							? Array.from({ length: 6 }, (_, row) => (
									// biome-ignore lint/suspicious/noArrayIndexKey: nothing but places
									<Table.Tr key={row} role="row">
										{[...columns.map(({ key }) => key), ...(actions ? ["actions"] : [])].map((key) => (
											<Table.Td key={key} role="cell">
												<Skeleton height={14} my={4} width={`${55 + ((row * 17 + key.length * 11) % 40)}%`} />
											</Table.Td>
										))}
									</Table.Tr>
								))
							: list.rows.map((row) => (
									<Table.Tr key={rowKey(row)} role="row" className={classes.row}>
										{columns.map(({ key, title, align, cell }) => (
											<Table.Td key={key} role="cell" data-align={align} data-label={title}>
												{cell(row)}
											</Table.Td>
										))}
										{actions && (
											<Table.Td role="cell" data-align="right" data-label="">
												{actions(row)}
											</Table.Td>
										)}
									</Table.Tr>
								))}
					</Table.Tbody>
				</Table>
			</Paper>
			{list.error !== null && list.rows.length > 0 && <ErrorBox error={list.error} retry={list.retry} />}
			{list.more && (
				<Button variant="default" onClick={list.more} loading={list.loadingMore} mx="auto" mt="xs">
					{t("show-more")}
				</Button>
			)}
		</>
	);
}
