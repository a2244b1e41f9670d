import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { IconButton } from "./Icon.tsx";

export const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The browser's own modal dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog(props: { title: string; onClose: () => void; children: ReactNode }) {
	const box = useRef<HTMLDialogElement>(null);
	useEffect(() => {
		const dialog = box.current;
		if (dialog && !dialog.open) dialog.showModal();
		return () => dialog?.close();
	}, []);
	return createPortal(
		<dialog ref={box} className="dialog" aria-label={props.title} onClose={props.onClose}>
			<header>
				<h2>{props.title}</h2>
				<IconButton icon="close" label="Close" onClick={props.onClose} />
			</header>
			{props.children}
		</dialog>,
		document.body,
	);
}

/** A dialog with fields and one action. What the simulator refuses is shown in its own words. */
export function FormDialog(props: {
	title: string;
	action: string;
	onClose: () => void;
	onSubmit: (fields: FormData) => Promise<unknown>;
	children: ReactNode;
}) {
	const [problem, setProblem] = useState<string>();
	const [busy, setBusy] = useState(false);
	const submit = async (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		const fields = new FormData(event.currentTarget);
		setBusy(true);
		try {
			await props.onSubmit(fields);
			props.onClose();
		} catch (error) {
			setProblem(wordsOf(error));
			setBusy(false);
		}
	};
	return (
		<Dialog title={props.title} onClose={props.onClose}>
			<form className="form" onSubmit={submit}>
				{props.children}
				{problem && (
					<p className="problem" role="alert">
						{problem}
					</p>
				)}
				<div className="form-actions">
					<button type="button" className="button quiet" onClick={props.onClose}>
						Cancel
					</button>
					<button type="submit" className="button" disabled={busy}>
						{props.action}
					</button>
				</div>
			</form>
		</Dialog>
	);
}

export const textOf = (fields: FormData, name: string) => {
	const value = fields.get(name);
	return typeof value === "string" ? value.trim() : "";
};

export function Field(props: {
	label: string;
	name: string;
	placeholder?: string;
	required?: boolean;
	value?: string;
	hint?: string;
	type?: string;
	pattern?: string;
	list?: string;
	min?: number;
}) {
	return (
		<label className="field">
			<span>{props.label}</span>
			<input
				name={props.name}
				type={props.type ?? "text"}
				placeholder={props.placeholder}
				required={props.required}
				defaultValue={props.value}
				pattern={props.pattern}
				list={props.list}
				min={props.min}
				autoComplete="off"
			/>
			{props.hint && <small>{props.hint}</small>}
		</label>
	);
}
