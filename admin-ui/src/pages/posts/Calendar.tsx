import {
	ActionIcon,
	Button,
	EmptyState,
	Group,
	Paper,
	SegmentedControl,
	Skeleton,
	Stack,
	Text,
	Title,
} from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconCalendarOff, IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import { useFormat, useText } from "../../i18n/text.tsx";
import { oneOf } from "../../search.ts";
import { useNow } from "../../ui/bits.tsx";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { Agenda, Days } from "./CalendarDays.tsx";
import { type Entry, entriesByDay, isCut } from "./calendar-entries.ts";
import { dayOf, daysOf, plusDays, startOf, turned } from "./days.ts";
import { NewPost } from "./PostList.tsx";
import { type CalendarView, calendarViews } from "./states.ts";

/** What is planned and what was posted, day by day. */
export function Calendar() {
	const t = useText();
	const can = useCan();
	const format = useFormat();
	const today = dayOf(new Date(useNow()));
	const { view = "month", day = today } = useSearch({ from: "/shell/posts" });
	const navigate = useNavigate({ from: "/posts" });
	const phone = useMediaQuery("(max-width: 48em)") ?? false;
	const days = daysOf(view, day);
	const [first = day] = days;
	const range = {
		from: startOf(first).toISOString(),
		to: startOf(plusDays(days.at(-1) ?? day, 1)).toISOString(),
	};
	const { data, error, refetch, isPlaceholderData } = useQuery({
		queryKey: ["posts", "calendar", range],
		queryFn: () => ask(api.posts.calendar.$get({ query: range })),
		placeholderData: keepPreviousData,
		refetchInterval: 30_000,
	});
	const show = (next: { view?: CalendarView; day?: string }) => {
		const [newView, newDay] = [next.view ?? view, next.day ?? day];
		void navigate({
			search: {
				tab: "calendar",
				...(newView === "month" ? {} : { view: newView }),
				...(newDay === today ? {} : { day: newDay }),
			},
			replace: true,
			resetScroll: false,
		});
	};
	const title =
		view === "month"
			? format.month(day)
			: `${format.date(range.from)} – ${format.date(startOf(days.at(-1) ?? day).toISOString())}`;
	const entries: Map<string, Entry[]> = data ? entriesByDay(data) : new Map();
	const filled = days.some((one) => entries.has(one));
	return (
		<Stack gap="md">
			<Group justify="space-between" gap="sm">
				<Group gap="xs">
					<ActionIcon
						variant="default"
						size="lg"
						onClick={() => show({ day: turned(view, day, -1) })}
						aria-label={t("calendar-before")}
					>
						<IconChevronLeft size={18} />
					</ActionIcon>
					<ActionIcon
						variant="default"
						size="lg"
						onClick={() => show({ day: turned(view, day, 1) })}
						aria-label={t("calendar-after")}
					>
						<IconChevronRight size={18} />
					</ActionIcon>
					<Button
						variant="default"
						size="sm"
						onClick={() => show({ day: today })}
						disabled={days.includes(today) && day === today}
					>
						{t("calendar-today")}
					</Button>
					<Title order={2} size="h4" aria-live="polite">
						{title}
					</Title>
				</Group>
				<SegmentedControl
					aria-label={t("calendar-view")}
					value={view}
					onChange={(value) => show({ view: oneOf(value, calendarViews) ?? "month" })}
					data={calendarViews.map((value) => ({ value, label: t(`calendar-${value}`) }))}
				/>
			</Group>
			{error && !data && <ErrorBox error={error} retry={() => void refetch()} />}
			{!error && !data && <Skeleton height={phone ? 320 : 480} />}
			{data && (
				<div aria-busy={isPlaceholderData} style={{ opacity: isPlaceholderData ? 0.6 : 1 }}>
					{phone ? (
						filled && <Agenda days={days} entries={entries} today={today} />
					) : (
						<Days
							view={view}
							days={days}
							entries={entries}
							today={today}
							month={day.slice(0, 7)}
							onDay={(one) => show({ view: "week", day: one })}
						/>
					)}
					{!filled && (
						<Paper withBorder p="xl" mt={phone ? 0 : "md"}>
							<EmptyState
								icon={<IconCalendarOff stroke={1.5} />}
								title={t("calendar-none")}
								description={t("calendar-none-about")}
							>
								{can("groups") && (
									<EmptyState.Actions>
										<NewPost />
									</EmptyState.Actions>
								)}
							</EmptyState>
						</Paper>
					)}
				</div>
			)}
			<Text size="xs" c="dimmed">
				{t("calendar-about", { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
				{data && isCut(data) && ` ${t("calendar-cut")}`}
			</Text>
		</Stack>
	);
}
