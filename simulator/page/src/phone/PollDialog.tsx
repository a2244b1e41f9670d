import { Field, FormDialog, textOf } from "../ui/Dialog.tsx";
import type { Attachment } from "./attachments.ts";

export function PollDialog(props: { onClose: () => void; onSend: (poll: Attachment) => Promise<unknown> }) {
	return (
		<FormDialog
			title="New poll"
			action="Send"
			onClose={props.onClose}
			onSubmit={(fields) => {
				const options = textOf(fields, "options")
					.split("\n")
					.map((line) => line.trim())
					.filter(Boolean);
				const type = fields.get("quiz") === "on" ? "quiz" : "regular";
				return props.onSend({ poll: { question: textOf(fields, "question"), options, type } });
			}}
		>
			<Field label="Question" name="question" required value="Where shall we meet?" />
			<label className="field">
				<span>Options, one per line</span>
				<textarea name="options" rows={4} defaultValue={"At the café\nIn the park\nOnline"} />
			</label>
			<label className="check">
				<input type="checkbox" name="quiz" /> A quiz
			</label>
		</FormDialog>
	);
}
