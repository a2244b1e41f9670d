import { eq } from "drizzle-orm";
import { permissionsOf } from "../platform/access.ts";
import type { Db } from "../platform/db.ts";
import type { Config } from "../platform/env.ts";
import type { Admins } from "../platform/staff-chat.ts";
import { staff } from "./schema.ts";

/**
 * Whom staff's commands and buttons in Telegram obey. The team's row says it: whoever is demoted or shut out in the
 * dashboard is so here at once. The environment speaks only for whom no row does.
 */
export const createAdmins = ({ db, config }: { db: Db; config: Config }): Admins => ({
	async permissionsOf(telegramId) {
		const [row] = await db
			.select({ role: staff.role, disabledAt: staff.disabledAt })
			.from(staff)
			.where(eq(staff.telegramId, telegramId));
		if (row) return row.disabledAt === null ? permissionsOf(row.role) : {};
		return config.ADMIN_TELEGRAM_IDS.includes(telegramId) ? permissionsOf("owner") : null;
	},
});
