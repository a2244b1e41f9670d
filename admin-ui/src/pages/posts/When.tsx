import {
	Alert,
	NumberInput,
	SegmentedControl,
	Select,
	SimpleGrid,
	Stack,
	Text,
	TextInput,
} from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useMediaQuery } from "@mantine/hooks";
import { useMemo } from "react";
import { formatsFor } from "../../i18n/format.ts";
import { hereZone } from "../../i18n/local-time.ts";
import { useFormat, useLanguage, useText } from "../../i18n/text.tsx";
import { useNow } from "../../ui/bits.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { nextTimes, type PostDraft, type Unit, unitSeconds, whens } from "./draft.ts";

const zones = () => ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
const daily = ["0 9 * * *", "0 9 * * 1-5", "0 18 * * 5", "0 12 1 * *"] as const;

/** Now, once at a time, or again and again. */
export function When({ form }: { form: UseFormReturnType<PostDraft> }) {
	const t = useText();
	const { when, at } = form.values;
	const data = useMemo(zones, []);
	const phone = useMediaQuery("(max-width: 40em)") ?? false;
	const again = when === "cron" || when === "every";
	return (
		<Panel title={t("post-when")}>
			<SegmentedControl
				orientation={phone ? "vertical" : "horizontal"}
				aria-label={t("post-when")}
				data={whens.map((value) => ({ value, label: t(`post-when-${value}`) }))}
				{...form.getInputProps("when")}
			/>
			{when === "cron" && (
				<>
					<SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
						<TextInput
							label={t("post-cron")}
							description={t("post-cron-about")}
							spellCheck={false}
							autoCapitalize="off"
							{...form.getInputProps("cron")}
						/>
						<Select
							label={t("post-zone")}
							description={t("post-zone-about")}
							searchable
							allowDeselect={false}
							limit={80}
							data={data}
							{...form.getInputProps("time_zone")}
						/>
					</SimpleGrid>
					<Select
						label={t("post-cron-often")}
						placeholder={t("post-cron-choose")}
						value={daily.find((cron) => cron === form.values.cron) ?? null}
						onChange={(cron) => cron && form.setFieldValue("cron", cron)}
						data={daily.map((cron, no) => ({ value: cron, label: t(`post-cron-${no + 1}`) }))}
					/>
				</>
			)}
			{when === "every" && (
				<SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
					<NumberInput
						label={t("post-every")}
						min={1}
						max={365}
						allowDecimal={false}
						{...form.getInputProps("every")}
					/>
					<Select
						label={t("post-unit")}
						allowDeselect={false}
						data={(Object.keys(unitSeconds) as Unit[]).map((unit) => ({
							value: unit,
							label: t(`post-unit-${unit}`),
						}))}
						{...form.getInputProps("unit")}
					/>
				</SimpleGrid>
			)}
			{when !== "now" && (
				<SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
					<TextInput
						type="datetime-local"
						label={t(again ? "post-from" : "post-at")}
						description={again && at === "" ? t("post-from-now") : t("post-zone-here", { zone: hereZone() })}
						{...form.getInputProps("at")}
					/>
					{again && (
						<NumberInput
							label={t("post-rounds")}
							description={t("post-rounds-about")}
							placeholder={t("post-rounds-ever")}
							min={1}
							max={1000}
							allowDecimal={false}
							{...form.getInputProps("rounds")}
						/>
					)}
				</SimpleGrid>
			)}
			{again && <Next draft={form.values} />}
		</Panel>
	);
}

/** The next five times, as the server would have them. */
function Next({ draft }: { draft: PostDraft }) {
	const t = useText();
	const format = useFormat();
	const { language } = useLanguage();
	const { times, faults } = nextTimes(draft, useNow());
	const elsewhere =
		draft.when === "cron" && !faults.time_zone && draft.time_zone !== hereZone()
			? formatsFor(language, draft.time_zone, navigator.languages)
			: null;
	if (times.length === 0)
		return (
			<Alert color="yellow" role="status">
				{t(faults.cron ? "post-cron-wrong" : faults.at ? "ban-until-future" : "post-zone-wrong")}
			</Alert>
		);
	return (
		<Stack gap={2} role="status" aria-label={t("post-next-times")}>
			<Text size="sm" fw={500}>
				{t("post-next-times")}
			</Text>
			{times.map((time) => {
				const iso = new Date(time).toISOString();
				return (
					<Text key={time} size="sm" className="number" style={{ whiteSpace: "normal" }}>
						{`${weekdayOf(language, time)} `}
						{format.dateTime(iso)}
						{elsewhere && (
							<Text span size="xs" c="dimmed">
								{` · ${t("post-there", { time: elsewhere.dateTime(iso), zone: draft.time_zone })}`}
							</Text>
						)}
					</Text>
				);
			})}
		</Stack>
	);
}

const weekdayOf = (language: string, time: number) =>
	new Intl.DateTimeFormat(language, { weekday: "short" }).format(time);
