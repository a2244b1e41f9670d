import { Skeleton, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { api, ask } from "../../api/client.ts";
import { kindOf, requestQuery, savedRepliesQuery } from "../../api/requests.ts";
import { useCan } from "../../api/session.ts";
import { useText, useWord } from "../../i18n/text.tsx";
import { Actor, None, Person, State, When } from "../../ui/bits.tsx";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { Fact, Facts } from "../../ui/Facts.tsx";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { Composer } from "../../ui/thread/Composer.tsx";
import { Thread } from "../../ui/thread/Thread.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { Assign } from "./Assign.tsx";
import { RequestActions } from "./RequestActions.tsx";
import { colors, Subject } from "./Requests.tsx";

/** One request: what was written about it, and where it is answered. */
export function Request() {
	const t = useText();
	const word = useWord();
	const can = useCan();
	const { id } = useParams({ from: "/shell/requests/$id" });
	const { data, error, refetch } = useQuery(requestQuery(id));
	const { data: replies = [] } = useQuery({ ...savedRepliesQuery, enabled: can("requests") });
	const [draft, setDraft] = useState("");
	useSeen(id, data?.request.unread === true && can("requests"));
	const answer = useAction(
		(text: string) => ask(api.requests[":id"].messages.$post({ param: { id }, json: { text } })),
		{ changes: [["inbox"], ["audit"]], after: () => setDraft("") },
	);
	const retry = useAction(
		(no: number) => ask(api.requests[":id"].messages[":no"].retry.$post({ param: { id, no: String(no) } })),
		{ changes: [["inbox"]] },
	);
	if (!data)
		return (
			<Page title={t("nav-requests")}>
				{error ? <ErrorBox error={error} retry={() => void refetch()} /> : <Skeleton height={320} />}
			</Page>
		);
	const { request, messages } = data;
	const open = request.state === "open";
	const kind = t(`inbox-kind-${kindOf(request)}`);
	return (
		<Page
			title={t("inbox-title", { kind, id: String(request.user_id) })}
			badge={<State color={open ? colors[request.kind] : "gray"}>{t(`inbox-${request.state}`)}</State>}
			actions={open && can("requests") && <RequestActions row={request} />}
		>
			<Panel>
				<Facts>
					<Fact name={t("person")}>
						<Person id={request.user_id} />
					</Fact>
					<Fact name={t("asked-at")}>
						<When at={request.created_at} />
					</Fact>
					{request.kind !== "support" && request.kind !== "appeal" && (
						<Fact name={t("inbox-what")}>
							<Subject row={request} />
						</Fact>
					)}
					{open ? (
						<Fact name={t("inbox-taken")}>
							{can("requests") ? (
								<Assign row={request} />
							) : request.taken_by ? (
								<Actor name={request.taken_by} />
							) : (
								<None />
							)}
						</Fact>
					) : (
						<Fact name={t("inbox-outcome")}>
							{request.outcome ? word("outcome", request.outcome) : <None />} ·{" "}
							<Actor name={request.closed_by} /> · <When at={request.closed_at} />
						</Fact>
					)}
				</Facts>
			</Panel>
			<Stack gap="sm">
				<Thread
					label={t("thread-label")}
					empty={t("thread-empty")}
					onRetry={can("requests") ? (no) => retry.mutate(no) : null}
					retrying={retry.isPending ? retry.variables : null}
					messages={messages.map((message) => ({
						...{ no: message.no, direction: message.direction, text: message.text, at: message.at },
						author: message.direction === "in" ? t("person") : <Actor name={message.author} />,
						media: message.media && t(`thread-media-${message.media}`),
						failure: message.failure && word("thread-failure", message.failure),
					}))}
				/>
				{can("requests") && (
					<Composer
						value={draft}
						onChange={setDraft}
						onSend={(text) => answer.mutate(text)}
						busy={answer.isPending}
						replies={replies}
					/>
				)}
				<Text size="xs" c="dimmed">
					{t("thread-about")}
				</Text>
			</Stack>
		</Page>
	);
}

/** Says that staff have seen it, once each time something new has come. */
function useSeen(id: string, unread: boolean): void {
	const queries = useQueryClient();
	const { mutate } = useMutation({
		mutationFn: (id: string) => ask(api.requests[":id"].read.$post({ param: { id } })),
		onSuccess: () => void queries.invalidateQueries({ queryKey: ["inbox"] }),
	});
	useEffect(() => {
		if (unread) mutate(id);
	}, [unread, id, mutate]);
}
