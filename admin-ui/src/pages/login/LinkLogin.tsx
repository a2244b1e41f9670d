import { Alert, Anchor, Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../api/client.ts";
import { ApiError } from "../../api/error.ts";
import { useText } from "../../i18n/text.tsx";
import { ErrorBox } from "../../ui/ErrorBox.tsx";
import { LoginFrame } from "./LoginFrame.tsx";
import { useEnter } from "./useEnter.ts";

/** Where a link by mail leads. Nothing happens before the button is pressed: programs open links as well. */
export function LinkLogin() {
	const t = useText();
	const { token = "", next } = useSearch({ from: "/login/link" });
	const enter = useEnter(next);
	const use = useMutation({
		mutationFn: async () => {
			await ask(api.login.link.$post({ json: { token } }));
			await enter();
		},
	});
	const over = token === "" || (use.error instanceof ApiError && use.error.code === "bad_link");
	return (
		<LoginFrame title={t("login-link-title")} about={t("login-link-about")}>
			{over ? (
				<Alert role="alert">{t("login-link-wrong")}</Alert>
			) : (
				<Button loading={use.isPending} onClick={() => use.mutate()}>
					{t("login-enter")}
				</Button>
			)}
			{!over && use.error && <ErrorBox error={use.error} />}
			<Anchor size="sm" component={Link} to="/login">
				{t("login-link-back")}
			</Anchor>
		</LoginFrame>
	);
}
