import { Text } from "@mantine/core";
import { type Called, wordFor } from "../api/names.ts";
import classes from "./PersonName.module.css";

/** Somebody as staff know them: how Telegram calls them, and their id. */
export function PersonName({ id, called }: { id: number; called: Called | null }) {
	const word = wordFor(called);
	if (word === null) return <span className="number">{id}</span>;
	const username = called?.username ? `@${called.username}` : undefined;
	return (
		<>
			<bdi className={classes.name} title={[word, username].filter(Boolean).join(" ")}>
				{word}
			</bdi>{" "}
			<Text span c="dimmed" size="xs" className="number">
				{id}
			</Text>
		</>
	);
}
