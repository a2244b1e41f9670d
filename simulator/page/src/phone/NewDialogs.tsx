import { api } from "../api.ts";
import { refreshChats, refreshState } from "../state/world.ts";
import { Field, FormDialog, textOf } from "../ui/Dialog.tsx";
import { usePhone } from "./context.ts";

export function NewGroupDialog({ onClose }: { onClose: () => void }) {
	const phone = usePhone();
	return (
		<FormDialog
			title={`New group of ${phone.user.first_name}`}
			action="Create"
			onClose={onClose}
			onSubmit={async (fields) => {
				const username = textOf(fields, "username").replace(/^@/, "");
				const { chat } = await api.createGroup(phone.user.id, {
					title: textOf(fields, "title"),
					type: textOf(fields, "type"),
					...(username === "" ? {} : { username }),
					...(fields.get("forum") === "on" ? { is_forum: true } : {}),
				});
				await Promise.all([refreshState(), refreshChats(phone.user.id)]);
				phone.openChat(chat.id);
			}}
		>
			<Field label="Name" name="title" required value="Weekend plans" />
			<label className="field">
				<span>Kind</span>
				<select name="type" defaultValue="supergroup">
					<option value="group">Group</option>
					<option value="supergroup">Supergroup</option>
					<option value="channel">Channel</option>
				</select>
			</label>
			<Field
				label="Public name"
				name="username"
				placeholder="optional"
				hint="Supergroups and channels may have one."
			/>
			<label className="check">
				<input type="checkbox" name="forum" /> With topics (supergroups)
			</label>
		</FormDialog>
	);
}

export function OpenLinkDialog(props: { onClose: () => void; onOpen: (url: string) => Promise<void> }) {
	return (
		<FormDialog
			title="Open a t.me link"
			action="Open"
			onClose={props.onClose}
			onSubmit={(fields) => props.onOpen(textOf(fields, "link"))}
		>
			<Field
				label="Link"
				name="link"
				required
				placeholder="t.me/some_bot?start=hello"
				hint="A bot with a payload, an invitation (t.me/+…), an invoice (t.me/$…), or a public name."
			/>
		</FormDialog>
	);
}
