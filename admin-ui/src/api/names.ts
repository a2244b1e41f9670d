import { useQuery } from "@tanstack/react-query";
import { api, ask } from "./client.ts";
import { useCan } from "./session.ts";

/** How Telegram calls somebody. */
export interface Called {
	name: string | null;
	username: string | null;
}

/** As many as the API takes at once. */
const atOnce = 200;
let waiting: { id: number; tell: (called: Promise<Called | null>) => void }[] = [];

async function readNames(ids: number[]): Promise<Map<number, Called>> {
	const { names } = await ask(api.users.names.$get({ query: { ids: ids.join(",") } }));
	return new Map(names.map(({ id, ...called }) => [id, called]));
}

/** Whoever is asked for in the same moment, as by the rows of a list, is asked for at once. */
function nameOf(id: number): Promise<Called | null> {
	if (waiting.length === 0)
		setTimeout(() => {
			const [asked, ids] = [waiting, [...new Set(waiting.map((one) => one.id))]];
			waiting = [];
			for (let from = 0; from < ids.length; from += atOnce) {
				const some = ids.slice(from, from + atOnce);
				const read = readNames(some);
				for (const { id, tell } of asked)
					if (some.includes(id)) tell(read.then((names) => names.get(id) ?? null));
			}
		}, 5);
	return new Promise((resolve) => waiting.push({ id, tell: resolve }));
}

/** Their name, for whoever may see people; null if none is kept. */
export function useName(id: number | null): Called | null {
	const can = useCan();
	const { data } = useQuery({
		queryKey: ["name", id],
		queryFn: () => nameOf(id ?? 0),
		enabled: id !== null && id > 0 && can("people", "read"),
		staleTime: 5 * 60_000,
	});
	return data ?? null;
}

/** What somebody is called by in a line: a deleted account has no name. */
export const wordFor = (called: Called | null): string | null =>
	called?.name || (called?.username ? `@${called.username}` : null);

/** Somebody in a sentence: `Bob (123)`, or the id alone. */
export function useWho(id: number): string {
	const word = wordFor(useName(id));
	return word === null ? String(id) : `${word} (${id})`;
}
