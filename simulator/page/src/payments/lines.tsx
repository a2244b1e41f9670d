import { api } from "../api.ts";
import { usePhone } from "../phone/context.ts";
import { useStore } from "../state/store.ts";
import { nameOf, world } from "../state/world.ts";
import type { PaymentLine, SubscriptionLine } from "../types.ts";
import { dayOf, timeOf } from "../ui/time.ts";
import { Price } from "./Star.tsx";

/** Runs what a button stands for; the simulator's refusal is shown in its own words. */
export type Act = (action: () => Promise<unknown>) => void;

function useBotName(id: number): string {
	const bot = useStore(world, (now) => now.bots.find((each) => each.id === id));
	return bot ? nameOf(bot) : "a bot";
}

/** Many lines have the same words on their buttons, so each names its line to a screen reader. */
function Action(props: { label: string; about: string; telegram?: boolean; onPress: () => void }) {
	return (
		<button
			type="button"
			className={props.telegram ? "button small quiet telegram" : "button small quiet"}
			aria-label={`${props.label}: ${props.about}${props.telegram ? ", as Telegram" : ""}`}
			onClick={props.onPress}
		>
			{props.label}
		</button>
	);
}

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

function stateWords({ state, canceled_by, expires }: SubscriptionLine): string {
	const until = day.format(expires * 1000);
	if (state === "expired") return `Expired on ${until}`;
	if (state === "failed") return `The renewal failed; runs until ${until}`;
	if (state === "active") return `Renews on ${until}`;
	return `Cancelled${canceled_by === "bot" ? " by the bot" : ""}; runs until ${until}`;
}

export function SubscriptionItem({ line, act }: { line: SubscriptionLine; act: Act }) {
	const me = usePhone().user.id;
	const bot = useBotName(line.bot);
	const { title: about, charge_id } = line;
	const running = line.state === "active" || line.state === "failed";
	return (
		<li className={`star-line ${line.state}`}>
			<span className="file-text">
				<b>{line.title}</b>
				<small>{bot}</small>
				<small>{stateWords(line)}</small>
			</span>
			<Price amount={line.amount} per="month" />
			<span className="line-actions">
				{running && (
					<Action
						label="Cancel"
						about={about}
						onPress={() => act(() => api.cancelSubscription(me, charge_id))}
					/>
				)}
				{line.state === "canceled" && (
					<Action
						label="Resume"
						about={about}
						onPress={() => act(() => api.resumeSubscription(me, charge_id))}
					/>
				)}
				{line.state !== "canceled" && (
					<>
						<Action
							telegram
							label="Renew now"
							about={about}
							onPress={() => act(() => api.renew(me, charge_id, false))}
						/>
						<Action
							telegram
							label="Fail renewal"
							about={about}
							onPress={() => act(() => api.renew(me, charge_id, true))}
						/>
					</>
				)}
			</span>
		</li>
	);
}

export function PaymentItem({ line, act }: { line: PaymentLine; act: Act }) {
	const bot = useBotName(line.bot);
	return (
		<li className={line.refunded ? "star-line refunded" : "star-line"}>
			<span className="file-text">
				<b>{line.title}</b>
				<small>
					{bot} · {dayOf(line.date)} {timeOf(line.date)}
				</small>
			</span>
			<Price amount={line.amount} />
			<span className="line-actions">
				{line.refunded ? (
					<small>Refunded</small>
				) : (
					<Action
						telegram
						label="Refund"
						about={line.title}
						onPress={() => act(() => api.refund(line.charge_id))}
					/>
				)}
			</span>
		</li>
	);
}
