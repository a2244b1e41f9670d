import { memo } from "react";

export const peerColour = (id: number) => `var(--peer-${Math.abs(id) % 7})`;

function initials(title: string): string {
	const words = title.trim().split(/\s+/u);
	const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
		(word) => [...(word ?? "")][0] ?? "",
	);
	return letters.join("").toUpperCase() || "?";
}

export const Avatar = memo(function Avatar({
	id,
	title,
	size = 40,
}: {
	id: number;
	title: string;
	size?: number;
}) {
	const style = {
		width: size,
		height: size,
		fontSize: Math.round(size * 0.4),
		"--colour": `var(--avatar-${Math.abs(id) % 7})`,
	};
	return (
		<span className="avatar" style={style} aria-hidden="true">
			{initials(title)}
		</span>
	);
});
