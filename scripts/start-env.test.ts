import { expect, test } from "vitest";
import { readStartEnv } from "./start-env.ts";

test("links to files lead to this machine's bucket, and behind a tunnel to the Worker", () => {
	const bucket = (variables: Record<string, string>) => readStartEnv(variables).workerVars.MEDIA_S3_URL;
	const path = "/cdn-cgi/local/r2/s3/rialto-media";
	expect(bucket({})).toBe(`http://localhost:8787${path}`);
	expect(bucket({ PORT: "9000" })).toBe(`http://localhost:9000${path}`);
	expect(bucket({ PUBLIC_URL: "http://127.0.0.1:9000/" })).toBe(`http://127.0.0.1:9000${path}`);
	expect(bucket({ PUBLIC_URL: "https://rialto.example.com" })).toBeUndefined();
	expect(bucket({ MEDIA_S3_URL: `http://127.0.0.1:8787${path}` })).toBe(`http://127.0.0.1:8787${path}`);
});
