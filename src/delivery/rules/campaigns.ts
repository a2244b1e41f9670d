export const campaignStates = [
	"draft",
	"scheduled",
	"expanding",
	"sending",
	"paused",
	"cancelling",
	"cancelled",
	"finished",
] as const;
export type CampaignState = (typeof campaignStates)[number];

/** Every way from one state to another, by what happens; nothing else moves a campaign. */
export const transitions = {
	/** For the first time, or for another time. */
	schedule: { from: ["draft", "scheduled"], to: "scheduled" },
	unschedule: { from: ["scheduled"], to: "draft" },
	/** By a person, whenever it was to begin. */
	start: { from: ["draft", "scheduled"], to: "expanding" },
	/** By the clock. */
	due: { from: ["scheduled"], to: "expanding" },
	expanded: { from: ["expanding"], to: "sending" },
	pause: { from: ["expanding", "sending"], to: "paused" },
	/** Goes on expanding if not everybody is in. */
	resume: { from: ["paused"], to: "expanding" },
	cancel: { from: ["expanding", "sending", "paused"], to: "cancelling" },
	finish: { from: ["sending"], to: "finished" },
	cancelled: { from: ["cancelling"], to: "cancelled" },
	resend: { from: ["finished"], to: "sending" },
} as const satisfies Record<string, { from: readonly CampaignState[]; to: CampaignState }>;
export type Transition = keyof typeof transitions;

/** What a campaign says, and to whom, changes as long as nobody has it. */
export const editableStates = transitions.start.from;
/** Something of it may have been sent. */
export const begunStates = campaignStates.filter((state) => !editableStates.some((other) => other === state));

/** States in which blocks are sent. */
export const sendingStates: readonly string[] = ["expanding", "sending"] satisfies CampaignState[];

/** `deleted`: it was sent, and taken back. */
export const terminalStates = ["sent", "failed", "skipped", "unknown", "cancelled", "deleted"] as const;
type TerminalState = (typeof terminalStates)[number];
export const deliveryStates = ["queued", ...terminalStates] as const;
export type Counts = Record<TerminalState, number> & {
	errors: number;
	/** Of the sent ones, those that Telegram would not delete. */
	kept: number;
};

export const noCounts: Counts = {
	...{ sent: 0, failed: 0, skipped: 0, unknown: 0, cancelled: 0, deleted: 0 },
	...{ errors: 0, kept: 0 },
};

export const settled = (counts: Counts) => terminalStates.reduce((sum, state) => sum + counts[state], 0);

/** What came of one delivery. */
export interface Result {
	id: number;
	state: TerminalState;
	messageId: number | null;
	note: string | null;
	/** Not the recipient's own doing: counts towards pausing. */
	error: boolean;
}

export function countsOf(results: readonly Result[]): Counts {
	const counts = { ...noCounts };
	for (const { state, error } of results) {
		counts[state]++;
		if (error) counts.errors++;
	}
	return counts;
}

const idSpan = 2 ** 32;
const blockSpan = 2 ** 20;
/** The deliveries of a campaign lie between these. */
export const idsOf = (no: number) => ({ base: no * idSpan, end: (no + 1) * idSpan - 1 });
export const blocksOf = (no: number) => ({ base: no * blockSpan, end: (no + 1) * blockSpan - 1 });
export const campaignOf = (blockId: number) => Math.floor(blockId / blockSpan);

/** So many recipients are added in one batch, so many are in a block, so many results are written at once. */
export const expansionSize = 5_000;
export const blockSize = 100;
const chunkSize = 25;

export function chunksOf<T>(items: readonly T[]): T[][] {
	return Array.from({ length: Math.ceil(items.length / chunkSize) }, (_, i) =>
		items.slice(i * chunkSize, (i + 1) * chunkSize),
	);
}

/** Fewer errors than this are chance. */
const errorsAtLeast = 10;

/** Whether a campaign should pause: so many of what was tried since a person last looked went wrong. */
export const tooManyErrors = (errors: number, tried: number, percent: number) =>
	errors >= errorsAtLeast && errors * 100 >= tried * percent;

/** What paid broadcast would take and cost: a tenth of a Star for each message above 30 a second. */
export function paidBroadcast(messages: number) {
	const seconds = Math.ceil(messages / 1000);
	return { seconds, stars: Math.ceil(Math.max(0, messages - 30 * seconds) / 10) };
}
