import { DatabaseSync } from "node:sqlite";

/** How much there is: 1 is a million people. */
export type Size = number;

/** Rows by SQL alone, as millions are to be written: `n` counts from 1. */
const series = (count: number) =>
	`WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${count})`;

/** An id as typeid makes them: sorts by `n`. */
const idOf = (prefix: string) => `'${prefix}_' || printf('%026d', n)`;

export const botId = 7001;
export const personId = 100_500;

/** Fills a database with a crowd and what it left behind. */
export function fill(file: string, size: Size, now: number): Record<string, number> {
	const db = new DatabaseSync(file);
	db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;");
	const people = Math.round(1_000_000 * size);
	const [orders, reports, bans] = [people / 2, people / 20, people / 50].map(Math.round) as [
		number,
		number,
		number,
	];
	const campaigns = 50;
	const perCampaign = people / 10;
	const groups = Math.max(20, Math.round(1_000 * size));
	const ago = (span: number) => `${now} - (n * 7919 % ${span}) * 1000`;
	const insert = (table: string, columns: string, count: number, values: string) =>
		db.exec(`INSERT INTO ${table} (${columns}) ${series(count)} SELECT ${values} FROM n`);
	db.exec("BEGIN");
	insert(
		"people",
		"id, language, gender, age, wish, vip_until, version, created_at",
		people,
		`100000 + n, CASE n % 4 WHEN 0 THEN 'en' WHEN 1 THEN 'pt' WHEN 2 THEN 'ru' ELSE 'fr' END,
		CASE n % 3 WHEN 0 THEN 'male' WHEN 1 THEN 'female' ELSE 'other' END, 18 + n % 50, 'any',
		CASE WHEN n % 20 = 0 THEN ${now} + (n % 60 - 20) * 86400000 END, 1, ${ago(31_536_000)}`,
	);
	insert("person_bots", "user_id, bot_id, started_at", people, `100000 + n, ${botId}, ${now}`);
	insert(
		"bans",
		"user_id, reason, banned_at, banned_by, version",
		bans,
		`100000 + n * 20, 'spam', ${ago(8_000_000)}, 'owner', 1`,
	);
	insert(
		"orders",
		"id, user_id, bot_id, kind, stars, renews, terms, state, created_at, expires_at",
		orders,
		`${idOf("ord")}, 100000 + n % ${people} + 1, ${botId}, 'vip', 100, 0, '{"days":30}', 'paid', ${ago(31_536_000)}, ${now}`,
	);
	insert(
		"payments",
		"charge_id, order_id, user_id, bot_id, stars, state, recurring, paid_at",
		orders,
		`'charge' || n, ${idOf("ord")}, 100000 + n % ${people} + 1, ${botId}, 100, 'credited', 0, ${ago(31_536_000)}`,
	);
	insert(
		"ledger_entries",
		"user_id, account, amount, cause, at",
		orders,
		`100000 + n % ${people} + 1, 'stars', 100, 'payment:' || n, ${now}`,
	);
	insert(
		"refund_requests",
		"payment_id, user_id, state, created_at",
		orders / 50,
		`n * 10, 100000 + n, 'open', ${ago(900_000)}`,
	);
	insert(
		"reports",
		"id, chat_id, reporter_id, reported_id, reported_bot_id, reason, created_at, status",
		reports,
		`${idOf("report")}, 'chat_' || n, 100000 + n, 100001 + n, ${botId}, 'spam', ${now}, CASE WHEN n % 50 = 0 THEN 'open' ELSE 'dismissed' END`,
	);
	insert(
		"requests",
		"id, kind, ref, user_id, state, created_at",
		reports,
		`${idOf("req")}, CASE n % 4 WHEN 0 THEN 'support' WHEN 1 THEN 'refund' WHEN 2 THEN 'payout' ELSE 'appeal' END, n, 100000 + n,
		CASE WHEN n % 20 = 0 THEN 'open' ELSE 'closed' END, ${ago(900_000)}`,
	);
	insert(
		"audit_entries",
		"id, at, actor, action, subject",
		orders,
		`${idOf("aud")}, ${now}, 'staff:' || (n % 9), 'thing.' || (n % 30), 'subject' || (n % 5000)`,
	);
	insert(
		"failed_updates",
		`id, tries, error, "update", failed_at`,
		people / 100,
		`'${botId}:' || n, 3, 'boom', '{}', ${ago(2_000_000)}`,
	);
	insert(
		"campaigns",
		"owner, state, content, audience, expanded, total, created_at, created_by, changed_at, counts",
		campaigns,
		`'broadcast', 'finished', '{"message":"x"}', '{"audience":"all","bots":[${botId}]}', 1, ${perCampaign}, ${now}, 'owner', ${now},
		'${JSON.stringify({ sent: perCampaign * 0.98, failed: perCampaign * 0.02, skipped: 0, unknown: 0, cancelled: 0, errors: 0 })}'`,
	);
	for (let no = 1; no <= campaigns; no++) {
		const base = no * 2 ** 32;
		insert(
			"deliveries",
			"id, bot_id, state, message_id, note",
			perCampaign,
			`${base} + n, ${botId}, CASE WHEN n % 50 = 0 THEN 'failed' ELSE 'sent' END, n, CASE WHEN n % 50 = 0 THEN 'Forbidden: bot was blocked by the user' END`,
		);
		insert(
			"delivery_blocks",
			`id, bot_id, first, last, done, sent, failed`,
			perCampaign / 100,
			`${no * 2 ** 20} + n, ${botId}, ${base} + n * 100 - 99, ${base} + n * 100, 1, 98, 2`,
		);
	}
	insert(
		"groups",
		"id, bot_id, title, type, is_forum, state, options, created_at",
		groups,
		`-1000000000000 - n, ${botId}, 'Group ' || n, 'supergroup', 0, CASE WHEN n % 10 = 0 THEN 'waiting' ELSE 'active' END, '{}', ${now}`,
	);
	insert(
		"group_history",
		"id, group_id, at, action, actor",
		people / 10,
		`${idOf("gh")}, -1000000000000 - (n % ${groups} + 1), ${now}, 'warned', 'admins'`,
	);
	insert(
		"clearings",
		"group_id, bot_id, own, filter, state, total, wake_at, created_at, created_by, changed_at, message_ids",
		people / 100,
		`-1000000000000 - (n % ${groups} + 1), ${botId}, 1, '{}', 'done', 100, ${now}, ${now}, 'owner', ${now}, '[]'`,
	);
	insert(
		"group_campaigns",
		"name, state, created_at, created_by, changed_at",
		people / 1_000,
		`'Campaign ' || n, 'complete', ${now}, 'owner', ${now}`,
	);
	insert(
		"posts",
		"campaign_no, content, state, created_at, created_by, changed_at",
		people / 100,
		`(n - 1) / 10 + 1, '{"message":"x"}', 'done', ${now}, 'owner', ${now}`,
	);
	insert(
		"postings",
		"post_no, round, group_id, bot_id, state, due_at, message_id, sent_at, version",
		people / 5,
		`(n - 1) / 20 + 1, n % 20, -1000000000000 - (n % ${groups} + 1), ${botId}, 'sent', ${ago(7_776_000)}, n, ${ago(7_776_000)}, 1`,
	);
	insert(
		"group_bans",
		"person, reason, banned_at, banned_by",
		bans,
		`100000 + n, 'spam', ${ago(900_000)}, 'owner'`,
	);
	insert(
		"referrals",
		"id, newcomer_id, referrer_id, state, vip_days, gift_days, created_at",
		people / 5,
		`${idOf("ref")}, 100000 + n, 100000 + n % 999, CASE WHEN n % 20 = 0 THEN 'held' ELSE 'counted' END, 3, 0, ${now}`,
	);
	insert(
		"payouts",
		"id, user_id, stars, state, asked_by, created_at",
		people / 100,
		`${idOf("payout")}, 100000 + n, 500, CASE WHEN n % 50 = 0 THEN 'requested' ELSE 'paid' END, 'u' || n, ${now}`,
	);
	insert(
		"findings",
		"id, bot_id, what, stars, at",
		500,
		`'in:' || n, ${botId}, 'unexplained', 5, ${now} - n`,
	);
	insert(
		"dead_jobs",
		"id, queue, job, error, died_at",
		500,
		`${idOf("dead")}, 'send-dead', '{"kind":"pump"}', 'boom', ${now}`,
	);
	insert(
		"staff",
		"id, name, email, role, created_at, updated_at",
		20,
		`'staff' || n, 'Somebody', 'staff' || n || '@example.com', 'operator', ${now}, ${now}`,
	);
	insert(
		"staff_sessions",
		"id, token, user_id, created_at, updated_at, expires_at",
		200,
		`'session' || n, 'token' || n, 'staff' || (n % 20 + 1), ${now}, ${now}, ${now} + 86400000`,
	);
	insert(
		"hours",
		"hour, counts",
		24 * 400,
		`${now} - ${now} % 3600000 - n * 3600000, '${JSON.stringify(hourCounts)}'`,
	);
	db.exec("COMMIT; ANALYZE;");
	const rows = Object.fromEntries(
		["people", "deliveries", "orders", "payments", "reports", "audit_entries"].map((table) => [
			table,
			Number((db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n),
		]),
	);
	db.close();
	return rows;
}

const hourCounts = {
	...{ new_users: 1, purchases: 1, stars_received: 1, stars_refunded: 0, failed_updates: 0 },
	...{ chats_begun: 1, users_now: 1, vip_now: 1, chats_now: 1, waiting_now: 1 },
};
