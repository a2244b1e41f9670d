import { type FormEvent, useState } from "react";
import { api } from "../api.ts";
import { useStore } from "../state/store.ts";
import { nameOf, world } from "../state/world.ts";
import type { Fault } from "../types.ts";
import { Field, textOf, wordsOf } from "../ui/Dialog.tsx";
import { LimitsForm } from "./LimitsForm.tsx";

const ready: { label: string; fault: Fault }[] = [
	{ label: "429 for 3 s", fault: { method: "*", status: 429, retry_after: 3 } },
	{ label: "500 once", fault: { method: "*", status: 500, description: "Internal Server Error" } },
	{ label: "2 s slow, 5 times", fault: { method: "*", latency_ms: 2000, times: 5 } },
	{ label: "Lost answer", fault: { method: "sendMessage", drop_answer: true } },
];

const methods = [
	"*",
	"sendMessage",
	"editMessageText",
	"answerCallbackQuery",
	"sendPhoto",
	"copyMessage",
	"getFile",
];

function fromForm(fields: FormData): Fault {
	const fault: Fault = { method: textOf(fields, "method") || "*" };
	for (const name of ["status", "retry_after", "latency_ms", "times", "bot"] as const) {
		const value = textOf(fields, name);
		if (value !== "") fault[name] = Number(value);
	}
	const description = textOf(fields, "description");
	if (description !== "") fault.description = description;
	if (fields.get("drop_answer") === "on") fault.drop_answer = true;
	return fault;
}

function describe(fault: Fault): string {
	const parts = [fault.method === "*" ? "any method" : fault.method];
	if (fault.status) parts.push(String(fault.status));
	if (fault.retry_after) parts.push(`retry after ${fault.retry_after} s`);
	if (fault.latency_ms) parts.push(`${fault.latency_ms} ms late`);
	if (fault.drop_answer) parts.push("answer lost");
	return `${parts.join(", ")}, ${fault.times ?? 1}×`;
}

export function Faults() {
	const bots = useStore(world, (now) => now.bots);
	const [added, setAdded] = useState<string[]>([]);
	const [problem, setProblem] = useState<string>();

	const run = async (action: () => Promise<unknown>, note: (now: string[]) => string[]) => {
		try {
			await action();
			setProblem(undefined);
			setAdded(note);
		} catch (error) {
			setProblem(wordsOf(error));
		}
	};
	const add = (fault: Fault) =>
		run(
			() => api.addFault(fault),
			(now) => [describe(fault), ...now].slice(0, 8),
		);
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		void add(fromForm(new FormData(event.currentTarget)));
	};

	return (
		<div className="panel-body">
			<LimitsForm onProblem={setProblem} />
			<h3>Make the next calls fail</h3>
			<div className="chips">
				{ready.map(({ label, fault }) => (
					<button type="button" className="chip" key={label} onClick={() => void add(fault)}>
						{label}
					</button>
				))}
			</div>
			<form className="form grid" onSubmit={submit}>
				<Field label="Method" name="method" value="sendMessage" list="methods" />
				<datalist id="methods">
					{methods.map((method) => (
						<option key={method} value={method} />
					))}
				</datalist>
				<label className="field">
					<span>Bot</span>
					<select name="bot" defaultValue="">
						<option value="">Any</option>
						{bots.map((bot) => (
							<option key={bot.id} value={bot.id}>
								{nameOf(bot)}
							</option>
						))}
					</select>
				</label>
				<Field label="Status" name="status" type="number" placeholder="429" />
				<Field label="Retry after, s" name="retry_after" type="number" min={0} />
				<Field label="Latency, ms" name="latency_ms" type="number" min={0} />
				<Field label="Times" name="times" type="number" min={1} value="1" />
				<Field label="Description" name="description" placeholder="Bad Request: …" />
				<label className="check">
					<input type="checkbox" name="drop_answer" /> Lose the answer
				</label>
				<div className="form-actions">
					<button type="button" className="button quiet" onClick={() => void run(api.clearFaults, () => [])}>
						Clear all
					</button>
					<button type="submit" className="button">
						Add
					</button>
				</div>
			</form>
			{problem && (
				<p className="problem" role="alert">
					{problem}
				</p>
			)}
			<div aria-live="polite">
				{added.length > 0 && <h3>Added</h3>}
				<ul className="added">
					{added.map((line, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: the same fault may be added twice
						<li key={index}>{line}</li>
					))}
				</ul>
			</div>
		</div>
	);
}
