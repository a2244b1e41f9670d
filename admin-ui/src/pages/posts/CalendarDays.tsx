import { Paper, Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { IconCheck, IconClock } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useFormat, useText } from "../../i18n/text.tsx";
import classes from "./Calendar.module.css";
import type { Entry } from "./calendar-entries.ts";
import { startOf } from "./days.ts";
import { excerptLine } from "./excerpt.ts";
import type { CalendarView } from "./states.ts";

interface Shown {
	days: string[];
	entries: Map<string, Entry[]>;
	today: string;
}

const shownInMonth = 3;

/** Seven days beside each other. */
export function Days({
	view,
	days,
	entries,
	today,
	month,
	onDay,
}: Shown & { view: CalendarView; month: string; onDay: (day: string) => void }) {
	const t = useText();
	const format = useFormat();
	return (
		<Paper withBorder className={classes.frame}>
			<div className={classes.week} aria-hidden>
				{days.slice(0, 7).map((day) => (
					<Text key={day} size="xs" c="dimmed" fw={600} px={8} py={6}>
						{format.weekday(day)}
					</Text>
				))}
			</div>
			<ol className={classes.grid} data-view={view}>
				{days.map((day) => {
					const all = entries.get(day) ?? [];
					const shown = view === "month" && all.length > shownInMonth + 1 ? all.slice(0, shownInMonth) : all;
					return (
						<li key={day} className={classes.day} data-beside={view === "month" && !day.startsWith(month)}>
							<time
								dateTime={day}
								className={classes.number}
								data-today={day === today}
								{...(day === today ? { "aria-current": "date" } : {})}
							>
								<span aria-hidden>{Number(day.slice(8))}</span>
								<span className={classes.unseen}>{format.date(startOf(day).toISOString())}</span>
							</time>
							{shown.map((entry) => (
								<Chip key={entry.key} entry={entry} />
							))}
							{shown.length < all.length && (
								<UnstyledButton className={classes.more} onClick={() => onDay(day)}>
									{t("calendar-more", { count: all.length - shown.length })}
								</UnstyledButton>
							)}
						</li>
					);
				})}
			</ol>
		</Paper>
	);
}

/** The days that have something, below each other. */
export function Agenda({ days, entries, today }: Shown) {
	const format = useFormat();
	return (
		<Stack gap="md">
			{days
				.filter((day) => entries.has(day))
				.map((day) => (
					<section key={day}>
						<Title order={3} size="h6" mb={6} {...(day === today ? { "aria-current": "date" } : {})}>
							{format.weekday(day)}, {format.date(startOf(day).toISOString())}
						</Title>
						<Stack gap={6}>
							{entries.get(day)?.map((entry) => (
								<Chip key={entry.key} entry={entry} wide />
							))}
						</Stack>
					</section>
				))}
		</Stack>
	);
}

function Chip({ entry, wide = false }: { entry: Entry; wide?: boolean }) {
	const t = useText();
	const format = useFormat();
	const { kind, postId, at, excerpt, groups } = entry;
	const words = excerptLine(excerpt, t("post-title", { id: String(postId) }));
	const Icon = kind === "posted" ? IconCheck : IconClock;
	const what = kind === "posted" ? t("calendar-posted-in", { count: groups ?? 0 }) : t("calendar-planned");
	return (
		<Link
			to="/posts/$id"
			params={{ id: String(postId) }}
			className={classes.entry}
			data-kind={kind}
			data-wide={wide}
			title={`${what}: ${words}`}
		>
			<Icon size={12} aria-hidden />
			<span className="number">{format.time(at)}</span>
			<span className={classes.unseen}>{what}:</span>
			<span className={classes.words}>{words}</span>
			{wide && kind === "posted" && <span className="number">{format.number(groups ?? 0)}</span>}
		</Link>
	);
}
