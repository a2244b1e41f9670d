/** Where a message of a supergroup can be opened by its members; null for a basic group, which has no such links. */
export function messageLink(groupId: number, messageId: number): string | null {
	const [, id] = /^-100(\d+)$/.exec(String(groupId)) ?? [];
	return id ? `https://t.me/c/${id}/${messageId}` : null;
}
