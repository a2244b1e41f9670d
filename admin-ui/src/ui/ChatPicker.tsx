import { Group, MultiSelect, Select, type SelectProps, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { chatsQuery } from "../api/queries.ts";
import { useText } from "../i18n/text.tsx";

interface Props<Value> {
	"aria-label": string;
	value: Value;
	onChange: (value: Value) => void;
	error?: string | undefined;
	disabled?: boolean;
	maw?: number;
}

/** A chat is named by its id or, where it is public, by its @name. */
const looksLikeChat = /^(-\d{5,20}|@[A-Za-z]\w{3,31})$/;

/** The known chats as choices; what is chosen already or typed is one as well, known or not. */
function useChoices(chosen: readonly string[], typed: string) {
	const t = useText();
	const { data: chats = [], isPending } = useQuery(chatsQuery);
	const byValue = new Map(chats.map((chat) => [String(chat.id), chat]));
	const named = (value: string) =>
		byValue.get(value) ?? chats.find(({ username }) => username && `@${username}` === value);
	const others = [...chosen, ...(looksLikeChat.test(typed) ? [typed] : [])];
	const unknown = others.filter((value) => !byValue.has(value));
	const data = [
		...chats.map(({ id, title }) => ({ value: String(id), label: title || String(id) })),
		...[...new Set(unknown)].map((value) => ({ value, label: named(value)?.title ?? value })),
	];
	const renderOption: NonNullable<SelectProps["renderOption"]> = ({ option }) => {
		const chat = named(option.value);
		return (
			<Group justify="space-between" gap="xs" wrap="nowrap" flex={1}>
				<Text size="sm" truncate>
					{option.label}
				</Text>
				<Text size="xs" c="dimmed" style={{ flex: "none" }}>
					{chat ? t(`chat-${chat.kind}`) : t("chat-typed")}
				</Text>
			</Group>
		);
	};
	return {
		data,
		renderOption,
		limit: 100,
		searchable: true,
		nothingFoundMessage: isPending ? "…" : t("chat-none-found"),
	};
}

/** One of the chats that bots are in, or none. An id can be typed as well. */
export function ChatPicker({ value, onChange, ...props }: Props<number>) {
	const t = useText();
	const [typed, setTyped] = useState("");
	const chosen = value === 0 ? [] : [String(value)];
	const choices = useChoices(chosen, /^-/.test(typed) ? typed.trim() : "");
	return (
		<Select
			{...props}
			{...choices}
			clearable
			clearButtonProps={{ "aria-label": t("chat-clear") }}
			placeholder={t("chat-choose")}
			value={chosen[0] ?? null}
			onChange={(next) => onChange(next === null ? 0 : Number(next))}
			onSearchChange={setTyped}
		/>
	);
}

/** Several of them, in the order in which they were chosen. An id or @name can be typed as well. */
export function ChatsPicker({ value, onChange, ...props }: Props<string[]>) {
	const t = useText();
	const [typed, setTyped] = useState("");
	const choices = useChoices(value, typed.trim());
	return (
		<MultiSelect
			{...props}
			{...choices}
			clearable
			hidePickedOptions
			clearButtonProps={{ "aria-label": t("chat-clear") }}
			placeholder={value.length === 0 ? t("chat-choose") : ""}
			value={value}
			onChange={onChange}
			onSearchChange={setTyped}
		/>
	);
}
