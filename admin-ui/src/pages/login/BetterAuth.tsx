import { Alert, Button, Stack, TextInput } from "@mantine/core";
import { IconFingerprint, IconMail } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ApiError } from "../../api/error.ts";
import { useText } from "../../i18n/text.tsx";
import { ErrorBox } from "../../ui/ErrorBox.tsx";

/** A server without this way in knows no such route, or asks for its owner. */
const missing = (error: Error | null, ...statuses: number[]) =>
	error instanceof ApiError && statuses.includes(error.status);

export function EmailLogin({ next }: { next: string | undefined }) {
	const t = useText();
	const [email, setEmail] = useState("");
	const send = useMutation({
		mutationFn: async () => {
			const { auth, dataOf } = await import("../../api/auth.ts");
			dataOf(await auth.signIn.magicLink({ email, callbackURL: `/admin${next ?? "/"}` }));
		},
	});
	const submit = (event: FormEvent) => {
		event.preventDefault();
		send.mutate();
	};
	if (send.isSuccess) return <Alert role="status">{t("login-email-sent")}</Alert>;
	return (
		<form onSubmit={submit}>
			<Stack gap="xs">
				<TextInput
					type="email"
					required
					withAsterisk={false}
					autoComplete="email"
					label={t("login-email-label")}
					value={email}
					onChange={(event) => setEmail(event.currentTarget.value)}
				/>
				<Button
					type="submit"
					variant="default"
					leftSection={<IconMail size={18} />}
					loading={send.isPending}
					disabled={email === ""}
				>
					{t("login-email")}
				</Button>
				{missing(send.error, 401, 404) ? (
					<Alert role="alert">{t("login-unavailable")}</Alert>
				) : (
					send.error && <ErrorBox error={send.error} />
				)}
			</Stack>
		</form>
	);
}

export function PasskeyLogin({ onEnter }: { onEnter: () => Promise<void> }) {
	const t = useText();
	const enter = useMutation({
		mutationFn: async () => {
			const { auth, dataOf } = await import("../../api/auth.ts");
			dataOf(await auth.signIn.passkey());
			await onEnter();
		},
	});
	return (
		<Stack gap="xs">
			<Button
				variant="default"
				leftSection={<IconFingerprint size={18} />}
				loading={enter.isPending}
				onClick={() => enter.mutate()}
			>
				{t("login-passkey")}
			</Button>
			{missing(enter.error, 404) ? (
				<Alert role="alert">{t("login-unavailable")}</Alert>
			) : (
				enter.error && <ErrorBox error={enter.error} />
			)}
		</Stack>
	);
}
