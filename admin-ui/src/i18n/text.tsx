import type { FluentBundle } from "@fluent/bundle";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { formatsFor } from "./format.ts";
import { chosenLanguage, type Language, languageOf } from "./languages.ts";
import { loadBundle } from "./load.ts";

/** A text by its key. One that is missing shows its key: a test compares the files. */
export type Translate = (key: string, variables?: Record<string, string | number>) => string;

interface Reading {
	language: Language;
	bundle: FluentBundle;
	setLanguage: (language: Language) => void;
}

const Context = createContext<Reading | null>(null);

/** Shows nothing until the texts are there, a moment on the first visit. */
export function TextProvider({ children }: { children: ReactNode }) {
	const [wanted, setWanted] = useState(() => languageOf(chosenLanguage.get(), ...navigator.languages));
	const [loaded, setLoaded] = useState<{ language: Language; bundle: FluentBundle }>();
	useEffect(() => {
		let current = true;
		void loadBundle(wanted).then((bundle) => {
			if (!current) return;
			document.documentElement.lang = wanted;
			setLoaded({ language: wanted, bundle });
		});
		return () => {
			current = false;
		};
	}, [wanted]);
	const reading = useMemo(() => loaded && { ...loaded, setLanguage: setWanted }, [loaded]);
	return reading ? <Context value={reading}>{children}</Context> : null;
}

function useReading(): Reading {
	const reading = useContext(Context);
	if (!reading) throw new Error("outside of TextProvider");
	return reading;
}

export function useText(): Translate {
	const { bundle } = useReading();
	return useCallback(
		(key, variables) => {
			const pattern = bundle.getMessage(key)?.value;
			return pattern ? bundle.formatPattern(pattern, variables ?? {}) : key;
		},
		[bundle],
	);
}

/** A word of the API's in the reader's language, or as it is (or is told) where it is new to us. */
export function useWord(): (prefix: string, word: string, otherwise?: string) => string {
	const { bundle } = useReading();
	const t = useText();
	return useCallback(
		(prefix, word, otherwise = word) =>
			bundle.hasMessage(`${prefix}-${word}`) ? t(`${prefix}-${word}`) : otherwise,
		[bundle, t],
	);
}

export const useLanguage = () => {
	const { language, setLanguage } = useReading();
	return { language, setLanguage };
};

export function useFormat() {
	const { language } = useReading();
	return useMemo(() => formatsFor(language, undefined, navigator.languages), [language]);
}
