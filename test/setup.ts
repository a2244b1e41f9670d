import { applyD1Migrations, env } from "cloudflare:test";

// Every test file has storage of its own.
await applyD1Migrations(env.DB, (env as unknown as { TEST_MIGRATIONS: D1Migration[] }).TEST_MIGRATIONS);
