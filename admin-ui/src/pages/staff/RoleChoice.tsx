import { Radio, Stack } from "@mantine/core";
import { roles } from "../../api/session.ts";
import { useText } from "../../i18n/text.tsx";

interface Props {
	value?: string;
	onChange?: (value: string) => void;
	error?: React.ReactNode;
}

/** One of the roles, with what each may. */
export function RoleChoice(props: Props) {
	const t = useText();
	return (
		<Radio.Group label={t("role")} {...props}>
			<Stack gap="xs" mt={6}>
				{roles.map((role) => (
					<Radio key={role} value={role} label={t(`role-${role}`)} description={t(`role-about-${role}`)} />
				))}
			</Stack>
		</Radio.Group>
	);
}
