import { Paper, Skeleton, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useFormat } from "../../i18n/text.tsx";
import classes from "./Figure.module.css";

interface Props {
	name: string;
	value: number | undefined;
	/** Of so many: the share is shown as well. */
	of?: number | undefined;
	/** The list behind it. */
	to?: string;
	search?: Record<string, string>;
}

export function Figure({ name, value, of, to, search }: Props) {
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
				<Text fz={26} fw={650} lh={1.25} className="number">
					{format.number(value)}
					{of !== undefined && of > 0 && (
						<Text span size="xs" c="dimmed" fw={400} ml={6}>
							{format.percent(value / of)}
						</Text>
					)}
				</Text>
			)}
		</Paper>
	);
}
