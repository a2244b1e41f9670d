import { Group, Text } from "@mantine/core";

export function Logo() {
	return (
		<Group gap={9} wrap="nowrap">
			<img src="/admin/favicon.svg" width={28} height={28} alt="" />
			<Text fw={700} fz="lg" lts="-0.01em">
				Rialto
			</Text>
		</Group>
	);
}
