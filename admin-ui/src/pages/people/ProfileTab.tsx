import { SimpleGrid, Stack, Text } from "@mantine/core";
import type { User } from "../../api/types.ts";
import { useFormat, useText, useWord } from "../../i18n/text.tsx";
import { Actor, None, State, useNow, When } from "../../ui/bits.tsx";
import { Fact, Facts } from "../../ui/Facts.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { PersonData } from "./PersonData.tsx";

export function ProfileTab({ user }: { user: User }) {
	const t = useText();
	const word = useWord();
	const format = useFormat();
	const { profile, ban, now, bots } = user;
	const today = useNow();
	const botName = (id: number | null) => {
		const username = bots.find(({ bot_id }) => bot_id === id)?.username;
		return username ? `@${username}` : id === null ? null : String(id);
	};
	return (
		<SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" style={{ alignItems: "start" }}>
			<Stack gap="md">
				{ban && (
					<Panel title={t("ban")}>
						<Facts>
							<Fact name={t("reason")}>{word("ban-reason", ban.reason)}</Fact>
							<Fact name={t("until")}>{ban.until ? format.dateTime(ban.until) : t("for-good")}</Fact>
							<Fact name={t("banned-at")}>
								<When at={ban.banned_at} />
							</Fact>
							<Fact name={t("banned-by")}>
								<Actor name={ban.banned_by} />
							</Fact>
						</Facts>
					</Panel>
				)}
				<Panel title={t("person-called")}>
					<Facts>
						<Fact name={t("person-name")}>{user.name || <None />}</Fact>
						<Fact name={t("username")}>{user.username ? `@${user.username}` : <None />}</Fact>
						<Fact name={t("telegram-id")}>
							<span className="number">{user.id}</span>
						</Fact>
						{profile?.last_seen_on && (
							<Fact name={t("last-seen")}>
								<time dateTime={profile.last_seen_on}>{format.day(profile.last_seen_on, today)}</time>
							</Fact>
						)}
					</Facts>
				</Panel>
				<Panel title={t("person-profile")}>
					{profile && !user.age_refused_at ? (
						<Facts>
							<Fact name={t("language")}>
								{profile.language ? format.languageName(profile.language) : <None />}
							</Fact>
							<Fact name={t("gender")}>{profile.gender ? t(`gender-${profile.gender}`) : <None />}</Fact>
							<Fact name={t("age")}>{profile.age ?? <None />}</Fact>
							<Fact name={t("wish")}>{word("wish", profile.wish)}</Fact>
							<Fact name={t("vip-until")}>
								{profile.vip_until ? format.dateTime(profile.vip_until) : <None />}
							</Fact>
							<Fact name={t("terms")}>{profile.terms_version ?? <None />}</Fact>
							<Fact name={t("here-since")}>
								<When at={profile.created_at} />
							</Fact>
						</Facts>
					) : (
						<Text size="sm" c="dimmed">
							{t(user.age_refused_at ? "person-refused-about" : "person-no-profile")}
						</Text>
					)}
				</Panel>
			</Stack>
			<Stack gap="md">
				<Panel title={t("person-now")}>
					<Facts>
						<Fact name={t("state")}>{t(`now-${now.state}`)}</Fact>
						{now.bot_id !== null && <Fact name={t("bot")}>{botName(now.bot_id)}</Fact>}
						<Fact name={t("chats-so-far")}>{format.number(user.chats)}</Fact>
					</Facts>
				</Panel>
				<Panel title={t("nav-bots")}>
					{bots.length === 0 ? (
						<Text size="sm" c="dimmed">
							{t("person-no-bots")}
						</Text>
					) : (
						<Facts>
							{bots.map((bot) => (
								<Fact
									key={bot.bot_id}
									name={bot.username ? `@${bot.username}` : t("bot-removed", { id: String(bot.bot_id) })}
								>
									{bot.blocked_at ? (
										<State color="gray">{t("bot-blocked-at", { date: format.date(bot.blocked_at) })}</State>
									) : (
										<When at={bot.started_at} />
									)}
								</Fact>
							))}
						</Facts>
					)}
				</Panel>
				<PersonData id={String(user.id)} />
			</Stack>
		</SimpleGrid>
	);
}
