import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { api } from "../api.ts";
import { usePhone } from "../phone/context.ts";
import { useStore } from "../state/store.ts";
import { peerOf, refreshStars, world } from "../state/world.ts";
import { wordsOf } from "../ui/Dialog.tsx";
import { Icon, IconButton } from "../ui/Icon.tsx";
import { type Purchase, wordsOfFailure } from "./purchase.ts";
import { formatStars, Price, Star } from "./Star.tsx";

type Step = { kind: "asking"; problem?: string } | { kind: "waiting" } | { kind: "paid" };

const actions = { invoice: "Confirm and pay", subscription: "Subscribe for", media: "Unlock for" };
const headings = { invoice: "Confirm your purchase", subscription: "Subscribe", media: "Unlock" };

/** Keeps Tab inside: what lies under the sheet is inert, but the other phones are not. */
function keepInside(event: KeyboardEvent<HTMLElement>): void {
	if (event.key !== "Tab") return;
	const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("button:not(:disabled)")];
	const [first, last] = [stops[0], stops.at(-1)];
	const leaves = document.activeElement === (event.shiftKey ? first : last);
	if (!leaves) return;
	event.preventDefault();
	(event.shiftKey ? last : first)?.focus();
}

/** Pays, and tells how it went: on the sheet, or in a toast if the sheet was closed meanwhile. */
function usePayment(purchase: Purchase) {
	const phone = usePhone();
	const [step, setStep] = useState<Step>({ kind: "asking" });
	const closed = useRef(false);
	useEffect(() => {
		closed.current = false;
		return () => {
			closed.current = true;
		};
	}, []);
	const pay = async () => {
		setStep({ kind: "waiting" });
		let problem: string | undefined;
		try {
			const { status, error } = await api.pay(phone.user.id, purchase.what);
			if (status !== "paid") problem = wordsOfFailure(error ?? "The payment failed");
		} catch (error) {
			problem = wordsOf(error);
		}
		if (closed.current) phone.toast(problem ?? `Paid: ${purchase.title}`);
		else setStep(problem === undefined ? { kind: "paid" } : { kind: "asking", problem });
	};
	return { step, pay };
}

/** The sheet that rises over one phone and asks whether to pay with Stars. */
export function PaymentSheet({ purchase, onClose }: { purchase: Purchase; onClose: () => void }) {
	const phone = usePhone();
	const heading = useId();
	const sheet = useRef<HTMLElement>(null);
	const { step, pay } = usePayment(purchase);
	const balance = useStore(world, (now) => now.stars[phone.user.id]?.balance);
	const seller = useStore(world, (now) => now.bots);
	const bot = peerOf({ ...world.get(), bots: seller }, purchase.bot)?.title ?? "the bot";

	useEffect(() => {
		void refreshStars(phone.user.id);
		const before = document.activeElement;
		sheet.current?.querySelector<HTMLElement>(".button")?.focus();
		return () => {
			// After the sheet the chat takes focus again, which is inert until then.
			if (before instanceof HTMLElement) setTimeout(() => before.isConnected && before.focus());
		};
	}, [phone.user.id]);

	return (
		<div className="sheet-veil">
			<section
				ref={sheet}
				className="sheet"
				role="dialog"
				aria-modal="true"
				aria-labelledby={heading}
				onKeyDown={(event) => {
					if (event.key === "Escape") onClose();
					keepInside(event);
				}}
			>
				<header>
					<span className="sheet-balance">Balance {balance !== undefined && <Price amount={balance} />}</span>
					<IconButton icon="close" label="Close" onClick={onClose} />
				</header>
				<Star size={64} />
				<h2 id={heading}>{step.kind === "paid" ? "Payment successful" : headings[purchase.kind]}</h2>
				<div className="sheet-what">
					<b>{purchase.title}</b>
					<small>{bot}</small>
					{purchase.description && <p>{purchase.description}</p>}
					<Price amount={purchase.amount} per={purchase.kind === "subscription" ? "month" : undefined} />
				</div>
				<div className="sheet-said" aria-live="polite">
					{step.kind === "waiting" && <p className="muted">Waiting for the bot…</p>}
					{step.kind === "asking" && step.problem && <p className="problem">{step.problem}</p>}
					{step.kind === "paid" && (
						<p className="good">
							<Icon name="check" size={18} /> {formatStars(purchase.amount)} Stars paid to {bot}
						</p>
					)}
				</div>
				{step.kind === "paid" ? (
					<button type="button" className="button" onClick={onClose}>
						Done
					</button>
				) : (
					<button
						type="button"
						className="button pay"
						aria-busy={step.kind === "waiting"}
						aria-disabled={step.kind === "waiting"}
						onClick={() => step.kind === "asking" && void pay()}
					>
						{actions[purchase.kind]} <Star size={17} label="Stars" /> {formatStars(purchase.amount)}
						{step.kind === "waiting" && <i className="spinner" />}
					</button>
				)}
			</section>
		</div>
	);
}
