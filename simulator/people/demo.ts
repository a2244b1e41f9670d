import type { UserInput } from "./inputs.ts";

const FIRST = 100_000_001;

/** Whom a newcomer finds here; ids of their own, so that they are the same people after a reset. */
export const demoPeople = [
	{
		id: FIRST,
		first_name: "Alice",
		last_name: "Moreau",
		username: "alice_moreau",
		language_code: "en",
	},
	{
		id: FIRST + 1,
		first_name: "Bob",
		last_name: "Lindqvist",
		username: "bob_lindqvist",
		language_code: "en",
	},
] satisfies [UserInput & { id: number }, ...(UserInput & { id: number })[]];
