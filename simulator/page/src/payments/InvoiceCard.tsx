import type { SeenMessage } from "../types.ts";
import { Price } from "./Star.tsx";

export function InvoiceCard({ invoice }: { invoice: NonNullable<SeenMessage["invoice"]> }) {
	return (
		<div className="invoice">
			<b>{invoice.title}</b>
			<p>{invoice.description}</p>
			<Price amount={invoice.total_amount} />
		</div>
	);
}
