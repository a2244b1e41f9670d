import { applyD1Migrations, env } from "cloudflare:test";

type Migrations = Parameters<typeof applyD1Migrations>[1];

// Every test file has storage of its own.
await applyD1Migrations(env.DB, (env as unknown as { TEST_MIGRATIONS: Migrations }).TEST_MIGRATIONS);

// What goes wrong is printed; a test that looks at the other lines spies on them.
console.info = () => undefined;
console.warn = () => undefined;
