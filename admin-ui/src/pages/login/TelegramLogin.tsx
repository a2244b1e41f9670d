import { ActionIcon, Alert, Button, Code, CopyButton, Group, Loader, Stack, Text } from "@mantine/core";
import { IconBrandTelegram, IconCheck, IconCopy } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { useEffect } from "react";
import { api, ask } from "../../api/client.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { useNow } from "../../ui/bits.tsx";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { telegramLink } from "../../world.ts";

type Given = InferResponseType<(typeof api)["request-login"]["$post"], 200>;
type State = InferResponseType<typeof api.login.$get, 200>["state"];

/** A code for the bot, which knows who sends it. This browser waits until that person has confirmed. */
export function TelegramLogin({ onEnter }: { onEnter: () => Promise<void> }) {
	const t = useText();
	const begin = useMutation({
		mutationFn: () => ask(api["request-login"].$post()),
	});
	const given = begin.data;
	return (
		<Stack gap="sm">
			{given?.bot ? (
				<Waiting key={given.code} given={given} again={() => begin.mutate()} onEnter={onEnter} />
			) : (
				<Button
					size="md"
					leftSection={<IconBrandTelegram size={20} />}
					loading={begin.isPending}
					onClick={() => begin.mutate()}
				>
					{t("login-telegram")}
				</Button>
			)}
			{given?.bot === null && <Text size="sm">{t("login-unavailable")}</Text>}
			{begin.error && <ErrorBox error={begin.error} />}
		</Stack>
	);
}

function Waiting({
	given,
	again,
	onEnter,
}: {
	given: Given;
	again: () => void;
	onEnter: () => Promise<void>;
}) {
	const t = useText();
	const format = useFormat();
	const seconds = Math.round((new Date(given.expires_at).getTime() - useNow(1000)) / 1000);
	const login = useQuery({
		queryKey: ["login", given.code],
		queryFn: () => ask(api.login.$get()),
		refetchInterval: ({ state }) => (state.data && state.data.state !== "waiting" ? false : 2000),
	});
	const enter = useMutation({
		mutationFn: async () => {
			await ask(api.login.$post());
			await onEnter();
		},
	});
	const state: State = seconds <= 0 ? "expired" : (login.data?.state ?? "waiting");
	const { mutate } = enter;
	useEffect(() => {
		if (state === "confirmed") mutate();
	}, [state, mutate]);
	if (enter.error) return <ErrorBox error={enter.error} retry={() => enter.mutate()} />;
	if (state === "refused" || state === "expired")
		return (
			<Alert color="yellow" role="alert">
				<Stack gap="xs" align="flex-start">
					<Text size="sm">{t(`login-${state}`)}</Text>
					<Button size="xs" variant="default" onClick={again}>
						{t("login-again")}
					</Button>
				</Stack>
			</Alert>
		);
	const command = `/admin_login ${given.code}`;
	return (
		<Stack gap="xs">
			<Text size="sm" fw={600}>
				{t("login-code")}
			</Text>
			<Group gap="xs" wrap="nowrap">
				<Code fz="md" px="sm" py={6} flex={1}>
					{command}
				</Code>
				<CopyButton value={command}>
					{({ copied, copy }) => (
						<ActionIcon variant="default" size="lg" onClick={copy} aria-label={t(copied ? "copied" : "copy")}>
							{copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
						</ActionIcon>
					)}
				</CopyButton>
			</Group>
			<Text size="xs" c="dimmed">
				{t("login-code-about")} {t("login-expires", { time: format.duration(seconds) })}
			</Text>
			{given.bot && (
				<Button
					component="a"
					href={telegramLink(given.bot.link)}
					target="_blank"
					rel="noreferrer"
					variant="light"
				>
					{t("login-open-bot", { username: given.bot.username })}
				</Button>
			)}
			<Group gap="xs" role="status">
				<Loader size="xs" />
				<Text size="sm">{t("login-waiting")}</Text>
			</Group>
		</Stack>
	);
}
