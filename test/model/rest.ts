import { compatible, type Waiter } from "../../src/chat/rules/matching.ts";
import type { Ticket } from "../../src/chat/rules/seating.ts";
import type { Actors } from "./actors.ts";
import type { Database } from "./database.ts";
import type { Inbox } from "./inbox.ts";
import type { Witness } from "./witness.ts";
import type { World } from "./world.ts";

interface Parts {
	world: World;
	actors: Actors;
	inbox: Inbox;
	witness: Witness;
	database: Database;
}

/** What must hold once faults have stopped and time has gone on. */
export function checkAtRest(parts: Parts): void {
	checkSeats(parts);
	checkTally(parts);
	checkSearches(parts);
	checkUpdates(parts);
	checkDelivery(parts);
	parts.witness.locks.atRest(parts.witness.pairs.values(), parts.database);
}

function checkSeats({ world, witness }: Parts): void {
	for (const [userId, { seat, search }] of witness.persons) {
		if (seat && search) world.fail("3 seat", `${userId} searches in a chat`);
		if (!seat) continue;
		const pair = witness.pairs.get(seat.chatId);
		const partner = pair?.sides.find((side) => side.userId !== userId);
		const there = witness.persons.get(partner?.userId ?? 0)?.seat?.chatId;
		if (pair?.state !== "open") world.fail("3 alone", `${userId} sits in ${seat.chatId}: ${pair?.state}`);
		else if (there !== seat.chatId)
			world.fail("3 alone", `${userId} in ${seat.chatId}, the partner: ${there}`);
	}
	for (const { chatId, state, sides, closedAt } of witness.pairs.values()) {
		if (state !== "open" && closedAt === null) world.fail("3 undecided", `${chatId} is ${state}`);
		for (const { userId } of state === "open" ? sides : []) {
			const seat = witness.persons.get(userId)?.seat;
			if (seat?.chatId !== chatId) world.fail("3 empty seat", `${chatId} is open without ${userId}`);
		}
	}
}

/** What staff read as chats that go on is that, no more and no less. */
function checkTally({ world, actors, witness }: Parts): void {
	const open = [...witness.pairs.values()].filter(({ state }) => state === "open").map((pair) => pair.chatId);
	const counted = [...actors.databases("MATCHMAKER")].flatMap(([, database]) =>
		database
			.exec("SELECT chat_id FROM chats", [])
			.toArray()
			.map((row) => String(row.chat_id)),
	);
	const difference = [...new Set([...open, ...counted])].filter(
		(chatId) => !open.some((one) => one === chatId) || !counted.includes(chatId),
	);
	if (difference.length > 0) world.fail("3 tally", `counted wrongly: ${difference.join(", ")}`);
}

function checkSearches(parts: Parts): void {
	const { world, actors, witness } = parts;
	const waiting = new Map<number, { ticket: Ticket; pools: string[] }>();
	for (const [name, database] of actors.databases("MATCHMAKER")) {
		const pending = database.exec("SELECT chat_id FROM pending", []).toArray();
		if (pending.length > 0) world.fail("4 pending", `${name} has ${JSON.stringify(pending)}`);
		for (const row of database.exec("SELECT waiter FROM waiters", []).toArray()) {
			const { ticket }: Waiter = JSON.parse(String(row.waiter));
			if (witness.persons.get(ticket.userId)?.search?.no !== ticket.no) continue;
			const known = waiting.get(ticket.userId);
			waiting.set(ticket.userId, { ticket, pools: [...(known?.pools ?? []), name] });
		}
	}
	for (const [userId, { search }] of witness.persons) {
		if (search && !waiting.has(userId) && !isGhost(parts, userId, search.by)) {
			world.fail("4 lost search", `${userId} searches in no pool`);
		}
	}
	const all = [...waiting.values()];
	for (const [i, a] of all.entries()) {
		for (const b of all.slice(i + 1)) {
			if (a.ticket.botId !== b.ticket.botId || !compatible(a.ticket, b.ticket, world.now)) continue;
			if (avoids(actors, a.ticket, b.ticket) || avoids(actors, b.ticket, a.ticket)) continue;
			const where = `${a.pools.join("+")} and ${b.pools.join("+")}`;
			world.fail("4 waits", `${a.ticket.userId} and ${b.ticket.userId} fit and wait in ${where}`);
		}
	}
}

/**
 * Begun by a call that came when its update was long over, while the word that it was over got lost as well.
 * Nothing can tell that from a live one; the next press of Find takes it up.
 */
function isGhost({ world, actors }: Parts, userId: number, by: string): boolean {
	const came = (method: string) =>
		world.faults.some(({ what }) => what === `late ${userId}.${method} arrives`);
	const database = actors.databases("PERSON").get(String(userId));
	const open = database?.exec("SELECT 1 FROM claims WHERE upd = ? AND until IS NOT NULL", [by]).toArray();
	return came("search") && (came("finish") || (open?.length ?? 0) > 0);
}

/** Met or blocked since the search began: tried and refused by their actors. */
function avoids(actors: Actors, { userId }: Ticket, other: Ticket): boolean {
	const query =
		"SELECT user_id FROM met WHERE user_id = ? UNION SELECT user_id FROM blocked WHERE user_id = ?";
	const database = actors.databases("PERSON").get(String(userId));
	return (database?.exec(query, [other.userId, other.userId]).toArray().length ?? 0) > 0;
}

function checkUpdates({ world, inbox, witness }: Parts): void {
	for (const sent of inbox.unanswered())
		world.fail("6 answer", `${sent.key} (${sent.what}) is still not answered`);
	for (const sent of inbox.sent.values()) {
		const calm = !world.faults.some(
			(fault) =>
				fault.at >= sent.at &&
				fault.at <= sent.lastAt &&
				(fault.update === undefined || fault.update === sent.key),
		);
		// A message that finds its chat over is answered without a claim: a repeat just gets the same hint.
		if (calm && sent.replies.length > 1 && !witness.written.has(sent.what)) {
			world.fail("6 once", `${sent.key} (${sent.what}) was answered by ${JSON.stringify(sent.replies)}`);
		}
	}
}

/** Without any fault, what was written in a chat that still stood when the update was answered has arrived, once. */
function checkDelivery({ world, inbox, witness }: Parts): void {
	if (world.faults.length > 0) return;
	for (const { marker, chatId, copies, deleted, update, userId } of witness.written.values()) {
		const sent = inbox.sent.get(update);
		const pair = witness.pairs.get(chatId ?? "");
		if (!sent || !pair || deleted || sent.replies.length > 0 || sent.answeredAt === null) continue;
		const endedAt = witness.endedAt.get(pair.chatId) ?? Number.POSITIVE_INFINITY;
		// Also who left and blocked the bot in one moment: what was on its way found nobody.
		const partner = pair.sides.find((side) => side.userId !== userId);
		const unreachable =
			pair.reason === "unreachable" ||
			witness.kicks.some(
				(kick) => kick.userId === partner?.userId && kick.at >= pair.openedAt && kick.at < endedAt + 15_000,
			);
		if (copies === 0 && sent.answeredAt < endedAt && !unreachable) {
			world.fail("7 lost", `${marker} of ${userId} in ${pair.chatId} was answered and never arrived`);
		}
	}
}
