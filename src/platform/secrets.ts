const encoder = new TextEncoder();

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
const urlSafe = (bytes: Uint8Array) =>
	base64Of(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const base64Of = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

/** Encrypts with AES-256-GCM; the 12-byte nonce stands in front. `key` is 32 bytes in base64. */
export async function encrypt(key: string, text: string): Promise<string> {
	const iv = crypto.getRandomValues(new Uint8Array(12));
	const cipher = await crypto.subtle.encrypt(
		{ name: "AES-GCM", iv },
		await aesKey(key),
		encoder.encode(text),
	);
	return base64Of(new Uint8Array([...iv, ...new Uint8Array(cipher)]));
}

/** @throws OperationError if the key is another one or the text was changed */
export async function decrypt(key: string, encrypted: string): Promise<string> {
	const bytes = bytesOf(encrypted);
	const plain = await crypto.subtle.decrypt(
		{ name: "AES-GCM", iv: bytes.slice(0, 12) },
		await aesKey(key),
		bytes.slice(12),
	);
	return new TextDecoder().decode(plain);
}

/** A secret that follows from the key and a purpose, in `A-Za-z0-9_-`: nothing to store, another one for every purpose. */
export async function deriveSecret(key: string, purpose: string): Promise<string> {
	const hmac = await crypto.subtle.importKey("raw", bytesOf(key), { name: "HMAC", hash: "SHA-256" }, false, [
		"sign",
	]);
	const signature = await crypto.subtle.sign("HMAC", hmac, encoder.encode(purpose));
	return urlSafe(new Uint8Array(signature));
}

/** Stands for somebody erased where rows name people by number: a negative one that tells nobody the id. */
export async function pseudonymOf(key: string, purpose: string): Promise<number> {
	const secret = await deriveSecret(key, purpose);
	const bytes = bytesOf(secret.slice(0, 8).replaceAll("-", "+").replaceAll("_", "/"));
	return -1 - bytes.reduce((number, byte) => number * 256 + byte, 0);
}

/** Compares in constant time, whatever the lengths: both sides are hashed first. */
export async function sameSecret(a: string, b: string): Promise<boolean> {
	const [x, y] = await Promise.all([digest(a), digest(b)]);
	let difference = 0;
	for (let i = 0; i < x.length; i++) difference |= (x[i] ?? 0) ^ (y[i] ?? 0);
	return difference === 0;
}

/** What stands for a text where the text itself is not to be kept, in `A-Za-z0-9_-`. */
export const hashOf = async (text: string): Promise<string> => urlSafe(await digest(text));

const digest = async (text: string) =>
	new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(text)));
const aesKey = (key: string) =>
	crypto.subtle.importKey("raw", bytesOf(key), "AES-GCM", false, ["encrypt", "decrypt"]);
