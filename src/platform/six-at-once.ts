/** Runs `task` over `items`, at most six at once: the platform allows six outgoing connections per invocation. */
export async function sixAtOnce<T>(items: readonly T[], task: (item: T) => Promise<void>): Promise<void> {
	const queue = [...items];
	const worker = async () => {
		for (let item = queue.shift(); item !== undefined; item = queue.shift()) await task(item);
	};
	await Promise.all(Array.from({ length: Math.min(6, items.length) }, worker));
}
