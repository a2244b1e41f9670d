import { Button, Modal, Stack } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { type ComponentProps, type ReactNode, useState } from "react";
import { useText } from "../i18n/text.tsx";
import { DataTable } from "./DataTable.tsx";

interface Props<Row> extends ComponentProps<typeof DataTable<Row>> {
	/** Who may not make any sees the list alone. */
	make: { text: string; title: string; form: (close: () => void) => ReactNode } | null;
}

/** A list of what is made right here: its button, the form in a dialog, and the table. */
export function ListAndForm<Row>({ make, empty, ...table }: Props<Row>) {
	const t = useText();
	const [making, setMaking] = useState(false);
	const close = () => setMaking(false);
	const button = make && (
		<Button
			leftSection={<IconPlus size={16} />}
			onClick={() => setMaking(true)}
			style={{ alignSelf: "flex-start" }}
		>
			{make.text}
		</Button>
	);
	const some = table.list.loading || table.list.rows.length > 0;
	return (
		<Stack gap="md">
			{some && button}
			<DataTable {...table} empty={{ ...empty, ...(button ? { action: button } : {}) }} />
			{make && (
				<Modal
					opened={making}
					onClose={close}
					title={make.title}
					closeButtonProps={{ "aria-label": t("close") }}
				>
					{make.form(close)}
				</Modal>
			)}
		</Stack>
	);
}
