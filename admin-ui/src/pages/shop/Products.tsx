import { Button, Group, Modal, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask } from "../../api/client.ts";
import { useCan } from "../../api/session.ts";
import type { Creator, Product } from "../../api/types.ts";
import { useText } from "../../i18n/text.tsx";
import { Stars, State } from "../../ui/bits.tsx";
import { useConfirm } from "../../ui/confirm.tsx";
import type { Column } from "../../ui/DataTable.tsx";
import { ListAndForm } from "../../ui/ListAndForm.tsx";
import { rowsOf } from "../../ui/listOf.ts";
import { useAction } from "../../ui/useAction.tsx";
import { ProductForm } from "./ProductForm.tsx";

/** What a creator sells. */
export function Products({ creator }: { creator: Creator }) {
	const t = useText();
	const can = useCan();
	const confirm = useConfirm();
	const queries = useQueryClient();
	const [edited, setEdited] = useState<Product | null>(null);
	const changes = [["creator", creator.id], ["audit"]];
	const archive = useAction(({ id }: Product) => ask(api.products[":id"].archive.$post({ param: { id } })), {
		done: (_, { title }) => t("product-archived", { title }),
		changes,
	});
	const restore = useAction(({ id }: Product) => ask(api.products[":id"].restore.$post({ param: { id } })), {
		done: (_, { title }) => t("product-restored", { title }),
		changes,
	});
	const askArchive = async (product: Product) => {
		const yes = await confirm({
			title: t("product-archive-title", { title: product.title }),
			consequences: [
				t("product-archive-stops"),
				...(product.type === "subscription"
					? [t("product-archive-runs"), t("product-archive-renewals")]
					: []),
				t("product-archive-owned"),
			],
			action: t("product-archive"),
		});
		if (yes) archive.mutate(product);
	};
	const columns: Column<Product>[] = [
		{
			key: "title",
			title: t("product"),
			cell: (product) => (
				<div>
					<Text fw={600} size="sm">
						{product.title}
					</Text>
					<Text size="xs" c="dimmed">
						{t(`product-type-${product.type}`)}
					</Text>
				</div>
			),
		},
		{
			key: "state",
			title: t("state"),
			cell: ({ state }) => (
				<State color={state === "on_sale" ? "teal" : "gray"}>{t(`product-state-${state}`)}</State>
			),
		},
		{ key: "stars", title: t("product-price"), align: "right", cell: ({ stars }) => <Stars count={stars} /> },
		{
			key: "media",
			title: t("product-media"),
			align: "right",
			cell: ({ media }) => media.length,
		},
	];
	return (
		<>
			<ListAndForm
				label={t("creator-tab-products")}
				columns={columns}
				list={rowsOf(
					creator.products,
					() => void queries.invalidateQueries({ queryKey: ["creator", creator.id] }),
				)}
				rowKey={({ id }) => id}
				empty={{ title: t("products-none"), about: t("products-none-about") }}
				actions={
					can("shop") &&
					((product) => (
						<Group gap="xs" justify="flex-end">
							<Button size="xs" variant="default" onClick={() => setEdited(product)}>
								{t("product-edit")}
							</Button>
							{product.state === "on_sale" ? (
								<Button size="xs" variant="default" onClick={() => void askArchive(product)}>
									{t("product-archive")}
								</Button>
							) : (
								<Button size="xs" variant="default" onClick={() => restore.mutate(product)}>
									{t("product-restore")}
								</Button>
							)}
						</Group>
					))
				}
				make={
					can("shop")
						? {
								text: t("product-add"),
								title: t("product-add"),
								form: (close) => <ProductForm creatorId={creator.id} product={null} onClose={close} />,
							}
						: null
				}
			/>
			<Modal
				opened={edited !== null}
				onClose={() => setEdited(null)}
				title={t("product-edit")}
				closeButtonProps={{ "aria-label": t("close") }}
			>
				{edited && <ProductForm creatorId={creator.id} product={edited} onClose={() => setEdited(null)} />}
			</Modal>
		</>
	);
}
