import { ActionIcon, Button, Checkbox, Group, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useText, useWord } from "../../i18n/text.tsx";
import type { Fields } from "./kinds.ts";

interface Props {
	label: string;
	value: unknown;
	error: string | undefined;
	disabled: boolean;
	onChange: (value: unknown) => void;
}

/** Several things with the same fields: plans, packs, durations. */
export function RowsInput({ label, pattern, value, error, disabled, onChange }: Props & { pattern: Fields }) {
	const t = useText();
	const rows = (Array.isArray(value) ? value : []) as Fields[];
	return (
		<Stack gap="xs" role="group" aria-label={label}>
			{rows.map((row, no) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
				<Group key={no} gap="xs" align="flex-end">
					<FieldList
						name={`${label} ${no + 1}`}
						fields={{ ...pattern, ...row }}
						disabled={disabled}
						onChange={(next) => onChange(rows.map((one, i) => (i === no ? next : one)))}
					/>
					{!disabled && (
						<ActionIcon
							variant="subtle"
							color="gray"
							size="input-sm"
							aria-label={t("setting-remove-row", { no: no + 1 })}
							onClick={() => onChange(rows.filter((_, i) => i !== no))}
						>
							<IconX size={16} />
						</ActionIcon>
					)}
				</Group>
			))}
			{!disabled && (
				<Button
					size="xs"
					variant="default"
					leftSection={<IconPlus size={14} />}
					style={{ alignSelf: "flex-start" }}
					onClick={() => onChange([...rows, pattern])}
				>
					{t("setting-add")}
				</Button>
			)}
			{error && <Wrong>{error}</Wrong>}
		</Stack>
	);
}

/** One thing with several fields. */
export function FieldsInput({ label, value, error, disabled, onChange }: Props) {
	return (
		<Stack gap="xs" role="group" aria-label={label}>
			<Group gap="xs" align="flex-end">
				<FieldList name={label} fields={value as Fields} disabled={disabled} onChange={onChange} />
			</Group>
			{error && <Wrong>{error}</Wrong>}
		</Stack>
	);
}

const Wrong = ({ children }: { children: string }) => (
	<Text size="xs" c="red" role="alert">
		{children}
	</Text>
);

function FieldList({
	name,
	fields,
	disabled,
	onChange,
}: {
	name: string;
	fields: Fields;
	disabled: boolean;
	onChange: (fields: Fields) => void;
}) {
	const word = useWord();
	return Object.entries(fields).map(([field, value]) => {
		const label = word("field", field);
		const set = (next: Fields[string]) => onChange({ ...fields, [field]: next });
		const said = { "aria-label": `${name}: ${label}`, disabled };
		if (typeof value === "boolean")
			return (
				<Checkbox
					key={field}
					{...said}
					label={label}
					checked={value}
					mb={8}
					onChange={(event) => set(event.currentTarget.checked)}
				/>
			);
		if (typeof value === "number")
			return (
				<NumberInput
					key={field}
					{...said}
					label={label}
					w={104}
					value={value}
					onChange={(next) => set(Number(next))}
				/>
			);
		return (
			<TextInput
				key={field}
				{...said}
				label={label}
				w={104}
				value={value}
				onChange={(event) => set(event.currentTarget.value)}
			/>
		);
	});
}
