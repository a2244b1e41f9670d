import { Alert, List, SimpleGrid, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../api/client.ts";
import type { Group } from "../../api/types.ts";
import { useFormat, useText, useWord } from "../../i18n/text.tsx";
import { None, When } from "../../ui/bits.tsx";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { Fact, Facts } from "../../ui/Facts.tsx";
import { Panel } from "../../ui/Panel.tsx";

/** The group as it is at Telegram now, and what the bot may do there. */
export function GroupAtTelegram({ group, topics }: { group: Group; topics: { id: number; name: string }[] }) {
	const t = useText();
	return (
		<SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" style={{ alignItems: "start" }}>
			<Stack gap="md">
				<Info id={String(group.id)} />
				<Panel title={t("known-here")}>
					<Facts>
						<Fact name={t("synced-at")}>
							<When at={group.synced_at} />
						</Fact>
						<Fact name={t("here-since")}>
							<When at={group.created_at} />
						</Fact>
						{group.is_forum && (
							<Fact name={t("topics")}>
								{topics.length === 0 ? <None /> : topics.map(({ name }) => name).join(", ")}
							</Fact>
						)}
					</Facts>
				</Panel>
			</Stack>
			<Permissions id={String(group.id)} />
		</SimpleGrid>
	);
}

function Info({ id }: { id: string }) {
	const t = useText();
	const format = useFormat();
	const { data, error, refetch } = useQuery({
		queryKey: ["group", id, "info"],
		queryFn: async () => (await ask(api.groups[":id"].info.$get({ param: { id } }))).info,
	});
	return (
		<Panel title={t("group-tab-telegram")}>
			{error && !data && <ErrorBox error={error} retry={() => void refetch()} />}
			{!error && !data && <Skeleton height={140} />}
			{data && (
				<Facts>
					<Fact name={t("group-name")}>{data.title}</Fact>
					<Fact name={t("description")}>{data.description ?? <None />}</Fact>
					<Fact name={t("members")}>{format.number(data.member_count)}</Fact>
					<Fact name={t("administrators")}>{format.number(data.administrators)}</Fact>
					<Fact name={t("join-by-request")}>{t(data.join_by_request ? "yes" : "no")}</Fact>
					<Fact name={t("forum")}>{t(data.is_forum ? "yes" : "no")}</Fact>
				</Facts>
			)}
		</Panel>
	);
}

function Permissions({ id }: { id: string }) {
	const t = useText();
	const word = useWord();
	const { data, error, refetch } = useQuery({
		queryKey: ["group", id, "permissions"],
		queryFn: async () => (await ask(api.groups[":id"].permissions.$get({ param: { id } }))).permissions,
	});
	return (
		<Panel title={t("permissions")}>
			{error && !data && <ErrorBox error={error} retry={() => void refetch()} />}
			{!error && !data && <Skeleton height={140} />}
			{data && (
				<Stack gap="sm">
					{data.missing.length > 0 && (
						<Alert color="yellow" title={t("permissions-missing")}>
							<List size="sm">
								{data.missing.map(({ right, switch_on }) => (
									<List.Item key={right}>{switch_on}</List.Item>
								))}
							</List>
						</Alert>
					)}
					<Text size="sm">{t(data.administrator ? "bot-is-admin" : "bot-is-no-admin")}</Text>
					{data.rights.length > 0 && (
						<List size="sm" spacing={2}>
							{data.rights.map((right) => (
								<List.Item key={right}>{word("right", right)}</List.Item>
							))}
						</List>
					)}
				</Stack>
			)}
		</Panel>
	);
}
