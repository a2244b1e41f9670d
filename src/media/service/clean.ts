import type { Piece, Reading } from "../rules/reading.ts";

const windowSize = 262_144;
const zeros = new Uint8Array(65_536);

/** A part of a file; what is behind its end is empty. */
export type ReadPart = (at: number, length: number) => Promise<Uint8Array>;

/** Carries a rule through a file. It reads on from where it was more often than not, so a window of it is kept. */
export async function readBy<T>(reading: Reading<T>, part: ReadPart): Promise<T> {
	let from = 0;
	let held = new Uint8Array();
	let step = reading.next();
	while (!step.done) {
		const { at, length } = step.value;
		if (at < from || at + length > from + held.length) {
			held = new Uint8Array(await part(at, Math.max(length, windowSize)));
			from = at;
		}
		step = reading.next(held.subarray(at - from, at - from + length));
	}
	return step.value;
}

export function partsOf(bucket: R2Bucket, key: string, size: number): ReadPart {
	return async (at, length) => {
		if (at >= size) return new Uint8Array();
		const found = await bucket.get(key, { range: { offset: at, length: Math.min(length, size - at) } });
		if (!found) throw new Error("a file that was just there is gone");
		return new Uint8Array(await found.arrayBuffer());
	};
}

/** The cleaned file, a block at a time: what it takes of the file stands in the file's own order. */
export async function* assemble(
	pieces: readonly Piece[],
	file: ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array> {
	const reader = file.getReader();
	let held = new Uint8Array();
	let at = 0;
	try {
		for (const piece of pieces) {
			if ("bytes" in piece) {
				yield piece.bytes;
				continue;
			}
			if ("zeros" in piece) {
				for (let left = piece.zeros; left > 0; left -= zeros.length) yield zeros.slice(0, left);
				continue;
			}
			while (at < piece.to) {
				if (held.length === 0) {
					const { done, value } = await reader.read();
					if (done) throw new Error("a file ends before what was read of it");
					held = new Uint8Array(value);
				}
				const wanted = at < piece.from ? piece.from - at : piece.to - at;
				const some = held.subarray(0, wanted);
				if (at >= piece.from) yield some;
				held = held.subarray(some.length);
				at += some.length;
			}
		}
	} finally {
		await reader.cancel().catch(() => undefined);
	}
}

/** Writes the cleaned file beside the one it is made of. @returns its SHA-256 in hex */
export async function writeClean(
	bucket: R2Bucket,
	{
		from,
		to,
		type,
		bytes,
		pieces,
	}: { from: string; to: string; type: string; bytes: number; pieces: Piece[] },
): Promise<string> {
	const source = await bucket.get(from);
	if (!source) throw new Error("a file that was just there is gone");
	const { readable, writable } = new FixedLengthStream(bytes);
	const digest = new crypto.DigestStream("SHA-256");
	const pump = async () => {
		const [out, hash] = [writable.getWriter(), digest.getWriter()];
		try {
			for await (const block of assemble(pieces, source.body)) {
				await hash.write(block);
				await out.write(block);
			}
			await Promise.all([hash.close(), out.close()]);
		} catch (error) {
			await Promise.allSettled([hash.abort(error), out.abort(error)]);
			throw error;
		}
	};
	await Promise.all([bucket.put(to, readable, { httpMetadata: { contentType: type } }), pump()]);
	return [...new Uint8Array(await digest.digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
