import { BotApiError, type ResponseParameters } from "../errors.ts";

/** What a developer asks to go wrong. */
export interface Fault {
	bot?: number | undefined;
	/** a method's name, or `*` */
	method: string;
	chat_id?: number | string | undefined;
	status?: number | undefined;
	description?: string | undefined;
	retry_after?: number | undefined;
	latency_ms?: number | undefined;
	/** acts, then breaks the connection */
	drop_answer?: boolean | undefined;
	times?: number | undefined;
}

const DESCRIPTIONS: Record<number, string> = {
	400: "Bad Request",
	401: "Unauthorized",
	403: "Forbidden: bot was blocked by the user",
	404: "Not Found",
	500: "Internal Server Error",
	502: "Bad Gateway",
};

export class Faults {
	#faults: { id: number; left: number; fault: Fault }[] = [];
	#id = 0;

	add(fault: Fault): number {
		this.#id += 1;
		this.#faults.push({ id: this.#id, left: fault.times ?? 1, fault });
		return this.#id;
	}

	clear(): void {
		this.#faults = [];
	}

	/** The fault that this call meets, used up once. */
	take(bot: number, method: string, values: Record<string, unknown>): Fault | undefined {
		const entry = this.#faults.find(
			({ fault }) =>
				(fault.bot === undefined || fault.bot === bot) &&
				(fault.method === "*" || fault.method.toLowerCase() === method) &&
				(fault.chat_id === undefined || String(fault.chat_id) === String(values.chat_id)),
		);
		if (!entry) return undefined;
		entry.left -= 1;
		if (entry.left <= 0) this.#faults = this.#faults.filter((one) => one !== entry);
		return entry.fault;
	}
}

/** The refusal a fault stands for, if it is one. */
export function faultError({ status, description, retry_after }: Fault): BotApiError | undefined {
	const code = status ?? (retry_after === undefined ? undefined : 429);
	if (code === undefined) return undefined;
	if (code === 429) {
		const seconds = retry_after ?? 1;
		const parameters: ResponseParameters = { retry_after: seconds };
		return new BotApiError(429, description ?? `Too Many Requests: retry after ${seconds}`, parameters);
	}
	return new BotApiError(code, description ?? DESCRIPTIONS[code] ?? "Error");
}
