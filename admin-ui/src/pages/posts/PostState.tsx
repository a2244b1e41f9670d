import { useText } from "../../i18n/text.tsx";
import { State } from "../../ui/bits.tsx";
import {
	type PostingState as Posting,
	postColors,
	postingColors,
	type PostState as Status,
} from "./states.ts";

export function PostState({ status }: { status: Status }) {
	const t = useText();
	return <State color={postColors[status]}>{t(`post-${status}`)}</State>;
}

export function PostingState({ state }: { state: Posting }) {
	const t = useText();
	return <State color={postingColors[state]}>{t(`posting-${state}`)}</State>;
}
