const skies = [
	["#ffd194", "#d1913c", "#3b4371"],
	["#a1c4fd", "#c2e9fb", "#2b5876"],
	["#fbc2eb", "#a6c1ee", "#4b3f72"],
	["#84fab0", "#8fd3f4", "#14566b"],
	["#f6d365", "#fda085", "#5b2a48"],
] as const;

export function canvasOf(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
	const canvas = document.createElement("canvas");
	canvas.width = width;
	canvas.height = height;
	const draw = canvas.getContext("2d");
	if (!draw) throw new Error("This browser cannot draw");
	return [canvas, draw];
}

function hills(
	draw: CanvasRenderingContext2D,
	width: number,
	height: number,
	base: number,
	phase: number,
): void {
	draw.beginPath();
	draw.moveTo(0, height);
	for (let x = 0; x <= width; x += 8) {
		const wave = Math.sin(x / (width / 7) + phase) + 0.5 * Math.sin(x / (width / 17) + phase * 2);
		draw.lineTo(x, height * base - wave * height * 0.06);
	}
	draw.lineTo(width, height);
	draw.fill();
}

/** A made-up landscape, another one each time; `at` moves the sun, for moving pictures. */
export function paint(draw: CanvasRenderingContext2D, seed: number, at = 0): void {
	const { width, height } = draw.canvas;
	const [top, bottom, land] = skies[seed % skies.length] ?? skies[0];
	const sky = draw.createLinearGradient(0, 0, 0, height);
	sky.addColorStop(0, top);
	sky.addColorStop(1, bottom);
	draw.fillStyle = sky;
	draw.fillRect(0, 0, width, height);
	draw.fillStyle = "rgb(255 255 255 / 0.85)";
	draw.beginPath();
	const x = width * (0.2 + ((seed * 0.17 + at * 0.6) % 0.6));
	draw.arc(x, height * (0.3 - 0.1 * Math.sin(at * Math.PI)), Math.min(width, height) * 0.09, 0, 7);
	draw.fill();
	for (const [index, base] of [0.62, 0.74, 0.87].entries()) {
		draw.globalAlpha = 0.45 + index * 0.27;
		draw.fillStyle = land;
		hills(draw, width, height, base, seed + index * 2);
	}
	draw.globalAlpha = 1;
}

const toBlob = (canvas: HTMLCanvasElement, type: string) =>
	new Promise<Blob>((resolve, reject) =>
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("No picture was made"))), type, 0.9),
	);

export const randomSeed = () => Math.floor(Math.random() * 1000);

export function samplePicture(seed = randomSeed(), width = 960, height = 640): Promise<Blob> {
	const [canvas, draw] = canvasOf(width, height);
	paint(draw, seed);
	return toBlob(canvas, "image/jpeg");
}

export function sampleSticker(): Promise<Blob> {
	const [canvas, draw] = canvasOf(512, 512);
	draw.font = "380px sans-serif";
	draw.textAlign = "center";
	draw.textBaseline = "middle";
	draw.shadowColor = "rgb(0 0 0 / 0.25)";
	draw.shadowBlur = 18;
	draw.fillText(["🦊", "🐼", "🦄", "🐙", "🦉"][randomSeed() % 5] ?? "🦊", 256, 276);
	return toBlob(canvas, "image/webp");
}
