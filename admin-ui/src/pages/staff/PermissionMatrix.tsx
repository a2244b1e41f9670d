import { Checkbox, Input, Table } from "@mantine/core";
import { useId } from "react";
import { actions, areas } from "../../api/areas.ts";
import type { Session } from "../../api/session.ts";
import { useText } from "../../i18n/text.tsx";
import { allToggled, grantable, type Permissions, toggled } from "./permissions.ts";

interface Props {
	/** What whoever makes the key may: a key never holds more. */
	own: Session["permissions"];
	value: Permissions;
	onChange: (value: Permissions) => void;
	error?: React.ReactNode;
}

/** Areas by reading and writing. */
export function PermissionMatrix({ own, value, onChange, error }: Props) {
	const t = useText();
	const id = useId();
	return (
		<div>
			<Input.Label id={id} component="div">
				{t("key-may")}
			</Input.Label>
			<Table verticalSpacing={4} horizontalSpacing="xs" aria-labelledby={id}>
				<Table.Thead>
					<Table.Tr>
						<Table.Th>{t("area")}</Table.Th>
						{actions.map((action) => {
							const open = areas.filter((area) => grantable(own, area, action));
							const ticked = open.filter((area) => value[area]?.includes(action));
							return (
								<Table.Th key={action} w={92}>
									<Checkbox
										size="xs"
										label={t(`may-${action}`)}
										aria-label={t(`may-${action}-all`)}
										checked={ticked.length === open.length}
										indeterminate={ticked.length > 0 && ticked.length < open.length}
										onChange={(event) =>
											onChange(allToggled(value, own, action, event.currentTarget.checked))
										}
									/>
								</Table.Th>
							);
						})}
					</Table.Tr>
				</Table.Thead>
				<Table.Tbody>
					{areas.map((area) => (
						<Table.Tr key={area}>
							<Table.Td>{t(`area-${area}`)}</Table.Td>
							{actions.map((action) => (
								<Table.Td key={action}>
									<Checkbox
										size="xs"
										aria-label={`${t(`area-${area}`)}: ${t(`may-${action}`)}`}
										disabled={!grantable(own, area, action)}
										checked={value[area]?.includes(action) ?? false}
										onChange={(event) => onChange(toggled(value, area, action, event.currentTarget.checked))}
									/>
								</Table.Td>
							))}
						</Table.Tr>
					))}
				</Table.Tbody>
			</Table>
			{error && <Input.Error role="alert">{error}</Input.Error>}
		</div>
	);
}
