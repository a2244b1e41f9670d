import { Box, Stack, Text } from "@mantine/core";
import { IconFile, IconPhoto, IconVideo } from "@tabler/icons-react";
import { createElement, Fragment, type ReactNode } from "react";
import { useText } from "../../i18n/text.tsx";
import classes from "./Bubble.module.css";
import { type Mark, type Node, parseHtml, parseMarkdown } from "./markup.ts";
import { UploadedThumb } from "./UploadedThumb.tsx";

export interface Shown {
	message: string;
	parse_mode?: string | undefined;
	media?: { kind: string; file?: string | undefined; media_id?: string | undefined } | undefined;
	buttons?: { text: string; url: string }[][] | undefined;
}

const elements: Record<Mark, string> = {
	bold: "strong",
	italic: "em",
	underline: "u",
	strike: "s",
	spoiler: "mark",
	code: "code",
	pre: "pre",
	link: "a",
	quote: "blockquote",
};

/** The message about as its readers see it. @param fewer with the button that people have under it, groups have none */
export function Bubble({ shown, fewer = true }: { shown: Shown; fewer?: boolean }) {
	const t = useText();
	const { message, parse_mode, media, buttons = [] } = shown;
	const nodes =
		parse_mode === "HTML"
			? parseHtml(message)
			: parse_mode === "MarkdownV2"
				? parseMarkdown(message)
				: [message];
	return (
		<Box className={classes.chat} role="group" aria-label={t("preview")}>
			<div className={classes.bubble}>
				{media && <Medium media={media} />}
				{message.trim() !== "" && <div className={classes.text}>{draw(nodes)}</div>}
				{message.trim() === "" && !media && (
					<Text size="sm" c="dimmed">
						{t("preview-empty")}
					</Text>
				)}
			</div>
			<Stack gap={4} mt={4}>
				{buttons.map((row, no) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
					<div key={no} className={classes.row}>
						{row.map((button, place) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: nor have buttons
							<span key={place} className={classes.button} title={button.url}>
								{button.text || "…"}
							</span>
						))}
					</div>
				))}
				{fewer && (
					<div className={classes.row}>
						<span className={classes.button}>{t("preview-fewer")}</span>
					</div>
				)}
			</Stack>
		</Box>
	);
}

function draw(nodes: Node[]): ReactNode {
	return nodes.map((node, i) => {
		// biome-ignore lint/suspicious/noArrayIndexKey: a text is drawn anew as a whole
		if (typeof node === "string") return <Fragment key={i}>{node}</Fragment>;
		// A link shows where it leads, and leads nowhere from here.
		const more = node.mark === "link" ? { title: node.href } : {};
		return createElement(elements[node.mark], { key: i, ...more }, draw(node.inside));
	});
}

function Medium({ media: { kind, file = "", media_id } }: { media: NonNullable<Shown["media"]> }) {
	const t = useText();
	if (media_id)
		return (
			<div className={classes.uploaded}>
				<UploadedThumb id={media_id} />
			</div>
		);
	if (kind === "photo" && /^https:\/\//.test(file))
		return <img className={classes.picture} src={file} alt="" />;
	const Icon = kind === "photo" ? IconPhoto : kind === "document" ? IconFile : IconVideo;
	return (
		<div className={classes.medium}>
			<Icon size={28} stroke={1.4} aria-hidden />
			<Text size="xs">{t(`media-${kind}`)}</Text>
		</div>
	);
}
