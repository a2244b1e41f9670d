import { expect, test } from "vitest";
import { settingsProblems } from "./known-settings.ts";
import { readStartEnv } from "./start-env.ts";
import { meantForPeople } from "./worker-output.ts";

test("the Worker and the simulator don't share a port, where there is a simulator", () => {
	expect(() => readStartEnv({ PORT: "9000", SIMULATOR_PORT: "9000" })).toThrow(
		"PORT and SIMULATOR_PORT are both 9000",
	);
	expect(() => readStartEnv({ SIMULATOR_PORT: "8787" })).toThrow("are both 8787");
	const live = { PORT: "9000", SIMULATOR_PORT: "9000", TELEGRAM_API_ROOT: "https://api.telegram.org" };
	expect(readStartEnv(live).port).toBe(9000);
	expect(() => readStartEnv({ PORT: "70000" })).toThrow("PORT:");
});

test.each([
	['{"chat.idle_end_minutes":', ["SETTINGS is not JSON", `'{"chat.idle_end_minutes":30}'`]],
	["[1]", ["SETTINGS is a list", "A JSON object is wanted"]],
	["null", ["SETTINGS is null", "A JSON object is wanted"]],
	["30", ["SETTINGS is a number", "A JSON object is wanted"]],
	['{"chat.idle_end_minute":30}', ["chat.idle_end_minute", "Did you mean chat.idle_end_minutes?"]],
	['{"idle_end_minutes":30}', ["Did you mean chat.idle_end_minutes?"]],
	['{"weather.is_fine":true}', ["weather.is_fine: there is no such setting", "GET /api/config"]],
	['{"chat.idle_end_minutes":"x"}', ["expected number", "By default 15."]],
])("SETTINGS=%s is refused, and what is right is said", (SETTINGS, words) => {
	const problems = settingsProblems({ SETTINGS });
	expect(problems).toHaveLength(1);
	for (const word of words) expect(problems[0]).toContain(word);
});

test("what is right is not refused; a variable that is a setting is looked at as well", () => {
	expect(settingsProblems({ SETTINGS: '{"chat.idle_end_minutes":30}', ENABLE_VIP: "false" })).toEqual([]);
	expect(settingsProblems({})).toEqual([]);
	expect(settingsProblems({ ENABLE_VIP: "maybe" })).toEqual([
		expect.stringContaining("ENABLE_VIP: must be true or false"),
	]);
	expect(settingsProblems({ REQUIRED_CHANNEL_1: "@rialto", REQUIRED_CHANNEL_2: "" })).toEqual([]);
});

test("of what wrangler prints, the Worker's log, mail and errors are shown", () => {
	const isMeant = meantForPeople();
	const shown = [
		"\u001b[33m▲ [WARNING] Processing wrangler.json configuration:",
		'    - "local_dev.experimental_s3_credentials" fields are experimental',
		"Your Worker has access to the following bindings:",
		"env.PERSON (Person)      Durable Object      local",
		"[wrangler:info] GET /health 200 OK (3ms)",
		'{"level":"warn","area":"staff","message":"alert"}',
		"✉ To ada@rialto.test: Your link",
		"",
		"http://localhost:8787/admin/login/link?token=x",
		"[wrangler:info] POST /api/login/link 200 OK (3ms)",
		"\u001b[31m✘ [ERROR] Uncaught (in promise) Error: no",
		"    at somewhere.ts:1",
		"",
		"⎔ Reloading local server...",
	].filter(isMeant);
	expect(shown).toEqual([
		expect.stringContaining("alert"),
		expect.stringContaining("✉"),
		"",
		expect.stringContaining("token=x"),
		expect.stringContaining("✘"),
		expect.stringContaining("somewhere"),
	]);
});

test("links to files lead to this machine's bucket, and behind a tunnel to the Worker", () => {
	const bucket = (variables: Record<string, string>) => readStartEnv(variables).workerVars.MEDIA_S3_URL;
	const path = "/cdn-cgi/local/r2/s3/rialto-media";
	expect(bucket({})).toBe(`http://localhost:8787${path}`);
	expect(bucket({ PORT: "9000" })).toBe(`http://localhost:9000${path}`);
	expect(bucket({ PUBLIC_URL: "http://127.0.0.1:9000/" })).toBe(`http://127.0.0.1:9000${path}`);
	expect(bucket({ PUBLIC_URL: "https://rialto.example.com" })).toBeUndefined();
	expect(bucket({ MEDIA_S3_URL: `http://127.0.0.1:8787${path}` })).toBe(`http://127.0.0.1:8787${path}`);
});
