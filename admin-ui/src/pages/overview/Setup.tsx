import { Alert, Button, CloseButton, Group, Progress, Stack, Text } from "@mantine/core";
import { IconCircle, IconCircleCheckFilled } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { useState } from "react";
import { api, ask } from "../../api/client.ts";
import { useText } from "../../i18n/text.tsx";
import { Go } from "../../ui/bits.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useAction } from "../../ui/useAction.tsx";

type Step = InferResponseType<typeof api.setup.$get, 200>["steps"][number];
type Tested = "alerts" | "review" | "support";

const dismissed = {
	get: () => localStorage.getItem("setup-dismissed") !== null,
	set: () => localStorage.setItem("setup-dismissed", "yes"),
};

/** What a new deployment still needs. Once all is done it can be put away. */
export function Setup() {
	const t = useText();
	const [away, setAway] = useState(dismissed.get);
	const { data } = useQuery({ queryKey: ["setup"], queryFn: () => ask(api.setup.$get()) });
	if (!data || (data.done && away)) return null;
	if (data.done)
		return (
			<Alert color="teal" title={t("setup-done")} icon={<IconCircleCheckFilled />}>
				<Group justify="space-between" gap="xs">
					<Text size="sm">{t("setup-done-about")}</Text>
					<CloseButton
						aria-label={t("setup-dismiss")}
						onClick={() => {
							dismissed.set();
							setAway(true);
						}}
					/>
				</Group>
			</Alert>
		);
	const done = data.steps.filter((step) => step.done).length;
	return (
		<Panel title={t("setup")}>
			<Group gap="sm" wrap="nowrap">
				<Progress
					value={(done / data.steps.length) * 100}
					flex={1}
					maw={240}
					aria-label={t("setup-so-far", { done, of: data.steps.length })}
				/>
				<Text size="sm" c="dimmed">
					{t("setup-so-far", { done, of: data.steps.length })}
				</Text>
			</Group>
			<Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
				{data.steps.map((step) => (
					<SetupLine key={step.step} {...step} />
				))}
			</Stack>
		</Panel>
	);
}

function SetupLine({ step, done, setting, tested }: Step) {
	const t = useText();
	const test = useAction(() => ask(api.setup[":step"].test.$post({ param: { step: step as Tested } })), {
		done: () => t("setup-tested"),
	});
	const [to, search] = setting
		? ["/settings", { q: setting }]
		: [step === "bot" ? "/bots" : "/groups", undefined];
	const Icon = done ? IconCircleCheckFilled : IconCircle;
	return (
		<Group component="li" gap="sm" wrap="nowrap" align="flex-start">
			<Icon
				size={20}
				role="img"
				aria-label={t(done ? "setup-step-done" : "setup-step-open")}
				style={{ flex: "none", color: done ? "var(--mantine-color-teal-7)" : "var(--mantine-color-dimmed)" }}
			/>
			<Group gap="xs" justify="space-between" flex={1}>
				<div style={{ flex: "1 1 14rem" }}>
					<Text size="sm" fw={done ? 400 : 600}>
						{done ? (
							t(`setup-${step}`)
						) : (
							<Go to={to} {...(search ? { search } : {})}>
								{t(`setup-${step}`)}
							</Go>
						)}
					</Text>
					{!done && (
						<Text size="xs" c="dimmed" maw="60ch">
							{t(`setup-${step}-about`)}
						</Text>
					)}
				</div>
				{tested && done && (
					<Button
						size="compact-sm"
						variant="default"
						loading={test.isPending}
						aria-label={t("setup-test-name", { name: t(`setup-${step}`) })}
						onClick={() => test.mutate(undefined)}
					>
						{t("setup-test")}
					</Button>
				)}
			</Group>
		</Group>
	);
}
