import { CloseButton, Kbd, TextInput } from "@mantine/core";
import { useDebouncedCallback, useHotkeys, useMediaQuery } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useText } from "../i18n/text.tsx";

interface Props {
	label: string;
	placeholder: string;
	value: string;
	onChange: (value: string) => void;
	inputMode?: "numeric";
	error?: string | undefined;
}

/** Searches while somebody types; "/" leads here from anywhere on the page, Esc empties it. */
export function SearchField({ label, placeholder, value, onChange, inputMode, error }: Props) {
	const t = useText();
	const field = useRef<HTMLInputElement>(null);
	const [text, setText] = useState(value);
	const [shown, setShown] = useState(value);
	const wide = useMediaQuery("(min-width: 48em)");
	const tell = useDebouncedCallback(onChange, 300);
	// The address has changed by something else than typing.
	if (value !== shown) {
		setShown(value);
		// A space at its end is the beginning of the next word.
		if (value !== text.trim()) setText(value);
	}
	const change = (next: string) => {
		setText(next);
		tell(next.trim());
	};
	useHotkeys([["/", () => field.current?.focus()]]);
	return (
		<TextInput
			ref={field}
			type="search"
			aria-label={label}
			placeholder={placeholder}
			value={text}
			error={error}
			inputMode={inputMode}
			onChange={(event) => change(event.currentTarget.value)}
			onKeyDown={(event) => event.key === "Escape" && (text === "" ? field.current?.blur() : change(""))}
			leftSection={<IconSearch size={16} />}
			rightSection={
				text !== "" ? (
					<CloseButton size="sm" onClick={() => change("")} aria-label={t("clear-search")} />
				) : wide ? (
					<Kbd size="xs" aria-hidden>
						/
					</Kbd>
				) : null
			}
			flex="1 1 14rem"
			maw={{ base: "100%", sm: 320 }}
		/>
	);
}
