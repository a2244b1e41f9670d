import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from "react";
import { Bubble } from "../message/Bubble.tsx";
import { authorId, authorOf, previewOf, serviceText } from "../message/describe.ts";
import type { SeenMessage } from "../types.ts";
import { Icon } from "../ui/Icon.tsx";
import { dayOf } from "../ui/time.ts";

export type ListHandle = { toMessage: (id: number) => void; toBottom: () => void };
type Item =
	| { kind: "day"; key: string; text: string }
	| { kind: "service"; key: string; text: string; id: number }
	| { kind: "bubble"; key: string; album: SeenMessage[]; first: boolean; last: boolean };

/** Messages of one author within five minutes stand together; messages of one album are one bubble. */
function itemsOf(messages: SeenMessage[]): Item[] {
	const items: Item[] = [];
	let day = "";
	let before: { author: number; date: number; item: Extract<Item, { kind: "bubble" }> } | undefined;
	for (const message of messages) {
		const today = dayOf(message.date);
		if (today !== day) {
			items.push({ kind: "day", key: `day ${today}`, text: today });
			day = today;
			before = undefined;
		}
		const service = serviceText(message);
		if (service !== null) {
			items.push({ kind: "service", key: `${message.message_id}`, text: service, id: message.message_id });
			before = undefined;
			continue;
		}
		const author = message.out ? Number.NaN : authorId(message);
		const same = before && Object.is(before.author, author) && message.date - before.date < 300;
		const album = before?.item.album;
		if (same && album && message.media_group_id && album[0]?.media_group_id === message.media_group_id) {
			album.push(message);
			continue;
		}
		if (same && before) before.item.last = false;
		const item: Item = {
			kind: "bubble",
			key: `${message.message_id}`,
			album: [message],
			first: !same,
			last: true,
		};
		items.push(item);
		before = { author, date: message.date, item };
	}
	return items;
}

/** Albums are built anew at each change; the same messages keep the same array, so that bubbles can compare. */
function useSameAlbums(items: Item[]): Item[] {
	const known = useRef(new Map<string, SeenMessage[]>());
	for (const item of items) {
		if (item.kind !== "bubble") continue;
		const old = known.current.get(item.key);
		const same =
			old?.length === item.album.length && old.every((message, index) => message === item.album[index]);
		if (old && same) item.album = old;
		else known.current.set(item.key, item.album);
	}
	return items;
}

function scrollDown(list: HTMLElement | null, behavior: ScrollBehavior = "instant"): void {
	list?.scrollTo({ top: list.scrollHeight, behavior });
}

export function MessageList(props: { messages: SeenMessage[]; inGroup: boolean; ref: Ref<ListHandle> }) {
	const { messages } = props;
	const box = useRef<HTMLDivElement>(null);
	const inner = useRef<HTMLDivElement>(null);
	const atBottom = useRef(true);
	const newest = useRef<number | undefined>(undefined);
	const [away, setAway] = useState(false);
	const [missed, setMissed] = useState(0);
	const [heard, setHeard] = useState("");
	const computed = useMemo(() => itemsOf(messages), [messages]);
	const items = useSameAlbums(computed);

	useLayoutEffect(() => {
		const last = messages.at(-1);
		const fresh = messages.filter(
			(message) => message.message_id > (newest.current ?? Number.POSITIVE_INFINITY),
		);
		const arrived = fresh.filter((message) => !message.out);
		newest.current = Math.max(last?.message_id ?? 0, newest.current ?? 0);
		if (atBottom.current || fresh.some((message) => message.out)) scrollDown(box.current);
		else if (arrived.length > 0) setMissed((count) => count + arrived.length);
		if (arrived.length > 0)
			setHeard(arrived.map((each) => `${authorOf(each)}: ${previewOf(each)}`).join(". "));
	}, [messages]);

	useEffect(() => {
		// Pictures come later, the keyboard opens, the window turns: whoever was at the bottom stays there.
		const observer = new ResizeObserver(() => {
			if (atBottom.current) scrollDown(box.current);
		});
		if (box.current) observer.observe(box.current);
		if (inner.current) observer.observe(inner.current);
		return () => observer.disconnect();
	}, []);

	useImperativeHandle(props.ref, () => ({
		toBottom: () => scrollDown(box.current),
		toMessage(id) {
			const element = box.current?.querySelector<HTMLElement>(`[data-message="${id}"]`);
			if (!element) return;
			element.scrollIntoView({ block: "center", behavior: "smooth" });
			element.classList.remove("found");
			requestAnimationFrame(() => element.classList.add("found"));
		},
	}));

	const onScroll = () => {
		const list = box.current;
		if (!list) return;
		atBottom.current = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
		setAway(!atBottom.current);
		if (atBottom.current) setMissed(0);
	};

	return (
		<div className="messages-frame">
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll */}
			<section className="messages" ref={box} onScroll={onScroll} aria-label="Messages" tabIndex={0}>
				<div className="messages-inner" ref={inner}>
					{items.map((item) =>
						item.kind === "bubble" ? (
							<Bubble
								key={item.key}
								album={item.album}
								inGroup={props.inGroup}
								first={item.first}
								last={item.last}
							/>
						) : (
							<p
								key={item.key}
								className={item.kind === "day" ? "service day" : "service"}
								data-message={item.kind === "service" ? item.id : undefined}
							>
								{item.text}
							</p>
						),
					)}
				</div>
			</section>
			{away && (
				<button
					type="button"
					className="jump"
					aria-label={missed > 0 ? `To the newest, ${missed} new` : "To the newest"}
					onClick={() => scrollDown(box.current, "smooth")}
				>
					{missed > 0 && <span className="badge-count">{missed}</span>}
					<Icon name="down" />
				</button>
			)}
			<div className="sr-only" role="log" aria-live="polite">
				{heard}
			</div>
		</div>
	);
}
