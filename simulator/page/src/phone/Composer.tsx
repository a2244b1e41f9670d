import {
	type ClipboardEvent,
	type KeyboardEvent,
	type Ref,
	useEffect,
	useImperativeHandle,
	useLayoutEffect,
	useRef,
	useState,
} from "react";
import { api } from "../api.ts";
import { authorOf, previewOf } from "../message/describe.ts";
import { fromMarks } from "../message/entities.ts";
import { draftKey, saveDraft, settings } from "../state/settings.ts";
import type { ReplyKeyboardMarkup, SeenMessage } from "../types.ts";
import { Icon, IconButton } from "../ui/Icon.tsx";
import { AttachMenu } from "./AttachMenu.tsx";
import { type Attachment, fromFiles } from "./attachments.ts";
import { useChat, usePhone } from "./context.ts";
import { ReplyKeyboard } from "./ReplyKeyboard.tsx";

export type ComposerHandle = { prefill: (text: string) => void; attachFiles: (files: File[]) => void };
export type Target = { kind: "reply" | "edit"; message: SeenMessage };

function TargetBar({ target, onCancel }: { target: Target; onCancel: () => void }) {
	return (
		<div className="target">
			<Icon name={target.kind} />
			<span className="target-text">
				<b>{target.kind === "edit" ? "Edit message" : `Reply to ${authorOf(target.message)}`}</b>
				<span>{previewOf(target.message)}</span>
			</span>
			<IconButton
				icon="close"
				label={target.kind === "edit" ? "Stop editing" : "Do not reply"}
				onClick={onCancel}
			/>
		</div>
	);
}

export function Composer(props: {
	keyboard: ReplyKeyboardMarkup | null;
	target: Target | null;
	onTarget: (target: Target | null) => void;
	ref: Ref<ComposerHandle>;
}) {
	const phone = usePhone();
	const chat = useChat();
	const { target, onTarget, keyboard } = props;
	const me = phone.user.id;
	const input = useRef<HTMLTextAreaElement>(null);
	const [text, setText] = useState(() => settings.get().drafts[draftKey(me, chat.chat)] ?? "");
	const [open, setOpen] = useState(true);
	const editing = target?.kind === "edit";

	const write = (value: string) => {
		setText(value);
		if (!editing) saveDraft(me, chat.chat, value);
	};

	// biome-ignore lint/correctness/useExhaustiveDependencies: the text is what the height follows
	useLayoutEffect(() => {
		const area = input.current;
		if (!area) return;
		area.style.height = "auto";
		area.style.height = `${Math.min(area.scrollHeight, 160)}px`;
	}, [text]);

	// Whoever opened this chat or pressed Start goes on here: the button they pressed is gone. Not where that would
	// bring up a screen's keyboard, and not when the page opens by itself.
	useEffect(() => {
		const lost = document.activeElement === document.body && navigator.userActivation?.hasBeenActive;
		if (lost && matchMedia("(pointer: fine)").matches) input.current?.focus();
	}, []);

	// A keyboard the bot has just sent comes up by itself, as in Telegram.
	const shape = keyboard ? JSON.stringify(keyboard) : "";
	useEffect(() => setOpen(shape !== ""), [shape]);

	useEffect(() => {
		if (!target) return;
		if (target.kind === "edit") setText(target.message.text ?? target.message.caption ?? "");
		input.current?.focus();
	}, [target]);

	const reset = () => {
		onTarget(null);
		setText(editing ? (settings.get().drafts[draftKey(me, chat.chat)] ?? "") : "");
		if (!editing) saveDraft(me, chat.chat, "");
	};

	const replying = target?.kind === "reply" ? { reply_to: target.message.message_id } : {};
	const submit = async () => {
		const { text: words, entities } = fromMarks(text.trim());
		if (words === "" && !(editing && target.message.caption !== undefined)) return;
		const extra = entities.length > 0 ? { entities } : {};
		const typed = text;
		// The input empties at once; should the simulator refuse, the words come back.
		reset();
		const done = editing
			? await phone.attempt(() => {
					const field = target.message.text === undefined ? { caption: words } : { text: words };
					return api.edit(me, { chat: chat.chat, message_id: target.message.message_id, ...field, ...extra });
				})
			: await chat.send({ text: words, ...extra, ...replying });
		if (!done) write(typed);
	};

	const attach = async (attachment: Attachment) => {
		const caption = text.trim();
		const takesCaption = caption !== "" && !editing && !("poll" in attachment || "contact" in attachment);
		const [first, ...others] = attachment.media_group ?? [];
		const body = !takesCaption
			? attachment
			: first
				? { media_group: [{ ...first, caption }, ...others] }
				: { ...attachment, caption };
		if ((await chat.send({ ...body, ...replying })) && (takesCaption || target?.kind === "reply")) reset();
	};
	const attachFiles = (files: File[]) =>
		void phone.attempt(async () => {
			for (const each of await fromFiles(files)) await attach(each);
		});

	useImperativeHandle(props.ref, () => ({
		prefill(words) {
			write(words);
			input.current?.focus();
		},
		attachFiles,
	}));

	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === "Escape" && target) return reset();
		if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
		event.preventDefault();
		void submit();
	};
	const onPaste = (event: ClipboardEvent) => {
		const files = [...event.clipboardData.files];
		if (files.length === 0) return;
		event.preventDefault();
		attachFiles(files);
	};

	return (
		<div className="composer">
			{target && <TargetBar target={target} onCancel={reset} />}
			<div className="composer-line">
				<AttachMenu onAttach={attach} />
				<textarea
					ref={input}
					rows={1}
					value={text}
					placeholder={keyboard?.input_field_placeholder ?? "Message"}
					aria-label={`Message as ${phone.user.first_name}`}
					onChange={(event) => write(event.target.value)}
					onKeyDown={onKeyDown}
					onPaste={onPaste}
				/>
				{keyboard && (
					<IconButton
						icon="keyboard"
						label={open ? "Hide the bot's keyboard" : "Show the bot's keyboard"}
						pressed={open}
						onClick={() => setOpen(!open)}
					/>
				)}
				<button
					type="button"
					className="send"
					aria-label={editing ? "Save" : "Send"}
					disabled={text.trim() === ""}
					onClick={() => void submit()}
				>
					<Icon name={editing ? "check" : "send"} />
				</button>
			</div>
			{keyboard && open && (
				<ReplyKeyboard markup={keyboard} onUsed={() => keyboard.one_time_keyboard && setOpen(false)} />
			)}
		</div>
	);
}
