import { env } from "cloudflare:test";

const encoder = new TextEncoder();
const hex = (bytes: ArrayBuffer) =>
	[...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const uri = (text: string) =>
	encodeURIComponent(text).replaceAll(
		/[!'()*]/g,
		(letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
	);

async function hmac(key: ArrayBuffer, text: string): Promise<ArrayBuffer> {
	const made = await crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
	return crypto.subtle.sign("HMAC", made, encoder.encode(text));
}

export const s3 = {
	MEDIA_S3_URL: "https://s3.test/rialto-media",
	MEDIA_S3_KEY_ID: "a-key-of-tests",
	MEDIA_S3_SECRET: "a-secret-of-tests",
};

/** The bucket by S3's API, as far as signed links go: the signature is made once more, by the book (SigV4). */
export async function bucketByS3(request: Request): Promise<Response> {
	const url = new URL(request.url);
	const query = url.searchParams;
	const given = query.get("X-Amz-Signature");
	const date = query.get("X-Amz-Date") ?? "";
	const begun = Date.parse(date.replace(/^(....)(..)(..T..)(..)(..)Z$/, "$1-$2-$3:$4:$5Z"));
	if (!(Date.now() < begun + Number(query.get("X-Amz-Expires")) * 1000))
		return new Response("ExpiredRequest", { status: 403 });
	const names = (query.get("X-Amz-SignedHeaders") ?? "").split(";");
	const headers = names.map(
		(name) => `${name}:${name === "host" ? url.host : (request.headers.get(name) ?? "")}\n`,
	);
	const pairs = [...query]
		.filter(([name]) => name !== "X-Amz-Signature")
		.map(([name, value]) => `${uri(name)}=${uri(value)}`)
		.sort();
	const canonical = [
		...[request.method, url.pathname, pairs.join("&"), headers.join(""), names.join(";")],
		"UNSIGNED-PAYLOAD",
	].join("\n");
	const scope = (query.get("X-Amz-Credential") ?? "").split("/").slice(1);
	const hash = hex(await crypto.subtle.digest("SHA-256", encoder.encode(canonical)));
	let key = new Uint8Array(encoder.encode(`AWS4${s3.MEDIA_S3_SECRET}`)).buffer;
	for (const part of scope) key = await hmac(key, part);
	const words = ["AWS4-HMAC-SHA256", date, scope.join("/"), hash].join("\n");
	if (hex(await hmac(key, words)) !== given) return new Response("SignatureDoesNotMatch", { status: 403 });
	const object = url.pathname.replace("/rialto-media/", "");
	if (request.method === "GET") {
		const found = await env.MEDIA.get(object);
		if (!found) return new Response("NoSuchKey", { status: 404 });
		return new Response(await found.arrayBuffer(), {
			headers: { "content-type": found.httpMetadata?.contentType ?? "" },
		});
	}
	if (request.headers.has("if-none-match") && (await env.MEDIA.head(object)))
		return new Response("PreconditionFailed", { status: 412 });
	const contentType = request.headers.get("content-type") ?? "";
	await env.MEDIA.put(object, await request.arrayBuffer(), { httpMetadata: { contentType } });
	return new Response(null, { status: 200 });
}
