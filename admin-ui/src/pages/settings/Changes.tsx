import { Code, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { cut } from "../../../../src/platform/text.ts";
import { api, ask } from "../../api/client.ts";
import type { Setting } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { Actor, Go, When } from "../../ui/bits.tsx";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { Panel } from "../../ui/Panel.tsx";
import classes from "./Settings.module.css";

const shown = 8;

/** Who changed what last. */
export function Changes({ labels }: { labels: Setting[] }) {
	const t = useText();
	const { data, error, refetch } = useQuery({
		queryKey: ["audit", "settings"],
		queryFn: async () => {
			const query = { action: "setting.changed", limit: String(shown) };
			return (await ask(api.audit.$get({ query }))).entries;
		},
	});
	const short = (value: unknown) => {
		const text = JSON.stringify(value) ?? "–";
		return text.length > 60 ? `${cut(text, 60)}…` : text;
	};
	return (
		<Panel
			title={t("settings-changes")}
			actions={
				<Go to="/audit" search={{ action: "setting.changed" }}>
					{t("nav-audit")}
				</Go>
			}
		>
			{error && !data && <ErrorBox error={error} retry={() => void refetch()} />}
			{data?.length === 0 && (
				<Text size="sm" c="dimmed">
					{t("settings-changes-none")}
				</Text>
			)}
			<div>
				{data?.map(({ id, subject, at, actor, details }) => {
					const { from, to } = (details ?? {}) as { from?: unknown; to?: unknown };
					return (
						<div key={id} className={classes.setting}>
							<Text size="sm">
								{labels.find(({ key }) => key === subject)?.label ?? subject}
								<Text span size="xs" c="dimmed" display="block">
									<Actor name={actor} /> · <When at={at} />
								</Text>
							</Text>
							<Text size="sm" style={{ overflowWrap: "anywhere" }}>
								<Code>{short(from)}</Code> → <Code>{short(to)}</Code>
							</Text>
						</div>
					);
				})}
			</div>
		</Panel>
	);
}
