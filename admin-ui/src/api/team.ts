import { queryOptions, useQuery } from "@tanstack/react-query";
import { useText } from "../i18n/text.tsx";
import { api, ask } from "./client.ts";
import { sessionQuery, useCan } from "./session.ts";

export const teamQuery = queryOptions({
	queryKey: ["team"],
	queryFn: async () => (await ask(api.staff.$get())).staff,
	staleTime: 60_000,
});

/** Names of the team by their ids. Who may not see the team knows themselves, and tells the others apart. */
export function useStaffName(): (id: string) => string {
	const t = useText();
	const can = useCan();
	const { data: session } = useQuery(sessionQuery);
	const { data: team } = useQuery({ ...teamQuery, enabled: can("staff", "read") });
	return (id) =>
		(session?.staff?.id === id ? session.staff.name : team?.find((one) => one.id === id)?.name) ??
		t("actor-staff", { tail: id.slice(-4) });
}
