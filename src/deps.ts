import { createLocks, type Locks } from "./chat/locks/service.ts";
import { createReports, type Reports } from "./chat/reports/service.ts";
import { type Chat, createChat } from "./chat/service.ts";
import { reviewChat } from "./chat/settings.ts";
import { createDelivery, type Delivery, type SendJob } from "./delivery/service.ts";
import { transmitBy } from "./delivery/transmit.ts";
import { eraserBy } from "./groups/clearing/erase.ts";
import { type Clearings, createClearings } from "./groups/clearing/service.ts";
import { createPosts, type PostJob, type Posts, type SenderNeeds } from "./groups/posts/service.ts";
import { type Albums, createAlbums } from "./groups/service/albums.ts";
import { createSharedBans, type SharedBans } from "./groups/service/bans.ts";
import { createJoins, type Joins } from "./groups/service/joins.ts";
import { createModeration, type Moderation } from "./groups/service/moderation.ts";
import { groupData } from "./groups/service/personal-data.ts";
import { createGroups, type Groups } from "./groups/service.ts";
import { createMonitoring, type Monitoring } from "./insights/monitoring.ts";
import { createInsights, type Insights } from "./insights/service.ts";
import { outboxHandlers } from "./outbox-handlers.ts";
import { createPayments, type Payments } from "./payments/service.ts";
import { createDirectory, type Directory } from "./people/directory.ts";
import { type Appeals, createAppeals } from "./people/service/appeals.ts";
import { type Channels, createChannels } from "./people/service/channels.ts";
import { createNotices } from "./people/service/notices.ts";
import { createRights, type Rights } from "./people/service/rights.ts";
import { createSupport, type Support } from "./people/service/support.ts";
import { createPeople, type People } from "./people/service.ts";
import { type Alerts, controlChat, createAlerts } from "./platform/alerts.ts";
import { type Db, openDb } from "./platform/db.ts";
import { createDeadJobs, type DeadJobs } from "./platform/dead-jobs.ts";
import { type Config, readConfig } from "./platform/env.ts";
import type { HttpEnv } from "./platform/http.ts";
import { newId } from "./platform/ids.ts";
import { Log } from "./platform/log.ts";
import { type Metrics, metricsBy } from "./platform/metrics.ts";
import type { OutboxHandlers } from "./platform/outbox.ts";
import { getRegistry, type Registry } from "./platform/registry.ts";
import { createRequests, type Requests } from "./platform/requests.ts";
import { problemsOf } from "./platform/settings.ts";
import type { Admins } from "./platform/staff-chat.ts";
import { webhookUrl } from "./platform/telegram.ts";
import { type Affiliates, createAffiliates } from "./referrals/service/affiliates.ts";
import { createPayouts, type Payouts } from "./referrals/service/payouts.ts";
import { referralData } from "./referrals/service/personal-data.ts";
import { createReferrals, type Referrals } from "./referrals/service.ts";
import { allSettings } from "./settings.ts";
import { createAdmins } from "./staff/admins.ts";
import { type Broadcast, broadcastOwner, createBroadcast } from "./staff/broadcast.ts";
import { createDoctor, type Doctor } from "./staff/doctor.ts";

import { staffData } from "./staff/personal-data.ts";
import { createStaff, type Staff } from "./staff/service.ts";
import { createSetup, type Setup } from "./staff/setup.ts";
import { createTeamServices, type TeamServices } from "./staff/team-services.ts";
import { createWatch, type Watch } from "./staff/watch.ts";

/** Everything a handler may ask for, made of the bindings of one invocation. */
export interface Deps extends TeamServices {
	env: Env;
	config: Config;
	log: Log;
	db: Db;
	now: () => number;
	registry: Registry;
	people: People;
	payments: Payments;
	delivery: Delivery;
	broadcast: Broadcast;
	chat: Chat;
	reports: Reports;
	locks: Locks;
	appeals: Appeals;
	channels: Channels;
	support: Support;
	rights: Rights;
	requests: Requests;
	referrals: Referrals;
	affiliates: Affiliates;
	payouts: Payouts;
	groups: Groups;
	moderation: Moderation;
	albums: Albums;
	joins: Joins;
	sharedBans: SharedBans;
	clearings: Clearings;
	posts: Posts;
	alerts: Alerts;
	admins: Admins;
	staff: Staff;
	directory: Directory;
	watch: Watch;
	deadJobs: DeadJobs;
	insights: Insights;
	monitoring: Monitoring;
	metrics: Metrics;
	doctor: Doctor;
	setup: Setup;
	outbox: OutboxHandlers;
}

/** What a route of a capability's api finds. */
export type ApiEnv = HttpEnv & { Variables: { deps: Deps } };

/** Environments whose SETTINGS were looked through: once an isolate is enough. */
const checked = new WeakSet<Env>();

/** Bindings become services here, for requests, queues and the clock alike. */
export async function createDeps(env: Env, log?: Log): Promise<Deps> {
	const config = readConfig(env);
	const registry = await getRegistry(env);
	if (!checked.has(env)) {
		checked.add(env);
		for (const problem of problemsOf(config.SETTINGS, allSettings)) {
			new Log(config.LOG_LEVEL).warn("staff", "SETTINGS has something that does not count", { problem });
		}
	}
	const deps = {
		env,
		config,
		registry,
		log: log ?? new Log(config.LOG_LEVEL),
		db: openDb(env.DB),
		now: () => Date.now(),
	};
	const chat = createChat(env, registry.settings);
	const alerts = createAlerts(deps);
	const admins = createAdmins(deps);
	const needs = {
		...deps,
		settings: registry.settings,
		persons: env.PERSON,
		events: env.EVENTS,
		alerts,
		admins,
		guests: { expel: async (userId: number) => void (await chat.expel(userId, "excluded", null)) },
	};
	const people = createPeople(needs);
	const notices = createNotices({ ...needs, people });
	const payments = createPayments({
		...needs,
		people,
		notices,
		lastSearch: async (userId) => env.PERSON.getByName(String(userId)).lastSearch(),
	});
	const pacerOf = (name: string) => env.PACER.getByName(name);
	const sending: Pick<SenderNeeds, "transmit" | "pacer" | "sleep" | "newToken"> = {
		transmit: transmitBy(env),
		pacer: {
			lease: async (botId, lane, count) => pacerOf(`bot:${botId}`).lease(lane, count),
			heldUntil: async (botId) => (await pacerOf(`bot:${botId}`).pace()).penaltyUntil,
		},
		sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
		newToken: () => newId("pump"),
	};
	const enqueue = async (job: SendJob | PostJob, delaySeconds = 0) =>
		void (await env.SEND.send(job, { delaySeconds }));
	const delivery = createDelivery({
		...needs,
		...sending,
		enqueue,
		owners: [broadcastOwner(people)],
		alert: (no, text) => alerts.send(text, { page: `campaigns/${no}` }),
	});
	const support = createSupport(needs);
	const requests = createRequests(deps);
	const reports = createReports({ ...deps, people, chat, alerts });
	const room = registry.settings.get(reviewChat) || registry.settings.get(controlChat);
	const { ledger, grants, sellLockCredits: sellCredits } = payments;
	const locks = createLocks({ ...needs, chat, ledger, sellCredits });
	const affiliates = createAffiliates({ ...needs, ledger });
	const payouts = createPayouts({ ...needs, ledger, notices });
	const referrals = createReferrals({
		...needs,
		people,
		notices,
		grants,
		chats: async (userId) => (await env.PERSON.getByName(String(userId)).counts()).chats,
	});
	const groups = createGroups(needs);
	const { calls } = groups;
	const joins = createJoins({ ...needs, calls });
	const sharedBans = createSharedBans({ ...needs, calls, keepOut: joins.keepOut });
	const posts = createPosts({
		...needs,
		...sending,
		enqueue,
		calls,
		people,
		delivery,
		groupPacer: { lease: async (groupId) => pacerOf(`group:${groupId}`).lease("bulk", 1) },
	});
	const staff = createStaff({ ...deps, allSettings });
	const metrics = metricsBy(env.METRICS);
	const queues = { events: env.EVENTS, send: env.SEND, delete: env.DELETE };
	const insights = createInsights({
		...needs,
		bots: registry.bots,
		pools: () => chat.counts([...registry.bots.keys()]),
	});
	const directory = createDirectory(deps);
	return {
		...deps,
		people,
		payments,
		delivery,
		broadcast: createBroadcast({
			...needs,
			people,
			delivery,
			admit: async (limit) => pacerOf("api:broadcast").admit(limit, 3600),
		}),
		chat,
		reports,
		locks,
		appeals: createAppeals({ ...deps, people, alerts, room }),
		channels: createChannels(needs),
		support,
		// Whoever keeps something of people is in here; referrals before the ledger they stand on.
		rights: createRights({
			...needs,
			data: [
				referralData(deps),
				payments.data,
				chat.data,
				reports.data,
				locks.data,
				support.data,
				requests.data,
				delivery.data,
				groupData(deps),
				staffData(deps),
			],
		}),
		requests,
		referrals,
		affiliates,
		payouts,
		groups,
		moderation: createModeration({ ...needs, calls }),
		albums: createAlbums(deps),
		joins,
		sharedBans,
		clearings: createClearings({
			...needs,
			eraser: eraserBy(calls),
			enqueue: async (job, delaySeconds = 0) => void (await env.DELETE.send(job, { delaySeconds })),
		}),
		posts,
		alerts,
		admins,
		staff,
		...createTeamServices(deps, pacerOf),
		directory,
		watch: createWatch(deps),
		deadJobs: createDeadJobs({ ...deps, queues }),
		insights,
		monitoring: createMonitoring({
			...needs,
			...{ metrics, queues },
			webhookUrl: (botId) => webhookUrl(config, botId),
			chats: insights.chats,
			pace: async (botId) => pacerOf(`bot:${botId}`).pace(),
		}),
		metrics,
		setup: createSetup(deps),
		doctor: createDoctor({ ...deps, allSettings }),
		outbox: outboxHandlers({
			...deps,
			people,
			chat,
			groups,
			sharedBans,
			reports,
			locks,
			payments,
			affiliates,
			referrals,
			payouts,
		}),
	};
}
