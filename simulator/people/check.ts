import type { z } from "zod";
import { SimulatorError } from "../errors.ts";

/** The checked input, or a SimulatorError that names what is wrong. */
export function check<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
	const parsed = schema.safeParse(input);
	if (parsed.success) return parsed.data;
	const issue = parsed.error.issues[0];
	throw new SimulatorError(`${issue?.path.join(".") || "body"}: ${issue?.message ?? "wrong"}`);
}
