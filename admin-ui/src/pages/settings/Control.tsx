import { JsonInput, NumberInput, Select, Switch, TagsInput, TextInput } from "@mantine/core";
import type { Setting } from "../../api/types.ts";
import { useText, useWord } from "../../i18n/text.tsx";
import { ChatPicker, ChatsPicker } from "../../ui/ChatPicker.tsx";
import { kindOf } from "./kinds.ts";
import { FieldsInput, RowsInput } from "./RowsInput.tsx";

interface ControlProps {
	setting: Setting;
	value: unknown;
	error: string | undefined;
	disabled: boolean;
	onChange: (value: unknown) => void;
}

/** What a setting is changed with, by its kind. The API's word is the last: what it refuses stands here as an error. */
export function Control({ setting, value, error, disabled, onChange }: ControlProps) {
	const t = useText();
	const word = useWord();
	const kind = kindOf(setting.key, setting.default, value);
	const common = { "aria-label": setting.label, error, disabled, maw: 360 };
	switch (kind.is) {
		case "switch":
			return (
				<Switch
					{...common}
					checked={value === true}
					onChange={(event) => onChange(event.currentTarget.checked)}
					label={t(value === true ? "on" : "off")}
				/>
			);
		case "number":
			return (
				<NumberInput
					{...common}
					maw={200}
					value={typeof value === "number" ? value : ""}
					onChange={(next) => onChange(next === "" ? null : Number(next))}
				/>
			);
		case "choice":
			return (
				<Select
					{...common}
					allowDeselect={false}
					value={String(value)}
					onChange={onChange}
					data={kind.words.map((option) => ({
						value: option,
						label: word(setting.key.replace(".", "-"), option),
					}))}
				/>
			);
		case "chat":
			return <ChatPicker {...common} value={Number(value)} onChange={onChange} />;
		case "chats":
			return (
				<ChatsPicker {...common} value={Array.isArray(value) ? value.map(String) : []} onChange={onChange} />
			);
		case "words":
			return (
				<TagsInput
					{...common}
					value={Array.isArray(value) ? value.map(String) : []}
					onChange={onChange}
					splitChars={[",", " "]}
					placeholder={t("setting-add")}
				/>
			);
		case "rows":
			return (
				<RowsInput label={setting.label} pattern={kind.pattern} {...{ value, error, disabled, onChange }} />
			);
		case "record":
			return <FieldsInput label={setting.label} {...{ value, error, disabled, onChange }} />;
		case "json":
			return (
				<JsonInput
					{...common}
					defaultValue={JSON.stringify(value, null, "\t")}
					autosize
					onBlur={(event) => {
						try {
							onChange(JSON.parse(event.currentTarget.value));
						} catch {
							// The field says itself that this is no JSON yet.
						}
					}}
					formatOnBlur
					validationError={t("setting-json")}
				/>
			);
		case "text":
			return (
				<TextInput
					{...common}
					value={typeof value === "string" ? value : ""}
					onChange={(event) => onChange(event.currentTarget.value)}
				/>
			);
	}
}
