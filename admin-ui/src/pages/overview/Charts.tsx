import "@mantine/charts/styles.css";
import { BarChart, DonutChart } from "@mantine/charts";
import { ColorSwatch, Group, SimpleGrid, Stack, Table, Text, VisuallyHidden } from "@mantine/core";
import type { Stats } from "../../api/types.ts";
import { useFormat, useText, useWord } from "../../i18n/text.tsx";
import { None } from "../../ui/bits.tsx";
import { Panel } from "../../ui/Panel.tsx";

const colors = ["lagoon.7", "orange.5", "indigo.4", "grape.4", "gray.5"];

/** Who the people are. What a picture shows stands in words beside it. */
export default function Charts({ stats }: { stats: Stats }) {
	const t = useText();
	const word = useWord();
	const format = useFormat();
	const share = (count: number) => (stats.users.total > 0 ? format.percent(count / stats.users.total) : "");
	const genders = Object.entries(stats.by_gender).map(([gender, value], i) => ({
		name: word("gender", gender),
		value,
		color: colors[i % colors.length] ?? "gray.5",
	}));
	const languages = Object.entries(stats.by_language)
		.sort(([, a], [, b]) => b - a)
		.map(([tag, people]) => ({
			name: /^[a-z]{2,3}$/.test(tag) ? format.languageName(tag) : t("overview-none-yet"),
			people,
		}));
	const ages = Object.entries(stats.by_age)
		.sort(([one], [other]) => one.localeCompare(other))
		.map(([age, people]) => ({ name: age === "unknown" ? t("overview-none-yet") : age, people }));
	return (
		<>
			<SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
				<Panel title={t("overview-by-language")}>
					<VisuallyHidden>
						{languages.map(({ name, people }) => `${name}: ${format.number(people)}`).join(", ")}
					</VisuallyHidden>
					{languages.length === 0 ? (
						<Text c="dimmed">{t("overview-nobody")}</Text>
					) : (
						<Bars rows={languages} />
					)}
				</Panel>
				<Panel title={t("overview-by-gender")}>
					<Group gap="lg">
						<DonutChart
							data={
								genders.some(({ value }) => value > 0) ? genders : [{ name: "", value: 1, color: "gray.3" }]
							}
							size={104}
							thickness={16}
							withTooltip={false}
							pieChartProps={{ accessibilityLayer: false }}
							pieProps={{ isAnimationActive: false, rootTabIndex: -1 }}
							aria-hidden
						/>
						<Stack gap={8} flex={1} miw={150}>
							{genders.map(({ name, value, color }) => (
								<Group key={name} gap="xs" wrap="nowrap">
									<ColorSwatch
										size={10}
										color={`var(--mantine-color-${color.replace(".", "-")})`}
										withShadow={false}
									/>
									<Text size="sm" flex={1}>
										{name}
									</Text>
									<Text size="sm" className="number">
										{format.number(value)}{" "}
										<Text span c="dimmed" size="xs">
											{share(value)}
										</Text>
									</Text>
								</Group>
							))}
							{genders.length === 0 && <Text c="dimmed">{t("overview-nobody")}</Text>}
						</Stack>
					</Group>
				</Panel>
				<Panel title={t("overview-by-age")}>
					<VisuallyHidden>
						{ages.map(({ name, people }) => `${name}: ${format.number(people)}`).join(", ")}
					</VisuallyHidden>
					{ages.length === 0 ? <Text c="dimmed">{t("overview-nobody")}</Text> : <Bars rows={ages} />}
				</Panel>
			</SimpleGrid>
			<Panel title={t("overview-by-bot")}>
				<Table aria-label={t("overview-by-bot")} horizontalSpacing="xs">
					<Table.Thead>
						<Table.Tr>
							<Table.Th>{t("bot")}</Table.Th>
							<Table.Th ta="right">{t("overview-started")}</Table.Th>
							<Table.Th ta="right">{t("overview-blocked")}</Table.Th>
						</Table.Tr>
					</Table.Thead>
					<Table.Tbody>
						{stats.by_bot.map(({ bot_id, username, users, blocked }) => (
							<Table.Tr key={bot_id}>
								<Table.Td>{username ? `@${username}` : t("bot-removed", { id: String(bot_id) })}</Table.Td>
								<Table.Td ta="right">{format.number(users)}</Table.Td>
								<Table.Td ta="right">
									{blocked === 0 ? (
										<None />
									) : (
										<>
											{format.number(blocked)}{" "}
											<Text span c="dimmed" size="xs">
												{format.percent(blocked / Math.max(1, users))}
											</Text>
										</>
									)}
								</Table.Td>
							</Table.Tr>
						))}
					</Table.Tbody>
				</Table>
			</Panel>
		</>
	);
}

function Bars({ rows }: { rows: { name: string; people: number }[] }) {
	const t = useText();
	const format = useFormat();
	return (
		<BarChart
			h={Math.max(120, rows.length * 36)}
			data={rows}
			dataKey="name"
			orientation="vertical"
			gridAxis="none"
			tickLine="none"
			withXAxis={false}
			withBarValueLabel
			// Room for the number behind the longest bar.
			barChartProps={{ accessibilityLayer: false, margin: { right: 56 } }}
			yAxisProps={{ width: 96 }}
			barProps={{ radius: 4, maxBarSize: 22, isAnimationActive: false }}
			valueFormatter={format.number}
			series={[{ name: "people", label: t("overview-people"), color: "lagoon.7" }]}
			aria-hidden
		/>
	);
}
