/**
 * Whether somebody does something too often that is answered where others read it, or that others have to read. A
 * minute is counted in the memory of an actor: it costs no row.
 */
export async function tooOften(
	env: Env,
	what: string,
	whose: string | number,
	limit: number,
): Promise<boolean> {
	const { allowed } = await env.PACER.getByName(`damp:${what}:${whose}`).take(limit, 60);
	return !allowed;
}
