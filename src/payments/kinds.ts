import type { Translate } from "../platform/i18n/index.ts";
import type { OrderKind } from "./order-kind.ts";

/** By the name in the order. An order's terms are parsed by its own kind, so each only ever sees its own. */
// biome-ignore lint/suspicious/noExplicitAny: kinds differ in their terms, which is what the registry hides
export type OrderKindMakers = Readonly<Record<string, () => OrderKind<any>>>;

declare module "../platform/room.ts" {
	interface Brings {
		/** What can be bought of it. */
		orderKinds: OrderKindMakers;
	}
}

export type OrderKinds = ReturnType<typeof createOrderKinds>;

/** Everything that can be bought, whoever brought it. */
export function createOrderKinds(makers: () => OrderKindMakers) {
	const find = (name: string) => {
		const all = makers();
		return Object.hasOwn(all, name) ? (all[name]?.() ?? null) : null;
	};
	return {
		/** null: whoever brought it is not here any more. */
		find,

		/** @throws Error if nobody brings it: nothing is granted or taken back, and nothing is lost */
		of(name: string) {
			const kind = find(name);
			if (!kind) throw new Error(`no room brings the order kind ${name}`);
			return kind;
		},

		/** What stands on pages: the order's title, or the bare name of a kind that nobody brings. */
		titleOf: (t: Translate, order: { kind: string; terms: unknown }): string =>
			find(order.kind)?.title(t, order.terms) ?? order.kind,
	};
}
