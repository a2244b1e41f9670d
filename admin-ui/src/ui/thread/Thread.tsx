import { Box, Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconPaperclip } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useFormat, useText } from "../../i18n/text.tsx";
import classes from "./Thread.module.css";

export interface ThreadMessage {
	no: number;
	/** `in`: of the person, `out`: of ours. */
	direction: "in" | "out";
	author: ReactNode;
	text: string;
	/** What came with it, in words. */
	media: string | null;
	/** Why it did not arrive, in words. */
	failure: string | null;
	at: string;
}

interface Props {
	label: string;
	messages: ThreadMessage[];
	empty: string;
	/** Sends once more what did not arrive; null for who may not. */
	onRetry: ((no: number) => void) | null;
	/** The one that is being sent again. */
	retrying: number | null;
}

/** What two sides wrote to each other, the newest at the bottom and in sight. */
export function Thread({ label, messages, empty, onRetry, retrying }: Props) {
	const t = useText();
	const format = useFormat();
	const box = useRef<HTMLDivElement>(null);
	const newest = messages.at(-1)?.no;
	useEffect(() => {
		if (newest !== undefined && box.current) box.current.scrollTop = box.current.scrollHeight;
	}, [newest]);
	return (
		// It scrolls, so a keyboard must get into it.
		<Box ref={box} className={classes.thread} role="log" aria-label={label} tabIndex={0}>
			{messages.length === 0 && <Text size="sm">{empty}</Text>}
			{messages.map((message) => (
				<article
					key={message.no}
					className={classes.bubble}
					data-side={message.direction}
					data-failed={message.failure === null ? undefined : true}
				>
					{message.media !== null && (
						<Group gap={6} wrap="nowrap">
							<IconPaperclip size={16} aria-hidden />
							<Text size="sm" fs="italic">
								{message.media}
							</Text>
						</Group>
					)}
					{message.text !== "" && <div className={classes.text}>{message.text}</div>}
					<div className={classes.foot}>
						<span>{message.author}</span>
						<time dateTime={message.at}>{format.dateTime(message.at)}</time>
					</div>
					{message.failure !== null && (
						<div className={classes.foot}>
							<IconAlertTriangle size={14} aria-hidden />
							<span>{t("thread-failed", { why: message.failure })}</span>
							{onRetry && message.media === null && (
								<Button
									size="compact-xs"
									variant="default"
									loading={retrying === message.no}
									onClick={() => onRetry(message.no)}
								>
									{t("thread-retry")}
								</Button>
							)}
						</div>
					)}
				</article>
			))}
		</Box>
	);
}
