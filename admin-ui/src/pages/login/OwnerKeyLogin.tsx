import { Button, PasswordInput, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { api, ask } from "../../api/client.ts";
import { ownerKey } from "../../api/owner-key.ts";
import { unlessSignedOut } from "../../api/session.ts";
import { useText } from "../../i18n/text.tsx";
import { wordsOf } from "../../ui/ErrorBox.tsx";

export function OwnerKeyLogin({ onEnter }: { onEnter: () => Promise<void> }) {
	const t = useText();
	const [key, setKey] = useState("");
	const [wrong, setWrong] = useState<string | null>(null);
	const [busy, setBusy] = useState(false);
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		setBusy(true);
		setWrong(null);
		ownerKey.set(key.trim());
		try {
			if (await unlessSignedOut(ask(api.bots.$get()))) return await onEnter();
			setWrong(t("login-owner-key-wrong"));
		} catch (error) {
			setWrong(wordsOf(error, t));
		} finally {
			setBusy(false);
		}
		ownerKey.forget();
	};
	return (
		<form onSubmit={submit}>
			<Stack gap="sm">
				<PasswordInput
					label={t("login-owner-key-label")}
					description={t("login-owner-key-about")}
					value={key}
					onChange={(event) => setKey(event.currentTarget.value)}
					error={wrong}
					autoComplete="off"
					data-autofocus
					autoFocus
				/>
				<Button type="submit" loading={busy} disabled={key.trim() === ""}>
					{t("login-enter")}
				</Button>
			</Stack>
		</form>
	);
}
