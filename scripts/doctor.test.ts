import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { expect, test } from "vitest";

/** Runs the doctor against a Worker that answers so. */
async function examine(
	status: number,
	answer: unknown,
): Promise<{ code: number | null; said: string; asked: string }> {
	let asked = "";
	const server = createServer((request, response) => {
		asked = `${request.method} ${request.url} ${request.headers.authorization}`;
		response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const address = server.address();
	const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
	const env = { PATH: process.env.PATH, DOCTOR_URL: url, OWNER_KEY: "a-key-of-the-owner" };
	const child = spawn(process.execPath, ["scripts/doctor.ts"], { env });
	let said = "";
	child.stdout.on("data", (chunk) => (said += chunk));
	child.stderr.on("data", (chunk) => (said += chunk));
	const code = await new Promise<number | null>((done) => child.on("close", done));
	await new Promise((done) => server.close(done));
	return { code, said, asked };
}

test("pointed at a deployed address, the doctor says what is missing and what to do", async () => {
	const checks = [
		{ name: "Database (D1)", ok: true, detail: "a row was written" },
		{ name: "Files (R2)", ok: false, detail: "there is no bucket", fix: "Enable R2." },
	];
	const ill = await examine(200, { ok: false, checks });
	expect(ill.asked).toBe("GET /api/doctor Bearer a-key-of-the-owner");
	expect(ill.code).toBe(1);
	expect(ill.said).toMatch(
		/✓ Database[\s\S]*✗ Files \(R2\)\s+there is no bucket\n\s+→ Enable R2\.[\s\S]*1 of 2/,
	);

	const message = "The environment is not complete:\n- OWNER_KEY is missing: set a secret";
	const bare = await examine(503, { error: { code: "incomplete", message } });
	expect(bare.code).toBe(1);
	expect(bare.said).toContain("- OWNER_KEY is missing");
	expect(bare.said).toContain("--secrets-file");

	expect(await examine(200, { ok: true, checks: checks.slice(0, 1) })).toMatchObject({ code: 0 });
});
