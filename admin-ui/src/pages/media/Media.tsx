import { Button } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useCan } from "../../api/session.ts";
import type { Media as Picture } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { LibraryFilter, useLibrary } from "../../ui/media/library.tsx";
import { MediaGrid } from "../../ui/media/MediaGrid.tsx";
import { MediaUpload } from "../../ui/media/MediaUpload.tsx";
import type { LibrarySearch } from "../../ui/media/search.ts";
import { Page } from "../../ui/Page.tsx";
import { MediaDialog } from "./MediaDialog.tsx";

/** The library: pictures and videos to send. */
export function Media() {
	const t = useText();
	const can = useCan();
	const search = useSearch({ from: "/shell/media" });
	const navigate = useNavigate({ from: "/media" });
	const go = (next: LibrarySearch) => void navigate({ search: next, replace: true });
	const list = useLibrary(search);
	const [open, setOpen] = useState<Picture | null>(null);
	const writes = can("campaigns") || can("groups");
	const filtered = Object.keys(search).length > 0;
	return (
		<Page title={t("nav-media")} about={t("media-about")}>
			{writes && <MediaUpload />}
			<LibraryFilter search={search} onChange={go} />
			<MediaGrid
				list={list}
				onPress={setOpen}
				empty={{
					title: t(filtered ? "media-empty-found" : "media-empty"),
					about: t(filtered ? "media-empty-found-about" : "media-empty-about"),
					...(filtered
						? {
								action: (
									<Button variant="default" onClick={() => go({})}>
										{t("clear-filters")}
									</Button>
								),
							}
						: {}),
				}}
			/>
			<MediaDialog media={open} onClose={() => setOpen(null)} onChange={setOpen} writes={writes} />
		</Page>
	);
}
