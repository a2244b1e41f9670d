import { DragDropContext, Draggable, Droppable } from "@hello-pangea/dnd";
import { ActionIcon, Box, Button, Group, Modal, Paper, Stack, Text } from "@mantine/core";
import { IconCrop, IconGripVertical, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { Creator } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { MediaPicker } from "../../ui/media/MediaPicker.tsx";
import { MediaThumb } from "../../ui/media/MediaThumb.tsx";
import { MediaUpload } from "../../ui/media/MediaUpload.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useAction } from "../../ui/useAction.tsx";
import { Cropper } from "./Cropper.tsx";

const max = 30;

/** The pictures of a profile, in their order. */
export function Gallery({ creator }: { creator: Creator }) {
	const t = useText();
	const can = useCan();
	const [picking, setPicking] = useState(false);
	const [cropped, setCropped] = useState<string | null>(null);
	const { id, gallery } = creator;
	const ids = gallery.map((picture) => picture.id);
	const set = useAction(
		(change: (now: string[]) => string[]) =>
			// What others have changed meanwhile stays: it is read again right before.
			ask(api.creators[":id"].$get({ param: { id } })).then(({ creator: now }) =>
				ask(
					api.creators[":id"].gallery.$put({
						param: { id },
						json: { media: change(now.gallery.map((picture) => picture.id)) },
					}),
				),
			),
		{ done: () => t("gallery-saved"), changes: [["creator", id], ["audit"]] },
	);
	const add = (media: string[]) => set.mutate((now) => [...new Set([...now, ...media])].slice(0, max));
	const source = gallery.find((picture) => picture.id === cropped);
	if (!can("shop"))
		return (
			<Group>
				{gallery.map((picture, place) => (
					<Box key={picture.id} w={160}>
						<MediaThumb media={shown(picture, t("gallery-picture", { place: place + 1 }))} />
					</Box>
				))}
			</Group>
		);
	return (
		<Panel
			title={t("creator-tab-gallery")}
			actions={
				<Button variant="default" onClick={() => setPicking(true)}>
					{t("gallery-pick")}
				</Button>
			}
		>
			<MediaUpload kinds={["photo"]} onUploaded={(media) => add([media.id])} />
			<Text size="sm" c="dimmed">
				{t("gallery-about")}
			</Text>
			<DragDropContext
				dragHandleUsageInstructions={t("gallery-how-to-drag")}
				onDragEnd={({ source: from, destination: to }) => {
					const moved = ids[from.index];
					if (!to || moved === undefined || to.index === from.index) return;
					set.mutate((now) => {
						const rest = now.filter((one) => one !== moved);
						return [...rest.slice(0, to.index), moved, ...rest.slice(to.index)];
					});
				}}
			>
				<Droppable droppableId="gallery">
					{({ innerRef, droppableProps, placeholder }) => (
						<Stack ref={innerRef} gap={0} {...droppableProps}>
							{gallery.map((picture, place) => {
								const name = t("gallery-picture", { place: place + 1 });
								return (
									<Draggable key={picture.id} draggableId={picture.id} index={place}>
										{(drag) => (
											<Paper ref={drag.innerRef} withBorder p="xs" mb="xs" {...drag.draggableProps}>
												<Group gap="sm" wrap="nowrap">
													<ActionIcon
														component="div"
														variant="subtle"
														color="gray"
														aria-label={t("gallery-move", { name })}
														{...drag.dragHandleProps}
													>
														<IconGripVertical size={18} />
													</ActionIcon>
													<Box w={88}>
														<MediaThumb media={shown(picture, name)} />
													</Box>
													<Text size="sm" flex={1}>
														{picture.width} × {picture.height}
													</Text>
													{picture.kind === "photo" && (
														<ActionIcon
															variant="default"
															size="lg"
															aria-label={t("gallery-crop", { name })}
															onClick={() => setCropped(picture.id)}
														>
															<IconCrop size={18} />
														</ActionIcon>
													)}
													<ActionIcon
														variant="default"
														size="lg"
														aria-label={t("gallery-remove", { name })}
														onClick={() => set.mutate((now) => now.filter((one) => one !== picture.id))}
													>
														<IconTrash size={18} />
													</ActionIcon>
												</Group>
											</Paper>
										)}
									</Draggable>
								);
							})}
							{placeholder}
						</Stack>
					)}
				</Droppable>
			</DragDropContext>
			<MediaPicker
				opened={picking}
				onClose={() => setPicking(false)}
				max={max}
				kinds={["photo"]}
				onPick={(media) => add(media.map((one) => one.id))}
			/>
			<Modal
				opened={source !== undefined}
				onClose={() => setCropped(null)}
				title={t("crop-title")}
				size="lg"
				closeButtonProps={{ "aria-label": t("close") }}
			>
				{source && (
					<Cropper
						url={source.url}
						onClose={() => setCropped(null)}
						onCropped={(media) => set.mutate((now) => now.map((one) => (one === source.id ? media.id : one)))}
					/>
				)}
			</Modal>
		</Panel>
	);
}

const shown = ({ kind, url }: Creator["gallery"][number], name: string) => ({
	...{ url, name, duration: null },
	kind: kind === "video" ? ("video" as const) : ("photo" as const),
});
