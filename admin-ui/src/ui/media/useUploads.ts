import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Media } from "../../api/types.ts";
import { upload } from "./upload.ts";

export interface Upload {
	no: number;
	file: File;
	state: "waiting" | "sending" | "looking" | "done" | "failed";
	/** How much of it is sent, 0 to 1. */
	part: number;
	error: unknown;
}

/** So many are sent at once. */
const atOnce = 3;

/** Files that are being uploaded, a few at a time. */
export function useUploads(onUploaded: (media: Media) => void) {
	const [uploads, setUploads] = useState<Upload[]>([]);
	const queries = useQueryClient();
	const running = useRef(new Map<number, AbortController>());
	const next = useRef(1);
	const tell = useRef(onUploaded);
	useEffect(() => {
		tell.current = onUploaded;
	});

	const change = useCallback((no: number, values: Partial<Upload>) => {
		setUploads((all) => all.map((one) => (one.no === no ? { ...one, ...values } : one)));
	}, []);

	const run = useCallback(
		async ({ no, file }: Upload) => {
			const controller = new AbortController();
			running.current.set(no, controller);
			change(no, { state: "sending", part: 0, error: null });
			const onProgress = (part: number) => change(no, { part, state: part < 1 ? "sending" : "looking" });
			try {
				const media = await upload(file, { signal: controller.signal, onProgress });
				change(no, { state: "done", part: 1 });
				void queries.invalidateQueries({ queryKey: ["media"] });
				tell.current(media);
			} catch (error) {
				if (!controller.signal.aborted) change(no, { state: "failed", error });
			} finally {
				running.current.delete(no);
			}
		},
		[change, queries],
	);

	useEffect(() => {
		const free = atOnce - running.current.size;
		const waiting = uploads.filter(({ state, no }) => state === "waiting" && !running.current.has(no));
		for (const one of waiting.slice(0, Math.max(0, free))) void run(one);
	}, [uploads, run]);

	// Whoever leaves the page does not wait for it.
	useEffect(() => {
		const all = running.current;
		return () => {
			for (const controller of all.values()) controller.abort();
		};
	}, []);

	return {
		uploads,
		/** @param error why they are not sent at all */
		add: (files: readonly File[], error: unknown = null) =>
			setUploads((all) => [
				...all,
				...files.map((file) => ({
					...{ no: next.current++, file, part: 0, error },
					state: error ? ("failed" as const) : ("waiting" as const),
				})),
			]),
		retry: (no: number) => change(no, { state: "waiting", part: 0, error: null }),
		/** Stops it, or forgets what has ended. */
		remove: (no: number) => {
			running.current.get(no)?.abort();
			setUploads((all) => all.filter((one) => one.no !== no));
		},
	};
}
