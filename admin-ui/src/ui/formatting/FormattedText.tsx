import { ActionIcon, Button, Group, Popover, Stack, Textarea, TextInput, Tooltip } from "@mantine/core";
import {
	type Icon,
	IconBlockquote,
	IconBold,
	IconCode,
	IconEyeOff,
	IconFold,
	IconItalic,
	IconLink,
	IconSourceCode,
	IconStrikethrough,
	IconUnderline,
} from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { useText } from "../../i18n/text.tsx";
import {
	applyMark,
	differenceOf,
	type MarkName,
	type Mode,
	markNames,
	markOfKeys,
	shortcutOf,
} from "./marks.ts";

const icons: Record<MarkName, Icon> = {
	bold: IconBold,
	italic: IconItalic,
	underline: IconUnderline,
	strike: IconStrikethrough,
	spoiler: IconEyeOff,
	code: IconCode,
	pre: IconSourceCode,
	quote: IconBlockquote,
	expandable: IconFold,
	link: IconLink,
};
const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

interface Props {
	label: string;
	mode: Mode;
	onMode: (mode: Mode) => void;
	onText: (text: string) => void;
	/** The field of a form. */
	field: object;
}

/** A text with a toolbar for Telegram's own formatting, by buttons and keys. */
export function FormattedText({ label, mode, onMode, onText, field }: Props) {
	const t = useText();
	const id = useId();
	const area = useRef<HTMLTextAreaElement>(null);
	const [linking, setLinking] = useState(false);
	// One of the buttons is reached by Tab, the others from there by arrows.
	const [current, setCurrent] = useState<MarkName>("bold");

	function write(mark: MarkName, url?: string): void {
		const input = area.current;
		if (!input) return;
		const before = input.value;
		const { selectionStart: start, selectionEnd: end } = input;
		const after = applyMark({ text: before, mode, start, end }, mark, url);
		const change = differenceOf(before, after.text);
		input.focus();
		input.setSelectionRange(change.start, change.end);
		// As if it were typed, so that it can be undone as that.
		const typed = document.execCommand(change.text === "" ? "delete" : "insertText", false, change.text);
		if (!typed || input.value !== after.text) onText(after.text);
		if (after.mode !== mode) onMode(after.mode);
		requestAnimationFrame(() => input.setSelectionRange(after.start, after.end));
	}

	const press = (mark: MarkName) => (mark === "link" ? setLinking(true) : write(mark));

	function onKeys(event: KeyboardEvent): void {
		const mark = markOfKeys(event);
		if (!mark) return;
		event.preventDefault();
		press(mark);
	}

	function onArrows(event: KeyboardEvent<HTMLDivElement>): void {
		const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
		if (step === undefined) return;
		event.preventDefault();
		const next = markNames.at((markNames.indexOf(current) + step) % markNames.length) ?? "bold";
		setCurrent(next);
		event.currentTarget.querySelector<HTMLElement>(`[data-mark="${next}"]`)?.focus();
	}

	const tipOf = (mark: MarkName) => {
		const keys = shortcutOf(mark, isMac);
		return `${t(`mark-${mark}`)}${keys ? ` (${keys.shown})` : ""}`;
	};

	const buttonOf = (mark: MarkName) => {
		const MarkIcon = icons[mark];
		return (
			<ActionIcon
				variant="subtle"
				color="gray"
				size="lg"
				data-mark={mark}
				tabIndex={mark === current ? 0 : -1}
				aria-label={t(`mark-${mark}`)}
				aria-keyshortcuts={shortcutOf(mark, isMac)?.aria}
				// What is chosen in the text stays chosen.
				onMouseDown={(event) => event.preventDefault()}
				onFocus={() => setCurrent(mark)}
				onClick={() => press(mark)}
			>
				<MarkIcon size={18} stroke={1.7} />
			</ActionIcon>
		);
	};

	return (
		<Stack gap={4}>
			<Group role="toolbar" aria-label={t("formatting")} aria-controls={id} gap={2} onKeyDown={onArrows}>
				{markNames.map((mark) =>
					mark === "link" ? (
						<LinkAddress
							key={mark}
							tip={tipOf(mark)}
							opened={linking}
							onClose={() => setLinking(false)}
							onAddress={(url) => {
								setLinking(false);
								write("link", url);
							}}
						>
							{buttonOf(mark)}
						</LinkAddress>
					) : (
						<Tooltip key={mark} label={tipOf(mark)}>
							{buttonOf(mark)}
						</Tooltip>
					),
				)}
			</Group>
			<Textarea
				ref={area}
				id={id}
				label={label}
				autosize
				minRows={5}
				maxRows={18}
				maxLength={20_000}
				onKeyDown={onKeys}
				{...field}
				onChange={(event) => onText(event.currentTarget.value)}
			/>
		</Stack>
	);
}

interface LinkProps {
	tip: string;
	opened: boolean;
	onClose: () => void;
	onAddress: (url: string) => void;
	children: ReactNode;
}

/** Where a link leads. */
function LinkAddress({ tip, opened, onClose, onAddress, children }: LinkProps) {
	const t = useText();
	const [url, setUrl] = useState("");
	const typed = url.trim();
	const isAddress = /^(https?|tg|mailto|tel):\S+$/i.test(typed);
	const done = () => {
		if (!isAddress) return;
		onAddress(typed);
		setUrl("");
	};
	return (
		<Popover opened={opened} onChange={(now) => now || onClose()} trapFocus returnFocus withArrow>
			<Tooltip label={tip}>
				<Popover.Target>{children}</Popover.Target>
			</Tooltip>
			<Popover.Dropdown>
				<Group gap="xs" align="flex-end" wrap="nowrap">
					<TextInput
						data-autofocus
						label={t("mark-link-to")}
						placeholder="https://"
						inputMode="url"
						value={url}
						onChange={(event) => setUrl(event.currentTarget.value)}
						onKeyDown={(event) => {
							if (event.key !== "Enter") return;
							event.preventDefault();
							done();
						}}
					/>
					<Button onClick={done} disabled={!isAddress}>
						{t("mark-link-add")}
					</Button>
				</Group>
			</Popover.Dropdown>
		</Popover>
	);
}
