import { Textarea } from "@mantine/core";
import { useFormat } from "../../i18n/text.tsx";

const languages = ["en", "pt", "ru", "fr"] as const;
type Language = (typeof languages)[number];
export type Texts = { [language in Language]?: string | undefined };

/** Only languages that say something. */
export const filled = (texts: Texts): Partial<Record<Language, string>> =>
	Object.fromEntries(
		languages.flatMap((language) => {
			const text = texts[language]?.trim();
			return text ? [[language, text]] : [];
		}),
	);

interface Props {
	label: string;
	maxLength: number;
	disabled?: boolean;
	value: Texts;
	onChange: (value: Texts) => void;
}

/** A text in the languages of the bots. */
export function TextsFields({ label, value, onChange, ...field }: Props) {
	const format = useFormat();
	return languages.map((language) => (
		<Textarea
			key={language}
			label={`${label}: ${format.languageName(language)}`}
			autosize
			minRows={2}
			maxRows={8}
			{...field}
			value={value[language] ?? ""}
			onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
		/>
	));
}
