import { InvoiceCard } from "../payments/InvoiceCard.tsx";
import { usePhone } from "../phone/context.ts";
import type { SeenMessage } from "../types.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { copyText } from "../ui/copy.ts";
import { Icon } from "../ui/Icon.tsx";
import { PollCard } from "./PollCard.tsx";

function Place({ message }: { message: SeenMessage }) {
	const location = message.venue?.location ?? message.location;
	if (!location) return null;
	const where = `${location.latitude.toFixed(4)}, ${location.longitude.toFixed(4)}`;
	return (
		<div className="place">
			<div className="map" role="img" aria-label={`Map at ${where}`}>
				<Icon name="pin" size={34} />
			</div>
			<b>{message.venue?.title ?? "Location"}</b>
			<small>{message.venue?.address ?? where}</small>
		</div>
	);
}

function ContactCard({ message }: { message: SeenMessage }) {
	const phone = usePhone();
	const contact = message.contact;
	if (!contact) return null;
	const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ");
	return (
		<button
			type="button"
			className="file"
			aria-label={`Contact ${name}, press to copy the number`}
			onClick={() => {
				void phone.attempt(async () => {
					await copyText(contact.phone_number);
					phone.toast(`${contact.phone_number} copied`);
				});
			}}
		>
			<Avatar id={contact.user_id ?? 0} title={name} size={44} />
			<span className="file-text">
				<b>{name}</b>
				<small>{contact.phone_number}</small>
			</span>
		</button>
	);
}

/** The parts of a message that are neither text nor a file. */
export function Card({ message }: { message: SeenMessage }) {
	if (message.contact) return <ContactCard message={message} />;
	if (message.location || message.venue) return <Place message={message} />;
	if (message.poll) return <PollCard message={message} />;
	if (message.dice)
		return (
			<div className="dice">
				<span
					className="dice-face"
					role="img"
					aria-label={`${message.dice.emoji} shows ${message.dice.value}`}
				>
					{message.dice.emoji}
				</span>
				<small>{message.dice.value}</small>
			</div>
		);
	if (message.invoice) return <InvoiceCard invoice={message.invoice} />;
	return null;
}
