/** A bad request to the control interface. */
export class SimulatorError extends Error {
	readonly status: 400 | 404 | 408;
	constructor(message: string, status: 400 | 404 | 408 = 400) {
		super(message);
		this.name = "SimulatorError";
		this.status = status;
	}
}

export interface ResponseParameters {
	retry_after?: number;
	migrate_to_chat_id?: number;
}

/** A call that the Bot API refuses; `message` is the `description` of the answer. */
export class BotApiError extends Error {
	readonly code: number;
	readonly parameters: ResponseParameters | undefined;
	constructor(code: number, description: string, parameters?: ResponseParameters) {
		super(description);
		this.name = "BotApiError";
		this.code = code;
		this.parameters = parameters;
	}
}

export const badRequest = (words: string) => new BotApiError(400, `Bad Request: ${words}`);
export const forbidden = (words: string) => new BotApiError(403, `Forbidden: ${words}`);
