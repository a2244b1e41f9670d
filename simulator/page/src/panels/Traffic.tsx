import { useEffect, useMemo, useState } from "react";
import { api } from "../api.ts";
import { useStore } from "../state/store.ts";
import { world } from "../state/world.ts";
import type { Call, Delivery, User } from "../types.ts";
import { exactTime } from "../ui/time.ts";

type Line = {
	key: string;
	time: number;
	direction: "call" | "delivery";
	what: string;
	who: string;
	status: number | null;
	error: string | null;
	detail: unknown;
};

const keep = 500;
const botName = (bots: User[], id: number | string) =>
	bots.find((bot) => String(bot.id) === String(id))?.first_name ?? String(id);

/** Calls and deliveries have no events of their own: they are asked for, once a second, while the panel is open. */
function usePolled<T extends { seq: number }>(ask: (after: number) => Promise<T[]>): [T[], () => void] {
	const [lines, setLines] = useState<T[]>([]);
	useEffect(() => {
		let after = 0;
		let stopped = false;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const poll = async () => {
			try {
				const fresh = await ask(after);
				after = fresh.reduce((most, line) => Math.max(most, line.seq), after);
				if (fresh.length > 0 && !stopped) setLines((now) => [...now, ...fresh].slice(-keep));
			} catch {
				// The banner at the top tells when the simulator is away.
			}
			if (!stopped) timer = setTimeout(poll, 1000);
		};
		void poll();
		return () => {
			stopped = true;
			clearTimeout(timer);
		};
	}, [ask]);
	return [lines, () => setLines([])];
}

const askCalls = async (after: number) => (await api.calls(after)).calls;
const askDeliveries = async (after: number) => (await api.deliveries(after)).deliveries;

function fromCall(call: Call, bots: User[]): Line {
	const { seq, at, method, status, error, parameters } = call;
	const time = new Date(at).getTime();
	return {
		key: `c${seq}`,
		time,
		direction: "call",
		what: method,
		who: botName(bots, call.bot),
		status,
		error,
		detail: parameters,
	};
}

function fromDelivery(delivery: Delivery, bots: User[]): Line {
	const { seq, at, kind, attempt, status, error, update_id, ms } = delivery;
	const what = attempt > 1 ? `${kind} · attempt ${attempt}` : kind;
	const time = new Date(at).getTime();
	return {
		key: `d${seq}`,
		time,
		direction: "delivery",
		what,
		who: botName(bots, delivery.bot),
		status,
		error,
		detail: { update_id, ms },
	};
}

function statusClass(line: Line): string {
	if (line.status === 429) return "slow";
	return line.error || line.status === null || line.status >= 300 ? "bad" : "good";
}

function Row({ line }: { line: Line }) {
	return (
		<li>
			<details>
				<summary>
					<span
						className={`arrow ${line.direction}`}
						role="img"
						aria-label={line.direction === "call" ? "Bot API call" : "Webhook"}
					>
						{line.direction === "call" ? "→" : "←"}
					</span>
					<b>{line.what}</b>
					<small>{line.who}</small>
					<span className={`status ${statusClass(line)}`}>{line.status ?? "…"}</span>
					<time>{exactTime(line.time)}</time>
				</summary>
				{line.error && <p className="problem">{line.error}</p>}
				<pre>{JSON.stringify(line.detail, null, 2)}</pre>
			</details>
		</li>
	);
}

export function Traffic() {
	const bots = useStore(world, (now) => now.bots);
	const [calls, clearCalls] = usePolled(askCalls);
	const [deliveries, clearDeliveries] = usePolled(askDeliveries);
	const [filter, setFilter] = useState("");
	const [show, setShow] = useState<"all" | "call" | "delivery" | "errors">("all");
	const lines = useMemo(() => {
		const wanted = filter.trim().toLowerCase();
		return [
			...calls.map((call) => fromCall(call, bots)),
			...deliveries.map((each) => fromDelivery(each, bots)),
		]
			.filter(
				(line) =>
					show === "all" || (show === "errors" ? statusClass(line) !== "good" : line.direction === show),
			)
			.filter((line) =>
				`${line.what} ${line.who} ${line.status} ${JSON.stringify(line.detail)}`
					.toLowerCase()
					.includes(wanted),
			)
			.sort((a, b) => b.time - a.time)
			.slice(0, keep);
	}, [calls, deliveries, bots, filter, show]);

	return (
		<div className="panel-body traffic">
			<div className="traffic-bar">
				<input
					type="search"
					placeholder="Filter: method, kind, text…"
					aria-label="Filter the traffic"
					value={filter}
					onChange={(event) => setFilter(event.target.value)}
				/>
				<select
					aria-label="What to show"
					value={show}
					onChange={(event) => setShow(event.target.value as typeof show)}
				>
					<option value="all">All</option>
					<option value="call">Calls →</option>
					<option value="delivery">Webhooks ←</option>
					<option value="errors">Errors</option>
				</select>
				<button
					type="button"
					className="button quiet small"
					onClick={() => {
						clearCalls();
						clearDeliveries();
					}}
				>
					Clear
				</button>
			</div>
			{lines.length === 0 && (
				<p className="muted">Nothing yet. Calls of bots and webhooks to them appear here.</p>
			)}
			<ol className="traffic-list">
				{lines.map((line) => (
					<Row key={line.key} line={line} />
				))}
			</ol>
		</div>
	);
}
