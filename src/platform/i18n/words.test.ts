import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentResource } from "@fluent/bundle";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");

type Text = { name: string; text: string };

/** Every text of a language, the bots' and the dashboard's. */
function textsOf(language: string): Text[] {
	const under = (folder: string) =>
		readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file));
	const files = [...under("src"), ...under("admin-ui/src/locales")].filter(
		(file) => file.endsWith(`/${language}.ftl`) || new RegExp(`/${language}/\\w.*\\.ftl$`).test(file),
	);
	return files.flatMap((file) =>
		new FluentResource(readFileSync(join(root, file), "utf8")).body.map(({ id, value }) => ({
			name: `${file} ${id}`,
			// Names of variables and of other texts are no words of the language.
			text: JSON.stringify(value).replaceAll(/"(type|name)":"[^"]*"/g, ""),
		})),
	);
}

const said = (...all: string[]): Text[] => all.map((text) => ({ name: text, text: JSON.stringify(text) }));

/** Any of these as whole words. */
const words = (...all: string[]) => new RegExp(`(?<![\\p{L}])(?:${all.join("|")})(?![\\p{L}])`, "iu");
/** A sentence that begins with one of these. */
const begins = (...all: string[]) => new RegExp(`(?:"|[.:!?] )(?:${all.join("|")})(?=[ -])`, "u");

/** How Portugal says what Brazil says otherwise, and tu, which Brazil's texts don't use. */
const european = [
	words("guardar", "ficheiros?", "ecrãs?", "utilizador(es)?", "equipas?", "contact\\p{L}*", "telemóve(l|is)"),
	words(
		"regist[aoe]s?",
		"registad[ao]s?",
		"reencaminh\\p{L}*",
		"definiç(ão|ões)",
		"separador(es)?",
		"partilh\\p{L}*",
	),
	words(
		"percentagem",
		"subscriç(ão|ões)",
		"levantamentos?",
		"géneros?",
		"anónim[ao]s?",
		"controlo",
		"planead[ao]s?",
	),
	words(
		"aceites",
		"burla",
		"avariad[ao]s?",
		"difus(ão|ões)",
		"afixar",
		"banimento levantado",
		"base de dados",
	),
	words("carreg(a|ar|ou|aram|ue) (em|n[oa])", "prim(e|a) (o|em)", "(foi|foram) guardad[ao]s?", "ligações"),
	words(
		"tua?s?",
		"teus?",
		"ti",
		"contigo",
		"és",
		"tens",
		"podes",
		"queres",
		"deves",
		"escreves",
		"à espera",
		"à procura",
	),
	// Someone "está a escrever" there and "está escrevendo" here.
	/(?<!\p{L})(est(ou|á|ão|ava|avam|ar)|continu(a|am|ar)) a \p{L}+[aei]r(?!\p{L})/iu,
	/"A (ser|enviar|apagar|terminar|perguntar|reunir|carregar)(?!\p{L})/u,
	// "Recebê-la-ia", "apagar-se-á".
	/\p{L}-(se|lhes?|l?[ao]s?|me|te)-(á|ão|ia|iam|ei|emos)(?!\p{L})/iu,
	/\p{L}-(te|ti)(?!\p{L})/iu,
	begins("Escreve", "Escolhe", "Adiciona", "Tenta", "Envia", "Cria", "Convida", "Experimenta", "Responde"),
];

/** Tutoiement: French says vous, to people and to staff. */
const familiar = [
	words("tu", "te", "ton", "ta", "tes", "toi", "tien(ne)?s?"),
	/(?<![\p{L}-])t['’](?=\p{L})/iu,
	begins("Écris", "Choisis", "Ajoute", "Appuie", "Envoie", "Réessaie", "Essaie", "Réponds", "Regarde"),
	begins(
		"Vérifie",
		"Utilise",
		"Lis",
		"Fais",
		"Crée",
		"Prends",
		"Recommence",
		"Invite",
		"Donne",
		"Active",
		"Paie",
	),
];

const found = (texts: readonly Text[], kinds: readonly RegExp[]) =>
	texts.filter(({ text }) => kinds.some((kind) => kind.test(text)));

test("Portuguese is Brazil's, everywhere", () => {
	const refused = said(
		"Guardar",
		"Escolhe um ficheiro",
		"A equipa vai ver",
		"O bot está a trabalhar",
		"A enviar",
		"Isto apagar-se-á",
		"Escreve-me",
		"O teu contacto",
		"Fica no registo",
	);
	expect(found(refused, european)).toEqual(refused);
	const right = said(
		"Salvar",
		"Está enviando",
		"Fica guardado",
		"A pessoa escreve",
		"Registro",
		"Está a caminho",
	);
	expect(found(right, european)).toEqual([]);
	const texts = textsOf("pt");
	expect(texts.length).toBeGreaterThan(1000);
	expect(found(texts, european)).toEqual([]);
});

test("French says vous, everywhere", () => {
	const refused = said(
		"Tu es là ?",
		"Je t'écris",
		"Connecte-toi",
		"C'est à toi",
		"Ton tour",
		"Réessaie demain",
	);
	expect(found(refused, familiar)).toEqual(refused);
	const right = said("Vous êtes là ?", "Que reste-t-il ?", "Ajouter", "Il vous écrit");
	expect(found(right, familiar)).toEqual([]);
	const texts = textsOf("fr");
	expect(texts.length).toBeGreaterThan(1000);
	expect(found(texts, familiar)).toEqual([]);
});
