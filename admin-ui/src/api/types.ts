import type { InferRequestType, InferResponseType } from "hono/client";
import type { api } from "./client.ts";

/** What the API gives, by the name of the thing. */
export type Stats = InferResponseType<typeof api.stats.$get, 200>["stats"];
export type Overview = InferResponseType<typeof api.overview.$get, 200>["overview"];
export type Monitoring = InferResponseType<typeof api.monitoring.$get, 200>;
export type User = InferResponseType<(typeof api.users)[":id"]["$get"], 200>["user"];
export type ListedUser = InferResponseType<typeof api.users.$get, 200>["users"][number];
export type Money = InferResponseType<(typeof api.users)[":id"]["money"]["$get"], 200>;
export type Report = InferResponseType<typeof api.reports.$get, 200>["reports"][number];
export type Campaign = InferResponseType<(typeof api.campaigns)[":id"]["$get"], 200>;
export type ListedCampaign = InferResponseType<typeof api.campaigns.$get, 200>["campaigns"][number];
export type BroadcastInput = InferRequestType<typeof api.broadcast.$post>["json"];
export type Template = InferResponseType<typeof api.templates.$get, 200>["templates"][number];
export type Setting = InferResponseType<typeof api.config.$get, 200>["settings"][number];
export type AuditEntry = InferResponseType<typeof api.audit.$get, 200>["entries"][number];
export type Group = InferResponseType<typeof api.groups.$get, 200>["groups"][number];
export type Payment = InferResponseType<typeof api.payments.$get, 200>["payments"][number];
export type Referral = InferResponseType<typeof api.referrals.$get, 200>["referrals"][number];
export type Payout = InferResponseType<typeof api.payouts.$get, 200>["payouts"][number];
export type StaffRequest = InferResponseType<typeof api.requests.$get, 200>["requests"][number];
export type Member = InferResponseType<typeof api.staff.$get, 200>["staff"][number];
export type Invitation = InferResponseType<typeof api.staff.invitations.$get, 200>["invitations"][number];
export type Key = InferResponseType<typeof api.keys.$get, 200>["keys"][number];
export type StaffSession = InferResponseType<typeof api.session.list.$get, 200>["sessions"][number];
export type PostInput = InferRequestType<typeof api.posts.$post>["json"];
export type ListedPost = InferResponseType<typeof api.posts.$get, 200>["posts"][number];
export type Post = InferResponseType<(typeof api.posts)[":no"]["$get"], 200>["post"];
export type Posting = InferResponseType<
	(typeof api.posts)[":no"]["postings"]["$get"],
	200
>["postings"][number];
export type ListedGroupCampaign = InferResponseType<
	(typeof api)["group-campaigns"]["$get"],
	200
>["campaigns"][number];
export type GroupCampaign = InferResponseType<
	(typeof api)["group-campaigns"][":no"]["$get"],
	200
>["campaign"];
export type Clearing = InferResponseType<(typeof api.clearings)[":no"]["$get"], 200>["clearing"];
export type Media = InferResponseType<(typeof api.media)[":id"]["$get"], 200>;
export type Bot = InferResponseType<typeof api.bots.$get, 200>["bots"][number];
export type ListedCreator = InferResponseType<typeof api.creators.$get, 200>["creators"][number];
export type Creator = InferResponseType<(typeof api.creators)[":id"]["$get"], 200>["creator"];
export type Product = Creator["products"][number];
export type ProductInput = InferRequestType<(typeof api.creators)[":id"]["products"]["$post"]>["json"];
export type PromoCode = InferResponseType<
	(typeof api.creators)[":id"]["codes"]["$get"],
	200
>["codes"][number];
export type Revenue = InferResponseType<(typeof api.creators)[":id"]["revenue"]["$get"], 200>;
export type Sale = InferResponseType<typeof api.sales.$get, 200>["sales"][number];
export type Account = InferResponseType<typeof api.accounts.$get, 200>["accounts"][number];
