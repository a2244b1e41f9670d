import { memo, type ReactNode, useState } from "react";
import { useChat, usePhone } from "../phone/context.ts";
import type { MessageEntity } from "../types.ts";
import { type TextNode, toTree } from "./entities.ts";

function Spoiler({ children }: { children: ReactNode }) {
	const [open, setOpen] = useState(false);
	if (open) return <span className="spoiler open">{children}</span>;
	return (
		<button
			type="button"
			className="spoiler"
			aria-label="Spoiler, press to reveal"
			onClick={() => setOpen(true)}
		>
			<span>{children}</span>
		</button>
	);
}

function ExpandableQuote({ children }: { children: ReactNode }) {
	const [open, setOpen] = useState(false);
	return (
		<blockquote className={open ? "open" : "folded"}>
			{children}
			<button type="button" className="fold" onClick={() => setOpen(!open)}>
				{open ? "Show less" : "Show more"}
			</button>
		</blockquote>
	);
}

function Link({ href, children }: { href: string; children: ReactNode }) {
	const phone = usePhone();
	return (
		<a
			href={href}
			rel="noreferrer"
			onClick={(event) => {
				event.preventDefault();
				phone.openLink(href);
			}}
		>
			{children}
		</a>
	);
}

/** A bot command, sent as soon as it is pressed. */
function Command({ text }: { text: string }) {
	const chat = useChat();
	return (
		<button type="button" className="link" onClick={() => void chat.send({ text })}>
			{text}
		</button>
	);
}

const withScheme = (url: string) => (/^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`);

function wrap(entity: MessageEntity, text: string, inside: ReactNode): ReactNode {
	switch (entity.type) {
		case "bold":
			return <strong>{inside}</strong>;
		case "italic":
			return <em>{inside}</em>;
		case "underline":
			return <u>{inside}</u>;
		case "strikethrough":
			return <s>{inside}</s>;
		case "code":
			return <code>{inside}</code>;
		case "pre":
			return (
				<pre>
					{entity.language && <span className="language">{entity.language}</span>}
					<code>{inside}</code>
				</pre>
			);
		case "spoiler":
			return <Spoiler>{inside}</Spoiler>;
		case "blockquote":
			return <blockquote>{inside}</blockquote>;
		case "expandable_blockquote":
			return <ExpandableQuote>{inside}</ExpandableQuote>;
		case "url":
			return <Link href={withScheme(text)}>{inside}</Link>;
		case "text_link":
			return <Link href={entity.url}>{inside}</Link>;
		case "email":
			return <Link href={`mailto:${text}`}>{inside}</Link>;
		case "phone_number":
			return <Link href={`tel:${text}`}>{inside}</Link>;
		case "mention":
			return <Link href={`https://t.me/${text.slice(1)}`}>{inside}</Link>;
		case "text_mention":
			return <span className="tag">{inside}</span>;
		case "hashtag":
		case "cashtag":
			return <span className="tag">{inside}</span>;
		case "bot_command":
			return <Command text={text} />;
		default:
			return inside;
	}
}

const isBlock = (node: TextNode | undefined) =>
	typeof node === "object" && ["pre", "blockquote", "expandable_blockquote"].includes(node.entity.type);

function draw(nodes: TextNode[]): ReactNode[] {
	return nodes.map((node, index) => {
		// A block ends its line itself: the line break that follows it in the text would leave an empty one.
		if (typeof node === "string") return isBlock(nodes[index - 1]) ? node.replace(/^\n/, "") : node;
		return <Piece key={`${node.entity.type}${node.at}`} node={node} />;
	});
}

function Piece({ node }: { node: Exclude<TextNode, string> }) {
	return wrap(node.entity, node.text, draw(node.children));
}

export const MessageText = memo(function MessageText(props: {
	text: string;
	entities: readonly MessageEntity[] | undefined;
}) {
	return <>{draw(toTree(props.text, props.entities))}</>;
});
