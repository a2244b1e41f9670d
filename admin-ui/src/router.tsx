import type { QueryClient } from "@tanstack/react-query";
import { createRouter } from "@tanstack/react-router";
import { Broken, rootRoute, shellRoute } from "./routes/base.tsx";
import { linkLoginRoute, loginRoute } from "./routes/login.ts";
import {
	accountRoute,
	auditRoute,
	botsRoute,
	campaignRoute,
	campaignsRoute,
	composePostRoute,
	composeRoute,
	creatorRoute,
	creatorsRoute,
	dashboardRoute,
	editCampaignRoute,
	failuresRoute,
	groupCampaignRoute,
	groupRoute,
	groupsRoute,
	mediaRoute,
	newGroupCampaignRoute,
	overviewRoute,
	paymentsRoute,
	peopleRoute,
	personRoute,
	postRoute,
	postsRoute,
	referralsRoute,
	reportsRoute,
	requestRoute,
	requestsRoute,
	salesRoute,
	settingsRoute,
	staffRoute,
	statusRoute,
	templatesRoute,
} from "./routes/pages.ts";
import { parseSearch, stringifySearch } from "./search.ts";
import { NotFound } from "./ui/NotFound.tsx";

const routeTree = rootRoute.addChildren([
	loginRoute,
	linkLoginRoute,
	shellRoute.addChildren([
		overviewRoute,
		dashboardRoute,
		peopleRoute,
		personRoute,
		reportsRoute,
		requestsRoute,
		requestRoute,
		groupsRoute,
		groupRoute,
		campaignsRoute,
		composeRoute,
		templatesRoute,
		editCampaignRoute,
		campaignRoute,
		postsRoute,
		composePostRoute,
		postRoute,
		newGroupCampaignRoute,
		groupCampaignRoute,
		mediaRoute,
		referralsRoute,
		paymentsRoute,
		settingsRoute,
		botsRoute,
		failuresRoute,
		auditRoute,
		statusRoute,
		staffRoute,
		accountRoute,
		creatorsRoute,
		creatorRoute,
		salesRoute,
	]),
]);

export const createAppRouter = (queryClient: QueryClient) =>
	createRouter({
		routeTree,
		basepath: "/admin",
		context: { queryClient },
		parseSearch,
		stringifySearch,
		defaultPreload: "intent",
		scrollRestoration: true,
		defaultNotFoundComponent: NotFound,
		defaultErrorComponent: Broken,
	});

declare module "@tanstack/react-router" {
	interface Register {
		router: ReturnType<typeof createAppRouter>;
	}
}
