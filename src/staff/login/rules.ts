export type LoginState = "waiting" | "asked" | "confirmed" | "refused" | "used";

/** How far somebody is on their way in. */
export interface Login {
	state: LoginState;
	/** Who was asked. */
	telegramId: number | null;
	/** How often somebody who is no staff sent its code. */
	tries: number;
	expiresAt: number;
}

/** How long a code and the page that shows it are good for. */
export const loginLifeMs = 10 * 60_000;
/** Who confirmed in the last moment still gets in. */
export const confirmedLifeMs = 2 * 60_000;
export const invitationLifeMs = 7 * 86_400_000;

/** Wrong codes of one person, and requests of one address, in a quarter of an hour. */
export const triesAllowed = 5;
export const triesWindowSeconds = 15 * 60;

// Crockford's base32 leaves out I, L, O and U: https://www.crockford.com/base32.html
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Eight characters; `random` are eight bytes. */
export const codeOf = (random: Uint8Array): string =>
	[...random.slice(0, 8)].map((byte) => alphabet[byte % 32]).join("");

/** As people read it. */
export const shownCode = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`;

/** Whom an address belongs to, for counting: of IPv6 everybody has a whole /64. */
export function networkOf(address: string): string {
	if (!address.includes(":")) return address;
	const [head = "", tail] = address.toLowerCase().split("::");
	const front = head.split(":").filter(Boolean);
	const back = tail?.split(":").filter(Boolean) ?? [];
	const zeros = tail === undefined ? [] : Array(Math.max(0, 8 - front.length - back.length)).fill("0");
	const groups = [...front, ...zeros, ...back].slice(0, 4);
	return `${groups.map((group) => group.replace(/^0+(?=.)/, "")).join(":")}::/64`;
}

/** What somebody typed, as the code it can only mean; null if it is none. */
export function readCode(text: string): string | null {
	const code = text.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
	return code.length === 8 && [...code].every((character) => alphabet.includes(character)) ? code : null;
}

/** What a code leads to for somebody who sends it to a bot. */
export function judgeCode(login: Login | null, isStaff: boolean, telegramId: number, now: number) {
	if (!login || !isStaff || login.expiresAt <= now || login.tries >= triesAllowed) return "wrong";
	if (login.state === "waiting") return "ask";
	// Telegram delivered it again, or they sent it twice.
	return login.state === "asked" && login.telegramId === telegramId ? "ask" : "wrong";
}

/** What the browser is told. */
export function shownState(login: Login | null, now: number) {
	if (!login || login.state === "used") return "expired";
	if (login.state === "refused") return "refused";
	if (login.expiresAt <= now) return "expired";
	return login.state === "confirmed" ? "confirmed" : "waiting";
}

const browsers: [RegExp, string][] = [
	[/\bEdgA?\//, "Edge"],
	[/\bOPR\/|\bOpera\b/, "Opera"],
	[/\bYaBrowser\//, "Yandex Browser"],
	[/\bSamsungBrowser\//, "Samsung Internet"],
	[/\bFirefox\/|\bFxiOS\//, "Firefox"],
	[/\bChrome\/|\bCriOS\/|\bHeadlessChrome\//, "Chrome"],
	[/\bSafari\//, "Safari"],
];
const systems: [RegExp, string][] = [
	[/\biPhone\b|\biPad\b/, "iOS"],
	[/\bAndroid\b/, "Android"],
	[/\bWindows\b/, "Windows"],
	[/\bMac OS X\b|\bMacintosh\b/, "macOS"],
	[/\bCrOS\b/, "ChromeOS"],
	[/\bLinux\b/, "Linux"],
];
const firstOf = (list: [RegExp, string][], text: string) => list.find(([sign]) => sign.test(text))?.[1];

/** Browser and system as people call them; whatever else the client says of itself is left out. */
export function agentOf(userAgent: string): string {
	const found = [firstOf(browsers, userAgent), firstOf(systems, userAgent)].filter(Boolean);
	return found.join(", ") || "?";
}

/**
 * Whether cookies may be `Secure` and `__Host-`. Chromium and Firefox take these from http://localhost and 127.0.0.1
 * too, Safari over https only: there, and nowhere else, it gets plain ones.
 */
export const cookiesAreSecure = (publicUrl: string, userAgent: string): boolean =>
	publicUrl.startsWith("https:") || firstOf(browsers, userAgent) !== "Safari";
