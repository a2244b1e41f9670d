import { type FormEvent, useEffect, useState } from "react";
import { api } from "../api.ts";
import { usePhone } from "../phone/context.ts";
import { useStore } from "../state/store.ts";
import { refreshStars, world } from "../state/world.ts";
import type { Stars } from "../types.ts";
import { Dialog, wordsOf } from "../ui/Dialog.tsx";
import { type Act, PaymentItem, SubscriptionItem } from "./lines.tsx";
import { formatStars, Star } from "./Star.tsx";

function Balance({ stars, act }: { stars: Stars; act: Act }) {
	const phone = usePhone();
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		const balance = Number(new FormData(event.currentTarget).get("balance"));
		act(() => api.setStars(phone.user.id, balance));
	};
	return (
		<form className="balance" onSubmit={submit}>
			<Star size={34} />
			<output aria-label="Balance">{formatStars(stars.balance)}</output>
			{/* Drawn anew with each balance, so that the field follows it. */}
			<label className="field" key={stars.balance}>
				<span className="sr-only">New balance</span>
				<input name="balance" type="number" min={0} step={1} required defaultValue={stars.balance} />
			</label>
			<button type="submit" className="button small quiet">
				Set
			</button>
		</form>
	);
}

/** A person's Stars: what they have, what they paid, what goes on; and what Telegram itself may do to it. */
export function MyStars({ onClose }: { onClose: () => void }) {
	const phone = usePhone();
	const me = phone.user.id;
	const stars = useStore(world, (now) => now.stars[me]);
	const [problem, setProblem] = useState<string>();
	useEffect(() => {
		void refreshStars(me);
	}, [me]);
	const act: Act = (action) => {
		setProblem(undefined);
		action()
			.then(() => refreshStars(me))
			.catch((error) => setProblem(wordsOf(error)));
	};
	return (
		<Dialog title={`Stars of ${phone.user.first_name}`} onClose={onClose}>
			{stars && (
				<div className="my-stars">
					<Balance stars={stars} act={act} />
					{problem && (
						<p className="problem" role="alert">
							{problem}
						</p>
					)}
					<h3>Subscriptions</h3>
					{stars.subscriptions.length === 0 && <p className="muted">None yet.</p>}
					<ul>
						{stars.subscriptions.map((each) => (
							<SubscriptionItem key={each.id} line={each} act={act} />
						))}
					</ul>
					<h3>Payments</h3>
					{stars.payments.length === 0 && <p className="muted">None yet.</p>}
					<ul>
						{stars.payments.map((each) => (
							<PaymentItem key={each.charge_id} line={each} act={act} />
						))}
					</ul>
					<p className="muted">Dashed buttons act as Telegram does, not as {phone.user.first_name}.</p>
				</div>
			)}
		</Dialog>
	);
}
