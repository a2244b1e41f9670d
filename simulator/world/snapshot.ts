import { fromBase64, toBase64 } from "./base64.ts";
import type { WorldState } from "./records.ts";

/** How far ids jump on restore, so that they keep increasing though the last moments before a kill were lost. */
const ID_GAP = 1000;

export function snapshotState(state: WorldState): unknown {
	return encode(state);
}

export function restoreState(snapshot: unknown): WorldState {
	const state = decode(snapshot) as WorldState;
	if (state?.version !== 1) throw new Error("that is no snapshot of this simulator");
	for (const bot of state.bots.values()) {
		bot.next_message_id += ID_GAP;
		bot.next_update_id += ID_GAP;
	}
	for (const group of state.groups.values()) group.next_message_id += ID_GAP;
	for (const counter of Object.keys(state.counters) as (keyof WorldState["counters"])[]) {
		state.counters[counter] += ID_GAP;
	}
	return state;
}

// A file's bytes never change, so their text is made once however often the state is written.
const encodedBytes = new WeakMap<Uint8Array, { $bytes: string }>();

function encode(value: unknown): unknown {
	if (value instanceof Map) return { $map: [...value].map(([key, entry]) => [key, encode(entry)]) };
	if (value instanceof Uint8Array) {
		let encoded = encodedBytes.get(value);
		if (!encoded) {
			encoded = { $bytes: toBase64(value) };
			encodedBytes.set(value, encoded);
		}
		return encoded;
	}
	if (Array.isArray(value)) return value.map(encode);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, entry]) => entry !== undefined)
			.map(([key, entry]) => [key, encode(entry)]),
	);
}

function decode(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(decode);
	if (typeof value !== "object" || value === null) return value;
	if ("$map" in value && Array.isArray(value.$map)) {
		return new Map(value.$map.map(([key, entry]: [unknown, unknown]) => [key, decode(entry)]));
	}
	if ("$bytes" in value && typeof value.$bytes === "string") return fromBase64(value.$bytes);
	return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, decode(entry)]));
}
