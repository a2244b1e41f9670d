import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { sessionQuery } from "../api/session.ts";
import { letters, reads, safeNext } from "../search.ts";
import { rootRoute } from "./base.tsx";

const loginSearch = reads((search): { next?: string } => {
	const next = safeNext(search.next);
	return next ? { next } : {};
});

export const loginRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: "/login",
	validateSearch: loginSearch,
	beforeLoad: async ({ context, search }) => {
		// A server that can't say who is there is no reason to hide the ways in.
		const session = await context.queryClient.ensureQueryData(sessionQuery).catch(() => null);
		if (session) throw redirect({ href: `/admin${search.next ?? "/"}`, replace: true });
	},
	component: lazyRouteComponent(() => import("../pages/login/Login.tsx"), "Login"),
});

const linkSearch = reads((search): { token?: string; next?: string } => {
	const [token, next] = [letters(search.token), safeNext(search.next)];
	return { ...(token ? { token } : {}), ...(next ? { next } : {}) };
});

export const linkLoginRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: "/login/link",
	validateSearch: linkSearch,
	component: lazyRouteComponent(() => import("../pages/login/LinkLogin.tsx"), "LinkLogin"),
});
