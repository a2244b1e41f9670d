import { Button, CloseButton, Group, Skeleton, Stack, Text } from "@mantine/core";
import { IconAlertTriangleFilled, IconCircleCheckFilled, IconStethoscope } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { api, ask } from "../../api/client.ts";
import { useText } from "../../i18n/text.tsx";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { Panel } from "../../ui/Panel.tsx";

/** Examined when somebody asks: it writes and reads everywhere, which takes a while. */
export function useDoctor() {
	const t = useText();
	const examine = useMutation({ mutationFn: () => ask(api.doctor.$get()) });
	const button = (
		<Button
			variant="default"
			leftSection={<IconStethoscope size={16} />}
			loading={examine.isPending}
			onClick={() => examine.mutate()}
		>
			{t("doctor-run")}
		</Button>
	);
	return { examine, button };
}

export function DoctorPanel({ doctor: { examine } }: { doctor: ReturnType<typeof useDoctor> }) {
	const t = useText();
	const { data, error, isPending, mutate, reset } = examine;
	if (isPending) return <Skeleton height={160} aria-busy />;
	if (error) return <ErrorBox error={error} retry={() => mutate()} />;
	if (!data) return null;
	return (
		<Panel title={t("doctor")} actions={<CloseButton aria-label={t("close")} onClick={reset} />}>
			<Text size="sm" role="status">
				{t(data.ok ? "doctor-well" : "doctor-ill")}
			</Text>
			<Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
				{data.checks.map(({ name, ok, detail, fix }) => {
					const Icon = ok ? IconCircleCheckFilled : IconAlertTriangleFilled;
					return (
						<Group component="li" key={name} gap="sm" wrap="nowrap" align="flex-start">
							<Icon
								size={20}
								role="img"
								aria-label={t(ok ? "doctor-check-ok" : "doctor-check-wrong")}
								style={{ flex: "none", color: `var(--mantine-color-${ok ? "teal" : "red"}-7)` }}
							/>
							<div style={{ minWidth: 0, overflowWrap: "anywhere" }}>
								<Text size="sm" fw={600}>
									{name}
								</Text>
								<Text size="sm" c="dimmed">
									{detail}
								</Text>
								{fix && <Text size="sm">{fix}</Text>}
							</div>
						</Group>
					);
				})}
			</Stack>
		</Panel>
	);
}
