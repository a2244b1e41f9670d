import { chatSettings } from "../src/chat/settings.ts";
import { clearingSettings } from "../src/clearing/settings.ts";
import { deliverySettings } from "../src/delivery/settings.ts";
import { groupSettings } from "../src/groups/settings.ts";
import { keepHours } from "../src/insights/settings.ts";
import { mediaSettings } from "../src/media/settings.ts";
import { operationsSettings } from "../src/operations/settings.ts";
import { paymentSettings } from "../src/payments/settings.ts";
import { peopleSettings } from "../src/people/settings.ts";
import { problemsOf, type Setting, seedOf } from "../src/platform/settings.ts";
import { postSettings } from "../src/posts/settings.ts";
import { referralSettings } from "../src/referrals/settings.ts";
import { shopSettings } from "../src/shop/settings.ts";
import { staffSettings } from "../src/staff/settings.ts";

/** Every setting of every room, as plain Node can read it; a test holds it to what the rooms bring. */
export const knownSettings: readonly Setting[] = [
	...chatSettings,
	...clearingSettings,
	...deliverySettings,
	...groupSettings,
	keepHours,
	...mediaSettings,
	...operationsSettings,
	...paymentSettings,
	...peopleSettings,
	...postSettings,
	...referralSettings,
	...shopSettings,
	...staffSettings,
];

const example = `A JSON object is wanted, e.g. SETTINGS='{"chat.idle_end_minutes":30}'`;

/** How many letters have to be changed to make one of the other. */
function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}

function nearest(key: string): string {
	const far = (one: string) => Math.min(distance(key, one), distance(key, one.split(".")[1] ?? one));
	const [best] = knownSettings.map((one) => one.key).toSorted((a, b) => far(a) - far(b));
	return best && far(best) <= 4 ? ` Did you mean ${best}?` : " GET /api/config lists them all.";
}

function right({ key, help, default: value }: Setting): string {
	return `\n  ${key}: ${help} By default ${JSON.stringify(value)}.`;
}

/** What is wrong with the variables that are settings to begin with, each with what would be right. */
export function settingsProblems(variables: Readonly<Record<string, string>>): string[] {
	const { SETTINGS, ...others } = variables;
	const seeds = knownSettings.flatMap((setting) => {
		const given = setting.env === undefined ? undefined : seedOf(others, setting.env);
		const fault = given === undefined ? undefined : setting.schema.safeParse(given).error?.issues[0]?.message;
		return fault === undefined ? [] : [`${setting.env}: ${fault}${right(setting)}`];
	});
	return [...(SETTINGS === undefined ? [] : problemsInJson(SETTINGS)), ...seeds];
}

const kindOf = (value: unknown) =>
	value === null ? "null" : Array.isArray(value) ? "a list" : `a ${typeof value}`;

function problemsInJson(text: string): string[] {
	let values: unknown;
	try {
		values = JSON.parse(text);
	} catch (error) {
		return [`SETTINGS is not JSON: ${error instanceof Error ? error.message : error}\n  ${example}`];
	}
	if (typeof values !== "object" || values === null || Array.isArray(values))
		return [`SETTINGS is ${kindOf(values)}.\n  ${example}`];
	return problemsOf({ ...values }, knownSettings).map((problem) => {
		const [key = ""] = problem.split(": ");
		const setting = knownSettings.find((one) => one.key === key);
		return `SETTINGS: ${problem}${setting ? right(setting) : `.${nearest(key)}`}`;
	});
}
