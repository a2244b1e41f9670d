/** Decoration only: the product's name stands beside it. */
export function Logo() {
	return (
		<svg className="logo" viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">
			<rect width="32" height="32" rx="9" />
			<path d="M6 15.5 25 8l-3.2 16-5.6-4.2-3 2.9-.5-5L21 11.5 10 17z" />
		</svg>
	);
}
