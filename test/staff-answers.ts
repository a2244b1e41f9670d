import { expect } from "vitest";
import type { z } from "zod";
import { api } from "./telegram.ts";

/** An answer that has the very shape the document gives it. */
export async function read<T>(path: string, schema: z.ZodType<T>): Promise<T> {
	const response = await api(path);
	expect(response.status, path).toBe(200);
	return schema.parse(await response.json());
}

/** The fields at fault in a refusal. */
export async function fieldsOf(response: Response): Promise<string[]> {
	expect(response.status).toBe(400);
	const { error, request_id } = await response.json<{
		error: { fields: Record<string, string> };
		request_id: string;
	}>();
	expect(request_id).toBe(response.headers.get("x-request-id"));
	return Object.keys(error.fields).sort();
}
