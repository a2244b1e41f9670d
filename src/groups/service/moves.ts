import type { BatchItem } from "drizzle-orm/batch";

declare module "../../platform/room.ts" {
	interface Brings {
		/** Statements by which a room's rows follow a group that became a supergroup: in the batch of that change. */
		groupMoves: GroupMoves;
	}
}
export type GroupMoves = Readonly<
	Record<string, (oldId: number, newId: number, now: number) => BatchItem<"sqlite">[]>
>;
