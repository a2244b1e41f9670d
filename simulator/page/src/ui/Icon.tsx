// One path each on a 24-unit grid, drawn with a round stroke.
const paths = {
	add: "M12 5v14M5 12h14",
	addPerson: "M15 19a5.5 5.5 0 0 0-11 0M9.5 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M18.5 8v6M15.5 11h6",
	people:
		"M15 19a5.5 5.5 0 0 0-11 0M9.5 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M20.5 18.5a4.6 4.6 0 0 0-4-4.6M15.5 4.8a3.4 3.4 0 0 1 0 6.4",
	back: "M15 5l-7 7 7 7",
	close: "M6 6l12 12M18 6L6 18",
	more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
	send: "M4.5 12L3.6 5.3c-.1-.9.8-1.5 1.6-1.2l15 7c.8.4.8 1.5 0 1.9l-15 7c-.8.3-1.7-.3-1.6-1.2L4.5 12zm0 0H12",
	attach:
		"M19.5 11.5l-7.7 7.7a4.9 4.9 0 0 1-7-7l8-8a3.3 3.3 0 0 1 4.7 4.7l-8 8a1.6 1.6 0 0 1-2.3-2.3l7.2-7.2",
	keyboard: "M4 6.5h16v11H4zM7.5 10v.01M11 10v.01M14.5 10v.01M8.5 14h7",
	down: "M6 9.5l6 6 6-6",
	check: "M5 12.5l4.5 4.5L19 7.5",
	reply: "M9.5 6L4 11.5 9.5 17M4.5 11.5H14c3.5 0 6 2 6 6",
	forward: "M14.5 6l5.5 5.5-5.5 5.5M19.5 11.5H10c-3.5 0-6 2-6 6",
	edit: "M4 20l.9-4L16 4.9a1.6 1.6 0 0 1 2.2 0l.9.9a1.6 1.6 0 0 1 0 2.2L8 19.1z",
	trash: "M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7",
	copy: "M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4",
	photo: "M4 5.5h16v13H4zM4 15.5l4.5-4.5 4 4 2.5-2.5 5 5M15.5 9.5v.01",
	video: "M4 6.5h11v11H4zM15 10.5l5-3v9l-5-3",
	file: "M6.5 3.5h7l4.5 4.5v12.5H6.5zM13.5 3.5V8H18",
	mic: "M12 14.5a3 3 0 0 0 3-3v-5a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3zM6 11.5a6 6 0 0 0 12 0M12 17.5V21",
	smile: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M8.5 14a4.2 4.2 0 0 0 7 0M9 9.5v.01M15 9.5v.01",
	album: "M4 8.5h11.5V20H4zM8 8.5V4.5h12V16h-4.5",
	contact: "M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M5 20a7 7 0 0 1 14 0",
	pin: "M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM12 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4",
	poll: "M6 19V11M12 19V5M18 19v-5",
	dice: "M5 5h14v14H5zM9 9v.01M15 15v.01M12 12v.01M9 15v.01M15 9v.01",
	play: "M8 5.5v13l10.5-6.5z",
	pause: "M8.5 6v12M15.5 6v12",
	block: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M6 6l12 12",
	leave: "M14 4.5H5.5v15H14M10.5 12H20M16.5 8.5L20 12l-3.5 3.5",
	link: "M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1-1",
	leads: "M7.5 16.5l9-9M9 7.5h7.5V15",
	bug: "M8 9.5a4 4 0 0 1 8 0v5a4 4 0 0 1-8 0zM12 9.5v8M4.5 8l3.5 2M4 13.5h4M4.5 19L8 16.5M19.5 8L16 10M20 13.5h-4M19.5 19L16 16.5M9.5 6L8 4M14.5 6L16 4",
	traffic: "M7.5 20V5M4 8.5L7.5 5 11 8.5M16.5 4v15M13 15.5l3.5 3.5 3.5-3.5",
	reset: "M5 5v5h5M5.5 10A7.5 7.5 0 1 1 4.6 14",
	clock: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M12 7v5l3.5 2",
	sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8M12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M5.6 18.4l1.1-1.1M17.3 6.7l1.1-1.1",
	moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z",
	auto: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M12 3.5v17M12 8h5M12 12h8M12 16h5.5",
	bot: "M5 9h14v10H5zM12 9V5M12 4.5v.01M9.5 13.5v.01M14.5 13.5v.01",
	star: "M12 3.8l2.5 5.3 5.7.7-4.2 4 1.1 5.7-5.1-2.8-5.1 2.8L8 13.8l-4.2-4 5.7-.7z",
	lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
	channel: "M4 10v4h3l8 4.5v-13L7 10zM18.5 9.5a4 4 0 0 1 0 5",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 22 }: { name: IconName; size?: number }) {
	return (
		<svg
			className={`icon icon-${name}`}
			width={size}
			height={size}
			viewBox="0 0 24 24"
			aria-hidden="true"
			focusable="false"
		>
			<path d={paths[name]} />
		</svg>
	);
}

export function IconButton(props: {
	icon: IconName;
	label: string;
	onClick: (event: React.MouseEvent<HTMLButtonElement>) => void;
	pressed?: boolean;
	expanded?: boolean;
	disabled?: boolean;
	/** Words beside the icon where there is room for them. */
	text?: string;
	className?: string;
}) {
	return (
		<button
			type="button"
			className={`icon-button ${props.className ?? ""}`}
			aria-label={props.label}
			title={props.label}
			aria-pressed={props.pressed}
			aria-expanded={props.expanded}
			disabled={props.disabled}
			onClick={props.onClick}
		>
			<Icon name={props.icon} />
			{props.text && <span className="icon-text">{props.text}</span>}
		</button>
	);
}
