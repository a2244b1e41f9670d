/** The general topic of a forum has the id 1, and Telegram takes it only without one: 0 is no topic. */
export const topicOf = (topicId: number | undefined): number => (topicId === 1 ? 0 : (topicId ?? 0));
