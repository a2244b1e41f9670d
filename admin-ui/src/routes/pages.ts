import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { kinds as mediaKinds } from "../../../src/media/rules/kinds.ts";
import { auditSearch } from "../pages/audit/filter.ts";
import {
	type DeliveryState,
	deliveryStates,
	type ListedState,
	listedStates,
} from "../pages/campaigns/states.ts";
import { type GroupState, type GroupTab, groupStates, groupTabs } from "../pages/groups/states.ts";
import { type Range, ranges, type Trend, trends } from "../pages/overview/trends.ts";
import { type MoneyTab, moneyTabs } from "../pages/payments/states.ts";
import { peopleSearch } from "../pages/people/filter.ts";
import { type PersonTab, personTabs } from "../pages/people/tabs.ts";
import { isDay } from "../pages/posts/days.ts";
import {
	type CalendarView,
	calendarViews,
	type PostingState,
	type PostState,
	type PostTab,
	postingStates,
	postStates,
	postTabs,
} from "../pages/posts/states.ts";
import {
	type PayoutState,
	payoutStates,
	type ReferralState,
	referralStates,
} from "../pages/referrals/states.ts";
import { type RequestKind, requestKinds, type Taken, takenBy } from "../pages/requests/states.ts";
import { type CreatorTab, creatorTabs, type SaleState, saleStates } from "../pages/shop/states.ts";
import { type StaffTab, staffTabs } from "../pages/staff/states.ts";
import { digits, groupId, oneOf, reads, shopId, words } from "../search.ts";
import type { LibrarySearch } from "../ui/media/search.ts";
import { shellRoute } from "./base.tsx";

export const overviewRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/",
	validateSearch: reads((search): { trend?: Trend; range?: Range } => {
		const [trend, range] = [oneOf(search.trend, trends), oneOf(search.range, ranges)];
		return { ...(trend ? { trend } : {}), ...(range ? { range } : {}) };
	}),
	component: lazyRouteComponent(() => import("../pages/overview/Overview.tsx"), "Overview"),
});

/** The address it is often looked for at. */
export const dashboardRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/dashboard",
	beforeLoad: () => {
		throw redirect({ to: "/", replace: true });
	},
});

export const peopleRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/people",
	validateSearch: reads(peopleSearch),
	component: lazyRouteComponent(() => import("../pages/people/People.tsx"), "People"),
});

/** The newest come first, unless the address says otherwise. */
const sortOf = (search: Record<string, unknown>): { sort?: "oldest" } =>
	search.sort === "oldest" ? { sort: "oldest" } : {};

export const personRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/people/$id",
	validateSearch: reads((search): { tab?: PersonTab } => {
		const tab = oneOf(search.tab, personTabs);
		return tab ? { tab } : {};
	}),
	component: lazyRouteComponent(() => import("../pages/people/Person.tsx"), "Person"),
});

export const reportsRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/reports",
	/** Those nobody has decided, unless all are asked for. */
	validateSearch: reads((search): { status?: "all" } => (search.status === "all" ? { status: "all" } : {})),
	component: lazyRouteComponent(() => import("../pages/reports/Reports.tsx"), "Reports"),
});

export const campaignsRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/campaigns",
	validateSearch: reads((search): { state?: ListedState } => {
		const state = oneOf(search.state, listedStates);
		return state ? { state } : {};
	}),
	component: lazyRouteComponent(() => import("../pages/campaigns/Campaigns.tsx"), "Campaigns"),
});

export const composeRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/campaigns/new",
	component: lazyRouteComponent(() => import("../pages/campaigns/Compose.tsx"), "Compose"),
});

export const templatesRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/campaigns/templates",
	component: lazyRouteComponent(() => import("../pages/campaigns/Templates.tsx"), "Templates"),
});

export const editCampaignRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/campaigns/$id/edit",
	component: lazyRouteComponent(() => import("../pages/campaigns/Compose.tsx"), "EditCampaign"),
});

export const campaignRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/campaigns/$id",
	validateSearch: reads((search): { state?: DeliveryState; q?: string } => {
		const [state, q] = [oneOf(search.state, deliveryStates), words(search.q)];
		return { ...(state ? { state } : {}), ...(q ? { q } : {}) };
	}),
	component: lazyRouteComponent(() => import("../pages/campaigns/Campaign.tsx"), "Campaign"),
});

interface PostsSearch {
	tab?: PostTab;
	state?: PostState;
	group?: string;
	campaign?: string;
	view?: CalendarView;
	day?: string;
}
export const postsRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/posts",
	/** Of a list one filter at most, as the API has it. */
	validateSearch: reads((search): PostsSearch => {
		const tab = oneOf(search.tab, postTabs);
		if (tab === "calendar") {
			const [view, day] = [oneOf(search.view, calendarViews), isDay(search.day)];
			return { tab, ...(view ? { view } : {}), ...(day ? { day } : {}) };
		}
		if (tab === "campaigns") return { tab };
		const [state, group] = [oneOf(search.state, postStates), groupId(search.group)];
		const campaign = digits(search.campaign);
		return state ? { state } : group ? { group } : campaign ? { campaign } : {};
	}),
	component: lazyRouteComponent(() => import("../pages/posts/Posts.tsx"), "Posts"),
});

export const composePostRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/posts/new",
	component: lazyRouteComponent(() => import("../pages/posts/ComposePost.tsx"), "ComposePost"),
});

export const postRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/posts/$id",
	validateSearch: reads((search): { state?: PostingState } => {
		const state = oneOf(search.state, postingStates);
		return state ? { state } : {};
	}),
	component: lazyRouteComponent(() => import("../pages/posts/Post.tsx"), "Post"),
});

export const newGroupCampaignRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/posts/campaigns/new",
	component: lazyRouteComponent(
		() => import("../pages/group-campaigns/NewGroupCampaign.tsx"),
		"NewGroupCampaign",
	),
});

export const groupCampaignRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/posts/campaigns/$id",
	component: lazyRouteComponent(() => import("../pages/group-campaigns/GroupCampaign.tsx"), "GroupCampaign"),
});

export const settingsRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/settings",
	validateSearch: reads((search): { q?: string } =>
		typeof search.q === "string" && search.q !== "" ? { q: search.q } : {},
	),
	component: lazyRouteComponent(() => import("../pages/settings/Settings.tsx"), "Settings"),
});

export const botsRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/bots",
	component: lazyRouteComponent(() => import("../pages/bots/Bots.tsx"), "Bots"),
});

export const failuresRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/failures",
	validateSearch: reads((search): { tab?: "updates"; q?: string } => {
		if (search.tab === "updates") return { tab: "updates" };
		const q = words(search.q);
		return q ? { q } : {};
	}),
	component: lazyRouteComponent(() => import("../pages/failures/Failures.tsx"), "Failures"),
});

export const auditRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/audit",
	validateSearch: reads(auditSearch),
	component: lazyRouteComponent(() => import("../pages/audit/Audit.tsx"), "Audit"),
});

interface GroupsSearch {
	tab?: "bans";
	state?: GroupState;
}
export const groupsRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/groups",
	validateSearch: reads((search): GroupsSearch => {
		const state = oneOf(search.state, groupStates);
		return search.tab === "bans" ? { tab: "bans" } : state ? { state } : {};
	}),
	component: lazyRouteComponent(() => import("../pages/groups/Groups.tsx"), "Groups"),
});

export const groupRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/groups/$id",
	validateSearch: reads((search): { tab?: GroupTab; posting?: PostingState } => {
		const tab = oneOf(search.tab, groupTabs);
		const posting = tab === "posts" ? oneOf(search.posting, postingStates) : undefined;
		return { ...(tab ? { tab } : {}), ...(posting ? { posting } : {}) };
	}),
	component: lazyRouteComponent(() => import("../pages/groups/Group.tsx"), "Group"),
});

interface ReferralsSearch {
	tab?: "payouts";
	state?: ReferralState;
	payout?: PayoutState;
}
export const referralsRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/referrals",
	validateSearch: reads((search): ReferralsSearch => {
		if (search.tab === "payouts") {
			const payout = oneOf(search.payout, payoutStates);
			return { tab: "payouts", ...(payout ? { payout } : {}) };
		}
		const state = oneOf(search.state, referralStates);
		return state ? { state } : {};
	}),
	component: lazyRouteComponent(() => import("../pages/referrals/Referrals.tsx"), "Referrals"),
});

export const mediaRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/media",
	validateSearch: reads((search): LibrarySearch => {
		const [q, kind] = [words(search.q), oneOf(search.kind, mediaKinds)];
		return { ...(q ? { q } : {}), ...(kind ? { kind } : {}) };
	}),
	component: lazyRouteComponent(() => import("../pages/media/Media.tsx"), "Media"),
});

interface PaymentsSearch {
	tab?: MoneyTab;
	user?: string;
	sort?: "oldest";
}
export const paymentsRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/payments",
	validateSearch: reads((search): PaymentsSearch => {
		const tab = oneOf(search.tab, moneyTabs);
		const user = digits(search.user);
		return {
			...(tab ? { tab } : {}),
			...(user ? { user } : {}),
			...sortOf(search),
		};
	}),
	component: lazyRouteComponent(() => import("../pages/payments/Payments.tsx"), "Payments"),
});

export const staffRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/staff",
	validateSearch: reads((search): { tab?: StaffTab } => {
		const tab = oneOf(search.tab, staffTabs);
		return tab ? { tab } : {};
	}),
	component: lazyRouteComponent(() => import("../pages/staff/Staff.tsx"), "Staff"),
});

export const accountRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/account",
	component: lazyRouteComponent(() => import("../pages/account/Account.tsx"), "Account"),
});

export const statusRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/status",
	component: lazyRouteComponent(() => import("../pages/status/Status.tsx"), "Status"),
});

interface RequestsSearch {
	state?: "closed";
	kind?: RequestKind;
	taken?: Taken;
}
export const requestsRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/requests",
	/** Those that are open, unless the closed ones are asked for. */
	validateSearch: reads((search): RequestsSearch => {
		const [kind, by] = [oneOf(search.kind, requestKinds), oneOf(search.taken, takenBy)];
		if (search.state === "closed") return { state: "closed", ...(kind ? { kind } : {}) };
		return { ...(kind ? { kind } : {}), ...(by ? { taken: by } : {}) };
	}),
	component: lazyRouteComponent(() => import("../pages/requests/Requests.tsx"), "Requests"),
});

export const requestRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/requests/$id",
	component: lazyRouteComponent(() => import("../pages/requests/Request.tsx"), "Request"),
});

export const creatorsRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/creators",
	validateSearch: reads((search): { q?: string } => {
		const q = words(search.q);
		return q ? { q } : {};
	}),
	component: lazyRouteComponent(() => import("../pages/shop/Creators.tsx"), "Creators"),
});

export const creatorRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/creators/$id",
	validateSearch: reads((search): { tab?: CreatorTab } => {
		const tab = oneOf(search.tab, creatorTabs);
		return tab ? { tab } : {};
	}),
	component: lazyRouteComponent(() => import("../pages/shop/CreatorPage.tsx"), "CreatorPage"),
});

export const salesRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: "/sales",
	validateSearch: reads((search): { creator?: string; product?: string; state?: SaleState } => {
		const [creator, product] = [shopId(search.creator), shopId(search.product)];
		const state = oneOf(search.state, saleStates);
		return { ...(creator ? { creator } : {}), ...(product ? { product } : {}), ...(state ? { state } : {}) };
	}),
	component: lazyRouteComponent(() => import("../pages/shop/Sales.tsx"), "Sales"),
});
