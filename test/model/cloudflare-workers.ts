/** Stands in for the runtime's module where the actors run in plain Node. */
export class DurableObject<Env> {
	protected readonly ctx: unknown;
	protected readonly env: Env;

	constructor(ctx: unknown, env: Env) {
		this.ctx = ctx;
		this.env = env;
	}
}

export const waitUntil = (promise: Promise<unknown>): void => void promise.catch(() => undefined);
