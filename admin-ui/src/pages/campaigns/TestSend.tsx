import { Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { useText } from "../../i18n/text.tsx";
import { digits } from "../../search.ts";
import { useAction } from "../../ui/useAction.tsx";

const name = "test_reader";

interface Props {
	/** Has the API send it to this person. */
	send: (to: number) => Promise<unknown>;
	validate: () => boolean;
	onFields: (fields: Record<string, string>) => void;
}

/** Sends it to one person, as they would read it; who that was is remembered in this browser. */
export function TestSend({ send: sendTo, validate, onFields }: Props) {
	const t = useText();
	const [to, setTo] = useState(() => localStorage.getItem(name) ?? "");
	const [wrong, setWrong] = useState<string>();
	const send = useAction((id: string) => sendTo(Number(id)), {
		done: (_, id) => t("test-sent", { id }),
		after: (_, id) => localStorage.setItem(name, id),
		fields: ({ to: unreachable, ...fields }) => {
			setWrong(unreachable);
			onFields(fields);
		},
	});
	const press = () => {
		const id = digits(to.trim());
		setWrong(id ? undefined : t("only-digits"));
		if (id && validate()) send.mutate(id);
	};
	return (
		<Group gap="xs" align="flex-start" wrap="nowrap">
			<TextInput
				aria-label={t("test-to")}
				placeholder={t("test-to")}
				inputMode="numeric"
				value={to}
				onChange={(event) => setTo(event.currentTarget.value)}
				onKeyDown={(event) => {
					if (event.key !== "Enter") return;
					event.preventDefault();
					press();
				}}
				error={wrong}
				flex={1}
			/>
			<Button variant="default" onClick={press} loading={send.isPending}>
				{t("test-send")}
			</Button>
		</Group>
	);
}
