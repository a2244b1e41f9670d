import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../api/client.ts";
import { assigneesQuery } from "../../api/requests.ts";
import type { StaffRequest } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { useAction } from "../../ui/useAction.tsx";

/** Who of the team looks after it: anybody can give it to anybody. */
export function Assign({ row: { id, taken_by } }: { row: StaffRequest }) {
	const t = useText();
	const { data = [] } = useQuery(assigneesQuery);
	const changes = [["inbox"], ["audit"]];
	const param = { id };
	const give = useAction((to: string) => ask(api.requests[":id"].assign.$post({ param, json: { to } })), {
		...{ done: () => t("inbox-assigned-done"), changes },
	});
	const release = useAction(() => ask(api.requests[":id"].release.$post({ param })), {
		...{ done: () => t("inbox-released-done"), changes },
	});
	const team = data.map(({ id: member, name }) => ({ value: `staff:${member}`, label: name }));
	// Who took it by the owner key, or left the team since.
	const other = taken_by !== null && !team.some(({ value }) => value === taken_by);
	const label = taken_by === "owner" ? t("actor-owner") : (taken_by ?? "");
	return (
		<Select
			size="xs"
			aria-label={t("inbox-assign")}
			placeholder={t("inbox-taken-none")}
			clearable
			clearButtonProps={{ "aria-label": t("inbox-release") }}
			disabled={give.isPending || release.isPending}
			value={taken_by}
			data={other && taken_by ? [...team, { value: taken_by, label }] : team}
			onChange={(value) => {
				if (value === null) release.mutate(undefined);
				else if (value !== taken_by) give.mutate(value.replace(/^staff:/, ""));
			}}
		/>
	);
}
