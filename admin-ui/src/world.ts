/** What only a developer's machine tells: where its simulator is, and how far its clock was moved. */
const told = (name: string): string | null =>
	document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? null;

/** The page of the simulator; null where Telegram is the real one. */
export const simulatorPage = () => told("simulator");

/** What time it is for the Worker. */
export const now = () => Date.now() + Number(told("clock-ahead") ?? 0);

/** Where a link to Telegram leads in this world: the simulator asks who opens it. */
export function telegramLink(link: string): string {
	const page = simulatorPage();
	return page !== null && /^https:\/\/t\.me\//.test(link) ? `${page}?open=${encodeURIComponent(link)}` : link;
}
