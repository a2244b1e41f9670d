import { Container } from "@mantine/core";
import type { QueryClient } from "@tanstack/react-query";
import {
	createRootRouteWithContext,
	createRoute,
	type ErrorComponentProps,
	redirect,
} from "@tanstack/react-router";
import { sessionQuery } from "../api/session.ts";
import { Shell } from "../shell/Shell.tsx";
import { ErrorBox } from "../ui/ErrorBox.tsx";

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()();

/** Every page of whoever is signed in. */
export const shellRoute = createRoute({
	getParentRoute: () => rootRoute,
	id: "shell",
	beforeLoad: async ({ context, location }) => {
		const session = await context.queryClient.ensureQueryData(sessionQuery);
		if (!session) throw redirect({ to: "/login", search: { next: location.href } });
		// Who is for accounts alone may not read what is counted of all.
		if (location.pathname === "/" && !session.permissions.people)
			throw redirect({ to: "/creators", replace: true });
	},
	component: Shell,
	errorComponent: Broken,
});

export function Broken({ error, reset }: ErrorComponentProps) {
	return (
		<Container size="sm" py="xl">
			<ErrorBox error={error} retry={reset} />
		</Container>
	);
}
