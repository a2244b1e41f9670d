import { Box, SegmentedControl, Slider, Stack, Text } from "@mantine/core";
import { useState } from "react";
import EasyCrop, { type Area } from "react-easy-crop";
import "react-easy-crop/react-easy-crop.css";
import type { Media } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { DialogButtons } from "../../ui/DialogButtons.tsx";
import { upload } from "../../ui/media/upload.ts";
import { useAction } from "../../ui/useAction.tsx";

const shapes = { "1:1": 1, "4:5": 4 / 5, "3:4": 3 / 4, "16:9": 16 / 9 };
type Shape = keyof typeof shapes;

interface Props {
	url: string;
	onClose: () => void;
	onCropped: (media: Media) => void;
}

/** Cuts a piece out of a picture, which becomes a picture of its own. */
export function Cropper({ url, onClose, onCropped }: Props) {
	const t = useText();
	const [crop, setCrop] = useState({ x: 0, y: 0 });
	const [zoom, setZoom] = useState(1);
	const [shape, setShape] = useState<Shape>("4:5");
	const [area, setArea] = useState<Area>();
	const save = useAction(
		async (piece: Area) =>
			upload(await cut(url, piece), { signal: new AbortController().signal, onProgress: () => undefined }),
		{
			done: () => t("crop-saved"),
			changes: [["media"]],
			after: (media) => {
				onCropped(media);
				onClose();
			},
		},
	);
	return (
		<Stack gap="md">
			<Box pos="relative" h={{ base: 280, sm: 400 }}>
				<EasyCrop
					image={url}
					mediaProps={{ crossOrigin: "anonymous", alt: "" }}
					crop={crop}
					zoom={zoom}
					aspect={shapes[shape]}
					onCropChange={setCrop}
					onZoomChange={setZoom}
					onCropComplete={(_, pixels) => setArea(pixels)}
					disableAutomaticStylesInjection
				/>
			</Box>
			<SegmentedControl
				aria-label={t("crop-shape")}
				value={shape}
				onChange={setShape}
				data={["1:1", "4:5", "3:4", "16:9"] satisfies Shape[]}
			/>
			<Box>
				<Text size="sm">{t("crop-zoom")}</Text>
				<Slider
					thumbLabel={t("crop-zoom")}
					min={1}
					max={3}
					step={0.05}
					label={null}
					value={zoom}
					onChange={setZoom}
				/>
			</Box>
			<Text size="sm" c="dimmed">
				{t("crop-about")}
			</Text>
			<DialogButtons
				onClose={onClose}
				loading={save.isPending}
				disabled={!area}
				onClick={() => area && save.mutate(area)}
			>
				{t("crop-save")}
			</DialogButtons>
		</Stack>
	);
}

/** Drawn anew, so nothing of the file but its pixels goes along. */
async function cut(url: string, { x, y, width, height }: Area): Promise<File> {
	const picture = new Image();
	picture.crossOrigin = "anonymous";
	picture.src = url;
	await picture.decode();
	const canvas = document.createElement("canvas");
	[canvas.width, canvas.height] = [width, height];
	canvas.getContext("2d")?.drawImage(picture, x, y, width, height, 0, 0, width, height);
	const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.92));
	if (!blob) throw new Error("the picture was not drawn");
	return new File([blob], "cropped.jpg", { type: "image/jpeg" });
}
