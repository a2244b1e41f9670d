import { useState } from "react";
import { api } from "../api.ts";
import { openFirstBot } from "../demo.ts";
import { showPerson } from "../state/settings.ts";
import { refreshState } from "../state/world.ts";
import { Dialog, Field, FormDialog, textOf } from "../ui/Dialog.tsx";

export function AddPersonDialog({ onClose }: { onClose: () => void }) {
	return (
		<FormDialog
			title="Add a person"
			action="Add"
			onClose={onClose}
			onSubmit={async (fields) => {
				const optional = (name: string) => {
					const value = textOf(fields, name).replace(/^@/, "");
					return value === "" ? {} : { [name]: value };
				};
				const { user } = await api.addUser({
					first_name: textOf(fields, "first_name"),
					...optional("last_name"),
					...optional("username"),
					...optional("language_code"),
				});
				await refreshState();
				showPerson(user.id, true);
				openFirstBot();
			}}
		>
			<Field label="First name" name="first_name" required placeholder="Carol" />
			<Field label="Last name" name="last_name" placeholder="optional" />
			<Field
				label="Username"
				name="username"
				placeholder="optional"
				pattern="@?[A-Za-z][A-Za-z0-9_]{3,31}"
				hint="Four characters or more."
			/>
			<Field
				label="Language"
				name="language_code"
				value="en"
				list="languages"
				hint="As the app tells bots: en, de, pt-br …"
			/>
			<datalist id="languages">
				{["en", "de", "es", "fr", "it", "pt-br", "ru", "uk", "ar", "fa", "hi", "zh-hans"].map((code) => (
					<option key={code} value={code} />
				))}
			</datalist>
		</FormDialog>
	);
}

export function AddBotDialog({ onClose }: { onClose: () => void }) {
	const [token, setToken] = useState<string>();
	if (token !== undefined)
		return (
			<Dialog title="The bot is ready" onClose={onClose}>
				<p>Its token, for your program:</p>
				<pre className="token">{token}</pre>
				<p className="muted">
					The Bot API is at <code>{location.origin}/bot&lt;token&gt;/&lt;method&gt;</code>.
				</p>
			</Dialog>
		);
	return (
		<FormDialog
			title="Add a bot"
			action="Add"
			onClose={() => token === undefined && onClose()}
			onSubmit={async (fields) => {
				const added = await api.addBot({
					first_name: textOf(fields, "first_name"),
					username: textOf(fields, "username").replace(/^@/, ""),
				});
				await refreshState();
				setToken(added.token);
				// The form would close itself now; the token must be seen first.
				await new Promise(() => undefined);
			}}
		>
			<Field label="Name" name="first_name" required placeholder="My bot" />
			<Field
				label="Username"
				name="username"
				required
				placeholder="my_bot"
				pattern="@?[A-Za-z][A-Za-z0-9_]*[Bb][Oo][Tt]"
				hint="Ends in “bot”."
			/>
		</FormDialog>
	);
}

export function ResetDialog({ onClose, onReset }: { onClose: () => void; onReset: () => Promise<void> }) {
	return (
		<FormDialog title="Start afresh?" action="Forget everything" onClose={onClose} onSubmit={onReset}>
			<p>
				All people, groups and messages are forgotten. The bots stay, so a running platform goes on: /start
				works at once.
			</p>
		</FormDialog>
	);
}
