import { expect, test } from "vitest";
import {
	agentOf,
	codeOf,
	cookiesAreSecure,
	judgeCode,
	type Login,
	networkOf,
	readCode,
	shownCode,
	shownState,
} from "./rules.ts";

const windows =
	"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
const safari =
	"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15";

const login = (change: Partial<Login> = {}): Login => ({
	...{ state: "waiting", telegramId: null, tries: 0, expiresAt: 1000 },
	...change,
});

test("a code is read however it was typed, and never mistaken for another", () => {
	const code = codeOf(new Uint8Array([0, 31, 32, 1, 17, 18, 255, 10]));
	expect(code).toBe("0Z01HJZA");
	expect(shownCode(code)).toBe("0Z01-HJZA");
	for (const text of ["0Z01-HJZA", "0z01hjza", "oz0l-hjza", " 0Z01 HJZA", "OZOIHJZA"])
		expect(readCode(text)).toBe(code);
	for (const text of ["", "0Z01-HJZ", "0Z01-HJZAA", "0Z01-HJZU", "0Z01_HJZA", "ÄZ01HJZA"])
		expect(readCode(text)).toBeNull();
});

test("a code asks one person of staff, while it is good", () => {
	expect(judgeCode(login(), true, 7, 999)).toBe("ask");
	expect(judgeCode(login(), false, 7, 999)).toBe("wrong");
	expect(judgeCode(null, true, 7, 999)).toBe("wrong");
	expect(judgeCode(login(), true, 7, 1000)).toBe("wrong");
	expect(judgeCode(login({ tries: 5 }), true, 7, 999)).toBe("wrong");
	expect(judgeCode(login({ state: "asked", telegramId: 7 }), true, 7, 999)).toBe("ask");
	expect(judgeCode(login({ state: "asked", telegramId: 8 }), true, 7, 999)).toBe("wrong");
	for (const state of ["confirmed", "refused", "used"] as const)
		expect(judgeCode(login({ state, telegramId: 7 }), true, 7, 999), state).toBe("wrong");
});

test("the browser is told how it stands, and of a refusal also later", () => {
	expect(shownState(null, 0)).toBe("expired");
	expect(shownState(login(), 999)).toBe("waiting");
	expect(shownState(login({ state: "asked" }), 999)).toBe("waiting");
	expect(shownState(login({ state: "confirmed" }), 999)).toBe("confirmed");
	expect(shownState(login({ state: "confirmed" }), 1000)).toBe("expired");
	expect(shownState(login({ state: "refused" }), 5000)).toBe("refused");
	expect(shownState(login({ state: "used" }), 999)).toBe("expired");
});

test("a client is named by browser and system alone", () => {
	expect(agentOf(windows)).toBe("Chrome, Windows");
	expect(agentOf(`${windows} Edg/142.0.0.0`)).toBe("Edge, Windows");
	expect(agentOf(safari)).toBe("Safari, macOS");
	expect(agentOf("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")).toBe(
		"Firefox, Linux",
	);
	expect(
		agentOf(
			"Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1",
		),
	).toBe("Chrome, iOS");
	expect(agentOf("<b>It is me, your boss</b>")).toBe("?");
});

test("addresses of one network count as one", () => {
	expect(networkOf("198.51.100.7")).toBe("198.51.100.7");
	for (const address of ["2001:db8:1:2::1", "2001:0DB8:0001:0002:aaaa:bbbb:cccc:dddd", "2001:db8:1:2:3::"])
		expect(networkOf(address)).toBe("2001:db8:1:2::/64");
	expect(networkOf("2001:db8::1")).toBe("2001:db8:0:0::/64");
	expect(networkOf("::1")).toBe("0:0:0:0::/64");
});

test("cookies are secure everywhere but in Safari over http", () => {
	expect(cookiesAreSecure("https://rialto.example", safari)).toBe(true);
	expect(cookiesAreSecure("https://rialto.example", "")).toBe(true);
	expect(cookiesAreSecure("http://localhost:8787", windows)).toBe(true);
	expect(cookiesAreSecure("http://localhost:8787", safari)).toBe(false);
});
