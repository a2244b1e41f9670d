import { SimpleGrid } from "@mantine/core";
import type { Overview } from "../../api/types.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { Figure } from "./Figure.tsx";

/** How it stands now, each with the list behind it. */
export function Figures({ overview }: { overview: Overview | undefined }) {
	const t = useText();
	const { number } = useFormat();
	const { users, chats, stars, bots } = overview ?? {};
	return (
		<SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
			<Figure
				name={t("overview-people")}
				value={users?.total}
				about={users && t("overview-complete-of", { count: number(users.complete) })}
				to="/people"
			/>
			<Figure
				name={t("overview-new-today")}
				value={users?.new_today}
				about={users && t("overview-new-week-of", { count: number(users.new_7_days) })}
			/>
			<Figure
				name={t("overview-vip")}
				value={users?.vip}
				about={users && t("overview-vip-ending", { count: number(users.vip_ending_7_days) })}
			/>
			<Figure name={t("overview-banned")} value={users?.banned} to="/people" search={{ banned: "true" }} />
			<Figure
				name={t("overview-chats-open")}
				value={chats === null ? null : chats?.open}
				about={chats ? t("overview-chats-waiting", { count: number(chats.waiting) }) : undefined}
			/>
			<Figure
				name={t("overview-stars")}
				value={stars?.received}
				about={
					stars && t("overview-stars-held", { held: number(stars.held), refunded: number(stars.refunded) })
				}
				to="/payments"
			/>
			<Figure
				name={t("overview-bots")}
				value={bots}
				about={bots === 0 ? t("overview-no-bots") : undefined}
				to="/bots"
			/>
			<Figure
				name={t("overview-outbox")}
				value={overview?.outbox}
				about={t("overview-outbox-about")}
				to="/status"
			/>
		</SimpleGrid>
	);
}
