import { canvasOf, paint, randomSeed } from "./picture.ts";

const rate = 16_000;

/** Three soft tones as a WAV file: the one kind of sound a page can write without an encoder. */
export function sampleSound(seconds = 3): Blob {
	const count = rate * seconds;
	const view = new DataView(new ArrayBuffer(44 + count * 2));
	const word = (at: number, text: string) => {
		for (const [index, letter] of [...text].entries()) view.setUint8(at + index, letter.charCodeAt(0));
	};
	word(0, "RIFF");
	view.setUint32(4, 36 + count * 2, true);
	word(8, "WAVEfmt ");
	view.setUint32(16, 16, true);
	view.setUint16(20, 1, true);
	view.setUint16(22, 1, true);
	view.setUint32(24, rate, true);
	view.setUint32(28, rate * 2, true);
	view.setUint16(32, 2, true);
	view.setUint16(34, 16, true);
	word(36, "data");
	view.setUint32(40, count * 2, true);
	for (let index = 0; index < count; index++) {
		const note = Math.floor(index / (count / 3));
		const within = (index % (count / 3)) / (count / 3);
		const tone = Math.sin((2 * Math.PI * ([392, 494, 587][note] ?? 392) * index) / rate);
		view.setInt16(44 + index * 2, tone * 9000 * Math.sin(Math.PI * within), true);
	}
	return new Blob([view.buffer], { type: "audio/wav" });
}

/** Records a moving landscape for a moment, as the browser has no other way to write a video. */
export function sampleVideo(width = 640, height = 400, milliseconds = 1600): Promise<Blob> {
	const [canvas, draw] = canvasOf(width, height);
	const seed = randomSeed();
	const type = ["video/mp4", "video/webm"].find((each) => MediaRecorder.isTypeSupported(each));
	if (!type) return Promise.reject(new Error("This browser cannot record a video; choose a file"));
	const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: type });
	const parts: Blob[] = [];
	const begun = performance.now();
	const timer = setInterval(() => {
		const at = (performance.now() - begun) / milliseconds;
		paint(draw, seed, at);
		if (at >= 1 && recorder.state === "recording") recorder.stop();
	}, 40);
	return new Promise((resolve, reject) => {
		recorder.ondataavailable = (event) => parts.push(event.data);
		recorder.onerror = () => reject(new Error("The sample video could not be recorded"));
		recorder.onstop = () => {
			clearInterval(timer);
			resolve(new Blob(parts, { type }));
		};
		paint(draw, seed);
		recorder.start();
	});
}
