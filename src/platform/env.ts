import { z } from "zod";
import { AppError } from "./errors.ts";

/** What a variable should look like is its error message: whoever deploys reads that first. */
const list = (value: string | undefined) =>
	(value ?? "")
		.split(",")
		.map((part) => part.trim())
		.filter((part) => part !== "");

const adminIds = "ADMIN_TELEGRAM_IDS must be Telegram ids with commas between, e.g. 123456789,987654321";

const key = (name: string) =>
	z
		.string(`${name} is missing: set a secret of 32 random bytes in base64 (openssl rand -base64 32)`)
		.regex(/^[A-Za-z0-9+/]{43}=$/, `${name} must be 32 bytes in base64 (openssl rand -base64 32)`);

const variables = z.object({
	TELEGRAM_API_ROOT: z.url(
		"TELEGRAM_API_ROOT must be the address of a Bot API server, e.g. https://api.telegram.org",
	),
	PUBLIC_URL: z.url(
		"PUBLIC_URL must be the address people and Telegram reach this Worker at, e.g. https://rialto.example.com",
	),
	/** Where the simulator stands, where it is Telegram. */
	SIMULATOR_URL: z.url("SIMULATOR_URL must be the address of the simulator").optional(),
	OWNER_KEY: z
		.string("OWNER_KEY is missing: set a secret of at least 16 characters, the bootstrap key of the owner")
		.min(16, "OWNER_KEY must have at least 16 characters"),
	ENCRYPTION_KEY: key("ENCRYPTION_KEY"),
	/** While the key changes: the one of before still opens what it sealed, see `sealed.ts`. */
	ENCRYPTION_KEY_PREVIOUS: key("ENCRYPTION_KEY_PREVIOUS").optional(),
	/** What hashes of people are made with. What they were made of is not kept, so it never changes. */
	HASH_KEY: key("HASH_KEY").optional(),
	/** For a backup every night: a token of Cloudflare's API that may edit D1, and `{account}/{database}`. */
	BACKUP_TOKEN: z.string().optional(),
	DATABASE: z.string().optional(),
	BACKUPS_KEPT: z.coerce.number("BACKUPS_KEPT must be a number").int().min(1).max(900).default(14),
	/** The Worker's name where it is deployed; its queues begin with it. */
	DEPLOYMENT: z.string().optional(),
	ADMIN_TELEGRAM_IDS: z
		.string()
		.optional()
		.transform(list)
		.pipe(
			z.array(
				z
					.string()
					.regex(/^[1-9]\d*$/, adminIds)
					.transform(Number),
			),
		),
	/** The bucket by S3's API: `https://{account}.r2.cloudflarestorage.com/{bucket}`; for links that need no Worker. */
	MEDIA_S3_URL: z.url("MEDIA_S3_URL must be the address of the bucket").optional(),
	MEDIA_S3_KEY_ID: z.string().optional(),
	MEDIA_S3_SECRET: z.string().optional(),
	/** Where mail to staff comes from. Without it and without SMTP nothing is mailed. */
	MAIL_FROM: z.string().optional(),
	/** A mail server to use instead of Cloudflare's binding. */
	SMTP_HOST: z.string().optional(),
	SMTP_PORT: z.coerce.number("SMTP_PORT must be a port, e.g. 587").int().min(1).max(65_535).default(587),
	SMTP_USER: z.string().optional(),
	SMTP_PASSWORD: z.string().optional(),
	SMTP_FROM: z.string().optional(),
	SETTINGS: z
		.string()
		.optional()
		.transform((text, context) => {
			try {
				return text ? JSON.parse(text) : {};
			} catch {
				context.addIssue('SETTINGS must be a JSON object of settings, e.g. {"chat.idle_end_minutes":30}');
				return z.NEVER;
			}
		})
		.pipe(
			z.record(
				z.string(),
				z.unknown(),
				'SETTINGS must be a JSON object of settings, e.g. {"chat.idle_end_minutes":30}',
			),
		),
	LOG_LEVEL: z
		.string()
		.default("info")
		.transform((level) => level.toLowerCase())
		.pipe(z.enum(["debug", "info", "warn", "error"], "LOG_LEVEL must be debug, info, warn or error")),
});

/** Without a key of its own the hashes' key is the first and only one there was. */
const environment = variables.transform((config) => ({
	...config,
	HASH_KEY: config.HASH_KEY ?? config.ENCRYPTION_KEY,
}));

export type Config = z.infer<typeof environment>;

const parsed = new WeakMap<object, Config>();

/**
 * The variables of `env`, checked once per isolate.
 * @throws AppError 503 naming each missing or malformed variable and what it should look like: no value of one
 */
export function readConfig(env: object): Config {
	const known = parsed.get(env);
	if (known) return known;
	const result = environment.safeParse(env);
	if (!result.success) {
		const lines = result.error.issues.map((issue) => {
			const name = String(issue.path[0]);
			return issue.message.includes(name) ? issue.message : `${name}: ${issue.message}`;
		});
		throw new AppError(503, "incomplete", `The environment is not complete:\n- ${lines.join("\n- ")}`);
	}
	parsed.set(env, result.data);
	return result.data;
}
