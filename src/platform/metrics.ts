/**
 * What is measured, for Workers Analytics Engine: `index1` is the name, `blob1` and on the labels, `double1` and on the
 * values, in the order given here. Nothing of people in them.
 */
const measured = {
	/** An update was answered. */
	update: { labels: ["bot", "kind", "status"], values: ["ms"] },
	/** A request of the API was answered. */
	api: { labels: ["method", "route", "status"], values: ["ms"] },
	/** A job was consumed. */
	job: { labels: ["queue", "kind", "outcome"], values: ["ms", "attempts"] },
	/** Once a minute. */
	pools: { labels: [], values: ["waiting", "chats"] },
	queue: { labels: ["queue"], values: ["depth"] },
	database: { labels: [], values: ["ms"] },
} as const satisfies Record<string, { labels: readonly string[]; values: readonly string[] }>;
type Measured = keyof typeof measured;

/** One of `T` for each of the names. */
type Each<Names extends readonly string[], T> = { -readonly [I in keyof Names]: T };
type Labels<Name extends Measured> = Each<(typeof measured)[Name]["labels"], string>;
type Values<Name extends Measured> = Each<(typeof measured)[Name]["values"], number>;

export interface Metrics {
	point<Name extends Measured>(name: Name, labels: Labels<Name>, values: Values<Name>): void;
}

/** Points are written behind the answer, and cost it no time. An account without Analytics Engine has none. */
export const metricsBy = (dataset: AnalyticsEngineDataset | undefined): Metrics => ({
	point(name, labels, values) {
		dataset?.writeDataPoint({
			indexes: [name],
			blobs: [...(labels as readonly string[])],
			doubles: [...(values as readonly number[])],
		});
	},
});
