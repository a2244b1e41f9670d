/** Why a chat ended, as its people are told. */
export type EndReason =
	| "stop"
	| "next"
	| "block"
	| "unreachable"
	| "idle"
	| "excluded"
	| "report"
	| "bot_closed";
