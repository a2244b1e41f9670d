import { Code, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiError } from "../api/error.ts";
import { useText } from "../i18n/text.tsx";
import { requestIdOf, wordsOf } from "./ErrorBox.tsx";

interface Options<In, Out> {
	/** What has happened, for the toast. */
	done?: (result: Out, input: In) => string;
	/** Lists and pages that are no longer right, by the beginnings of their keys. */
	changes?: readonly unknown[][];
	after?: (result: Out, input: In) => void;
	/** Takes field errors to where they were typed; then no toast is shown. */
	fields?: (fields: Record<string, string>) => void;
}

/** Something that changes what is: says what happened, or why it did not. */
export function useAction<In, Out>(run: (input: In) => Promise<Out>, options: Options<In, Out> = {}) {
	const t = useText();
	const queries = useQueryClient();
	return useMutation({
		mutationFn: run,
		onSuccess: (result, input) => {
			for (const queryKey of options.changes ?? []) void queries.invalidateQueries({ queryKey });
			if (options.done)
				notifications.show({
					color: "teal",
					icon: <IconCheck size={18} />,
					message: options.done(result, input),
					closeButtonProps: { "aria-label": t("close") },
				});
			options.after?.(result, input);
		},
		onError: (error) => {
			if (options.fields && error instanceof ApiError && Object.keys(error.fields).length > 0)
				return options.fields(error.fields);
			const requestId = requestIdOf(error);
			notifications.show({
				color: "red",
				icon: <IconAlertTriangle size={18} />,
				title: t("error-title"),
				message: (
					<>
						{wordsOf(error, t)}
						{requestId && (
							<Text size="xs" c="dimmed" component="span" display="block">
								{t("request-id")} <Code>{requestId}</Code>
							</Text>
						)}
					</>
				),
				autoClose: 12_000,
				closeButtonProps: { "aria-label": t("close") },
			});
		},
	});
}
