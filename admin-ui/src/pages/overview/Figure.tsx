import { Paper, Skeleton, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useFormat } from "../../i18n/text.tsx";
import { None } from "../../ui/bits.tsx";
import classes from "./Figure.module.css";

interface Props {
	name: string;
	/** null: nobody can say. */
	value: number | null | undefined;
	/** What belongs to it. */
	about?: string | undefined;
	/** The list behind it. */
	to?: string;
	search?: Record<string, string>;
}

export function Figure({ name, value, about, to, search }: Props) {
	const format = useFormat();
	return (
		<Paper withBorder p="md" className={classes.figure}>
			<Text size="xs" c="dimmed">
				{to ? (
					<Link to={to} {...(search ? { search } : {})} className={classes.link}>
						{name}
					</Link>
				) : (
					name
				)}
			</Text>
			{value === undefined ? (
				<Skeleton height={26} width={64} mt={6} />
			) : (
				<>
					<Text fz={26} fw={650} lh={1.25} className="number">
						{value === null ? <None /> : format.number(value)}
					</Text>
					{about && (
						<Text size="xs" c="dimmed">
							{about}
						</Text>
					)}
				</>
			)}
		</Paper>
	);
}
