import type { Config } from "../../platform/env.ts";
import { newId } from "../../platform/ids.ts";
import { reason } from "../../platform/log.ts";
import type { Check } from "../../platform/room.ts";
import { cut } from "../../platform/text.ts";
import { s3Of } from "./bucket.ts";

const timeout = () => AbortSignal.timeout(8_000);
const probeType = "image/png";

/** What the doctor looks at: a file goes in and out by signed links, and a browser may do the same from the dashboard. */
export async function checkLinks({
	env,
	config,
	now,
}: {
	env: Env;
	config: Config;
	now: () => number;
}): Promise<Check> {
	const name = "Links to files (R2 by S3)";
	const fix =
		"Make an R2 API token for the bucket, set MEDIA_S3_URL (https://{account}.r2.cloudflarestorage.com/rialto-media), MEDIA_S3_KEY_ID and MEDIA_S3_SECRET, and run npm run deploy: it lets the dashboard's pages in.";
	const s3 = s3Of(config);
	if (!s3)
		return {
			name,
			ok: true,
			detail: "no S3 keys are set: the Worker itself takes files in and gives them out",
		};
	const key = `staging/${newId("media")}`;
	try {
		const url = await s3.put({ key, type: probeType, size: key.length }, 60);
		await letsIn(url, config.PUBLIC_URL);
		const headers = { "content-type": probeType, "if-none-match": "*" };
		const put = await fetch(url, { method: "PUT", headers, body: key, signal: timeout() });
		if (!put.ok) throw new Error(`a signed upload answers ${put.status}: ${cut(await put.text(), 120)}`);
		const got = await fetch(await s3.get(key, now()), { signal: timeout() });
		const read = await got.text();
		if (read !== key) throw new Error(`a signed link answers ${got.status}: ${cut(read, 120)}`);
		return { name, ok: true, detail: "a file was put and read by signed links" };
	} catch (error) {
		return { name, ok: false, detail: reason(error).replace(/^Error: /, ""), fix };
	} finally {
		await env.MEDIA.delete(key).catch(() => undefined);
	}
}

/** As a browser asks before it uploads. @throws Error if pages of ours are not let in */
async function letsIn(url: string, publicUrl: string): Promise<void> {
	const { origin } = new URL(publicUrl);
	if (new URL(url).origin === origin) return;
	const headers = {
		origin,
		"access-control-request-method": "PUT",
		"access-control-request-headers": "content-type,if-none-match",
	};
	const answer = await fetch(url, { method: "OPTIONS", headers, signal: timeout() });
	const allowed = answer.headers.get("access-control-allow-origin");
	if (!answer.ok || (allowed !== "*" && allowed !== origin))
		throw new Error(`the bucket's CORS does not let ${origin} upload`);
}
