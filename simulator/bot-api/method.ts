import type { z } from "zod";
import { badRequest } from "../errors.ts";
import type { NewFile } from "../world/files.ts";
import type { BotRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";

/** One call of a method. */
export interface Call {
	world: World;
	bot: BotRecord;
	uploads: Map<string, NewFile>;
	/** fetches a file that a bot gave by URL */
	download: (url: string) => Promise<Response>;
	/** starts deliveries, after setWebhook */
	wake: () => void;
}

export interface Method {
	run(call: Call, values: Record<string, unknown>): unknown;
}

/** A Bot API method: the schema of its parameters and what it does. */
export function method<T extends z.ZodType>(
	parameters: T,
	handle: (call: Call, parameters: z.output<T>) => unknown,
): Method {
	return {
		run(call, values) {
			const parsed = parameters.safeParse(values);
			if (!parsed.success) {
				const issue = parsed.error.issues[0];
				const place = issue?.path.length ? ` (parameter "${issue.path.join(".")}")` : "";
				const isOurs = issue && !/^(Invalid|Too|Unrecognized|Expected)/.test(issue.message);
				throw badRequest(isOurs ? issue.message : `wrong parameters specified${place}`);
			}
			return handle(call, parsed.data);
		},
	};
}
