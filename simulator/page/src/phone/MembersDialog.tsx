import { useState } from "react";
import { api } from "../api.ts";
import { useStore } from "../state/store.ts";
import { nameOf, world } from "../state/world.ts";
import type { MemberStatus, Peer } from "../types.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Dialog, wordsOf } from "../ui/Dialog.tsx";
import { usePhone } from "./context.ts";

const choices: { status: MemberStatus; label: string }[] = [
	{ status: "member", label: "Add" },
	{ status: "administrator", label: "Make admin" },
	{ status: "restricted", label: "Restrict" },
	{ status: "left", label: "Remove" },
	{ status: "kicked", label: "Ban" },
];

/** Puts people and bots into a group, promotes them, throws them out. The group's service messages tell who is in. */
export function MembersDialog({ chat, onClose }: { chat: Peer; onClose: () => void }) {
	const phone = usePhone();
	const bots = useStore(world, (now) => now.bots);
	const users = useStore(world, (now) => now.users);
	const [said, setSaid] = useState<Record<number, string>>({});
	const everybody = [...bots, ...users.filter((user) => user.id !== phone.user.id)];

	const set = async (id: number, status: MemberStatus) => {
		let words = `Done: ${status}`;
		try {
			await api.setMember(phone.user.id, chat.id, id, status);
		} catch (error) {
			words = wordsOf(error);
		}
		setSaid((now) => ({ ...now, [id]: words }));
	};

	return (
		<Dialog title={`Members of ${chat.title}`} onClose={onClose}>
			<ul className="members">
				{everybody.map((each) => (
					<li key={each.id}>
						<Avatar id={each.id} title={nameOf(each)} size={36} />
						<span className="file-text">
							<b>{nameOf(each)}</b>
							<small aria-live="polite">{said[each.id] ?? (each.is_bot ? "bot" : "person")}</small>
						</span>
						<select
							aria-label={`What to do with ${nameOf(each)}`}
							value=""
							onChange={(event) => {
								const choice = choices.find(({ status }) => status === event.target.value);
								if (choice) void set(each.id, choice.status);
							}}
						>
							<option value="">Choose…</option>
							{choices.map(({ status, label }) => (
								<option key={status} value={status}>
									{label}
								</option>
							))}
						</select>
					</li>
				))}
			</ul>
			{everybody.length === 0 && <p className="muted">There is nobody else yet.</p>}
		</Dialog>
	);
}
