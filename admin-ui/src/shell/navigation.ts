import {
	type Icon,
	IconAffiliate,
	IconAlertHexagon,
	IconBuildingStore,
	IconCalendarEvent,
	IconFlag,
	IconHeartbeat,
	IconHistory,
	IconHome,
	IconInbox,
	IconMessages,
	IconPhoto,
	IconReceipt,
	IconRobot,
	IconSettings,
	IconShoppingBag,
	IconSpeakerphone,
	IconUserShield,
	IconUsers,
} from "@tabler/icons-react";
import type { Area } from "../api/areas.ts";

interface NavItem {
	to: string;
	text: string;
	icon: Icon;
	/** null: everybody of the team. */
	area: Area | null;
}

/** What there is, in the order it is shown. */
export const navigation: { text: string; items: NavItem[] }[] = [
	{ text: "nav-group-home", items: [{ to: "/", text: "nav-overview", icon: IconHome, area: "people" }] },
	{
		text: "nav-group-community",
		items: [
			{ to: "/people", text: "nav-people", icon: IconUsers, area: "people" },
			{ to: "/reports", text: "nav-reports", icon: IconFlag, area: "reports" },
			{ to: "/requests", text: "nav-requests", icon: IconInbox, area: "requests" },
			{ to: "/groups", text: "nav-groups", icon: IconMessages, area: "groups" },
		],
	},
	{
		text: "nav-group-outreach",
		items: [
			{ to: "/campaigns", text: "nav-campaigns", icon: IconSpeakerphone, area: "campaigns" },
			{ to: "/posts", text: "nav-posts", icon: IconCalendarEvent, area: "groups" },
			{ to: "/media", text: "nav-media", icon: IconPhoto, area: "campaigns" },
			{ to: "/referrals", text: "nav-referrals", icon: IconAffiliate, area: "referrals" },
		],
	},
	{
		text: "nav-group-shop",
		items: [
			{ to: "/creators", text: "nav-creators", icon: IconBuildingStore, area: "shop" },
			{ to: "/sales", text: "nav-sales", icon: IconShoppingBag, area: "sales" },
		],
	},
	{
		text: "nav-group-money",
		items: [{ to: "/payments", text: "nav-payments", icon: IconReceipt, area: "payments" }],
	},
	{
		text: "nav-group-system",
		items: [
			{ to: "/settings", text: "nav-settings", icon: IconSettings, area: "settings" },
			{ to: "/bots", text: "nav-bots", icon: IconRobot, area: "bots" },
			{ to: "/status", text: "nav-status", icon: IconHeartbeat, area: "system" },
			{ to: "/failures", text: "nav-failures", icon: IconAlertHexagon, area: "system" },
			{ to: "/audit", text: "nav-audit", icon: IconHistory, area: "system" },
			{ to: "/staff", text: "nav-staff", icon: IconUserShield, area: "staff" },
		],
	},
];
