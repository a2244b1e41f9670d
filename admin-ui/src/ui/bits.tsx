import { Anchor, Badge, type MantineColor, Text } from "@mantine/core";
import { createLink, type LinkComponent } from "@tanstack/react-router";
import { type AnchorHTMLAttributes, type ReactNode, type Ref, useEffect, useState } from "react";
import { useName } from "../api/names.ts";
import { useStaffName } from "../api/team.ts";
import { useFormat, useText } from "../i18n/text.tsx";
import { now as worldNow } from "../world.ts";
import { PersonName } from "./PersonName.tsx";

/** A link inside the app, dressed as Mantine's. */
const Dressed = ({
	ref,
	...props
}: AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> }) => (
	<Anchor ref={ref} inherit {...props} />
);
export const Go: LinkComponent<typeof Dressed> = createLink(Dressed);

/** The time now, told anew every half minute. */
export function useNow(everyMs = 30_000): number {
	const [now, setNow] = useState(() => worldNow());
	useEffect(() => {
		const timer = setInterval(() => setNow(worldNow()), everyMs);
		return () => clearInterval(timer);
	}, [everyMs]);
	return now;
}

/** How long ago, and exactly when on a closer look. */
export function When({ at }: { at: string | null | undefined }) {
	const format = useFormat();
	const now = useNow();
	if (!at) return <None />;
	return (
		<time dateTime={at} title={format.dateTime(at)}>
			{format.ago(at, now)}
		</time>
	);
}

export const None = () => (
	<Text span c="dimmed" data-none aria-hidden>
		–
	</Text>
);

export function State({ color, children }: { color: MantineColor; children: ReactNode }) {
	return (
		<Badge variant="light" color={color} tt="none" fw={600} className="state">
			{children}
		</Badge>
	);
}

/** Somebody by their name and Telegram id, and the way to their page; who was erased has none. */
export function Person({ id }: { id: number | null }) {
	const t = useText();
	const called = useName(id);
	if (id === null || id < 0)
		return (
			<Text span c="dimmed" inherit>
				{t("erased")}
			</Text>
		);
	return (
		<Go to="/people/$id" params={{ id: String(id) }}>
			<PersonName id={id} called={called} />
		</Go>
	);
}

/** Who did something, as the audit names them. */
export function Actor({ name }: { name: string | null }) {
	const t = useText();
	const nameOf = useStaffName();
	if (name === null) return <None />;
	const [, kind, id = ""] = /^(telegram|staff|key):(.+)$/.exec(name) ?? [];
	if (kind === "telegram") return <Person id={Number(id)} />;
	if (kind === "staff") return <span title={id}>{nameOf(id)}</span>;
	if (kind === "key") return <span title={id}>{t("actor-key")}</span>;
	if (name === "owner" || name === "system") return <>{t(`actor-${name}`)}</>;
	return <>{name}</>;
}

export function Stars({ count }: { count: number }) {
	const format = useFormat();
	const t = useText();
	return (
		<Text span inherit className="number" aria-label={t("stars", { count })}>
			⭐ {format.number(count)}
		</Text>
	);
}
