import { expect, test } from "vitest";
import { readArguments } from "./arguments.ts";

test("what is not understood does nothing", () => {
	const refused: [string[], Record<string, string>, string][] = [
		[[], {}, "One of deploy, destroy"],
		[["deploy", "staging"], {}, "Not understood: staging"],
		[["deploy", "--dryrun"], {}, "--dryrun"],
		[["deploy", "--env", "prod"], {}, "--env must be production or staging"],
		[["deploy", "--secrets-file", "/nowhere/rialto.env"], {}, "There is no /nowhere/rialto.env"],
	];
	for (const [args, shell, words] of refused) expect(() => readArguments(args, shell)).toThrow(words);
	expect(readArguments(["deploy", "--env", "staging", "--dry-run"], {})).toMatchObject({
		...{ command: "deploy", environment: "staging", "dry-run": true },
	});
});

test("an option that npm took for its own is asked for again", () => {
	// What npm hands on of `npm run deploy --dry-run` and `npm run destroy --env=staging`.
	expect(() =>
		readArguments(["deploy"], { npm_config_dry_run: "true", npm_lifecycle_event: "deploy" }),
	).toThrow("write `npm run deploy -- --dry-run");
	expect(() =>
		readArguments(["destroy"], { npm_config_env: "staging", npm_lifecycle_event: "destroy" }),
	).toThrow("write `npm run destroy -- --env");
});
