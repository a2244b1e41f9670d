import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { sessionQuery } from "../../api/session.ts";

/** Goes on to where whoever has just signed in wanted to go. */
export function useEnter(next: string | undefined): () => Promise<void> {
	const navigate = useNavigate();
	const queries = useQueryClient();
	return async () => {
		await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
		await navigate({ href: next ?? "/", replace: true });
	};
}
