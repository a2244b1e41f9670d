import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./app.css";
import { MantineProvider } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ApiError } from "./api/error.ts";
import { sessionQuery } from "./api/session.ts";
import { TextProvider } from "./i18n/text.tsx";
import { createAppRouter } from "./router.tsx";
import { theme } from "./theme.ts";

const queryClient = new QueryClient({
	queryCache: new QueryCache({
		onError: (error) => {
			// The session has ended: the shell asks who is there, and leads to the login.
			if (!(error instanceof ApiError) || error.status !== 401) return;
			queryClient.setQueryData(sessionQuery.queryKey, null);
			void router.invalidate();
		},
	}),
	defaultOptions: {
		queries: {
			staleTime: 15_000,
			// What the server refuses it refuses again.
			retry: (count, error) =>
				count < 2 && !(error instanceof ApiError && error.status > 0 && error.status < 500),
		},
	},
});
const router = createAppRouter(queryClient);

const root = document.getElementById("root");
if (!root) throw new Error("no root");
createRoot(root).render(
	<StrictMode>
		<MantineProvider theme={theme} defaultColorScheme="auto">
			<QueryClientProvider client={queryClient}>
				<TextProvider>
					<Notifications position="bottom-right" />
					<ModalsProvider>
						<RouterProvider router={router} />
					</ModalsProvider>
				</TextProvider>
			</QueryClientProvider>
		</MantineProvider>
	</StrictMode>,
);
