import { useMemo, useRef, useState } from "react";
import { fileUrl } from "../api.ts";
import { Icon } from "../ui/Icon.tsx";
import { duration } from "../ui/time.ts";

const bars = 32;

/** The real wave form is not part of a message; this one only looks the same every time for the same file. */
function waveOf(id: string): number[] {
	let seed = 7;
	for (const letter of id) seed = (seed * 31 + letter.charCodeAt(0)) >>> 0;
	return Array.from({ length: bars }, (_, index) => {
		seed = (seed * 1_664_525 + 1_013_904_223) >>> 0;
		return 0.25 + 0.75 * (seed / 2 ** 32) * Math.sin((Math.PI * (index + 1)) / (bars + 1));
	});
}

/** A voice message (wave) or, with a title, a piece of music (line). */
export function Sound(props: { id: string; seconds: number; title?: string; by?: string | undefined }) {
	const sound = useRef<HTMLAudioElement>(null);
	const [playing, setPlaying] = useState(false);
	const [at, setAt] = useState(0);
	const [length, setLength] = useState(props.seconds);
	const wave = useMemo(() => waveOf(props.id), [props.id]);
	const part = length > 0 ? at / length : 0;
	const toggle = () => {
		if (!sound.current) return;
		if (sound.current.paused) void sound.current.play().catch(() => setPlaying(false));
		else sound.current.pause();
	};
	return (
		<div className="sound">
			<button
				type="button"
				className="round-icon"
				aria-label={`${playing ? "Pause" : "Play"} ${props.title ?? "voice message"}`}
				onClick={toggle}
			>
				<Icon name={playing ? "pause" : "play"} />
			</button>
			<div className="file-text">
				{props.title ? (
					<>
						<b>{props.title}</b>
						<span className="line" style={{ "--part": part }} />
					</>
				) : (
					<span className="wave" aria-hidden="true">
						{wave.map((height, index) => (
							<i
								// biome-ignore lint/suspicious/noArrayIndexKey: bars never move
								key={index}
								className={index / bars < part ? "past" : ""}
								style={{ height: `${Math.round(height * 100)}%` }}
							/>
						))}
					</span>
				)}
				<small>
					{props.by && `${props.by} · `}
					{duration(playing || at > 0 ? at : length)}
				</small>
			</div>
			{/* biome-ignore lint/a11y/useMediaCaption: nobody writes captions for a test's voice messages */}
			<audio
				ref={sound}
				src={fileUrl(props.id)}
				preload="metadata"
				onPlay={() => setPlaying(true)}
				onPause={() => setPlaying(false)}
				onEnded={() => setAt(0)}
				onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
				onLoadedMetadata={(event) => {
					const real = event.currentTarget.duration;
					if (Number.isFinite(real) && real > 0) setLength(real);
				}}
			/>
		</div>
	);
}
