import { type FormEvent, useState } from "react";
import { api } from "../api.ts";
import { useStore } from "../state/store.ts";
import { nameOf, refreshState, world } from "../state/world.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Dialog, Field, textOf, wordsOf } from "../ui/Dialog.tsx";
import { arrivals, openAs } from "./arrivals.ts";

/** Asks who opens a link that came from outside of every phone. */
export function OpenAs() {
	const link = useStore(arrivals, (now) => now.link);
	const users = useStore(world, (now) => now.users);
	const phase = useStore(world, (now) => now.phase);
	const [problem, setProblem] = useState<string>();
	if (link === null || phase === "loading") return null;

	const add = async (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		const first_name = textOf(new FormData(event.currentTarget), "first_name");
		try {
			const { user } = await api.addUser({ first_name, language_code: "en" });
			await refreshState();
			openAs(user.id, link);
		} catch (error) {
			setProblem(wordsOf(error));
		}
	};
	return (
		<Dialog title="Who opens this link?" onClose={() => arrivals.set({ link: null })}>
			<p className="opened-link">{link}</p>
			<div className="choice">
				{users.map((user) => (
					<button type="button" key={user.id} onClick={() => openAs(user.id, link)}>
						<Avatar id={user.id} title={nameOf(user)} size={32} />
						<span>{nameOf(user)}</span>
					</button>
				))}
			</div>
			<form className="form" onSubmit={(event) => void add(event)}>
				<Field label="Somebody new" name="first_name" required placeholder="Carol" />
				{problem && (
					<p className="problem" role="alert">
						{problem}
					</p>
				)}
				<div className="form-actions">
					<button type="submit" className="button">
						Add and open
					</button>
				</div>
			</form>
		</Dialog>
	);
}
