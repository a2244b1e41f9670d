/** The golden star that stands for Telegram Stars; words beside it or `label` name it. */
export function Star({ size = 18, label }: { size?: number; label?: string }) {
	return (
		<svg
			className="star"
			width={size}
			height={size}
			viewBox="0 0 24 24"
			role={label ? "img" : undefined}
			aria-label={label}
			aria-hidden={label ? undefined : true}
			focusable="false"
		>
			<path d="M12 3.2l2.7 5.7 6.1.8-4.5 4.3 1.2 6.2-5.5-3-5.5 3 1.2-6.2-4.5-4.3 6.1-.8z" />
		</svg>
	);
}

export const formatStars = (amount: number) => amount.toLocaleString("en-GB");

export function Price({ amount, per }: { amount: number; per?: "month" | undefined }) {
	return (
		<span className="price">
			<Star size={16} label="Stars" />
			{formatStars(amount)}
			{per && <small> / {per}</small>}
		</span>
	);
}

/** Bot API, InlineKeyboardButton.pay: ⭐ and XTR in a Pay button become the star. */
export function StarredText({ text }: { text: string }) {
	const parts = text.split(/⭐\uFE0F?|XTR/);
	return parts.map((part, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other identity
		<span key={index}>
			{index > 0 && <Star size={15} label="Stars" />}
			{part}
		</span>
	));
}
