import { sql } from "drizzle-orm";
import type { MediaUse } from "../../media/rules.ts";
import type { Db } from "../../platform/db.ts";

/** What stands on an uploaded file: templates, and campaigns that may still be sent. There are few: no index. */
export const usesOfMedia = (db: Db, mediaId: string): Promise<MediaUse[]> =>
	db.all<MediaUse>(sql`
		SELECT 'template' AS kind, CAST(no AS TEXT) AS id, name FROM message_templates
		WHERE content ->> '$.media.media_id' = ${mediaId}
		UNION ALL SELECT 'campaign', CAST(no AS TEXT), coalesce(name, substr(content ->> '$.message', 1, 60)) FROM campaigns
		WHERE state NOT IN ('finished', 'cancelled') AND content ->> '$.media.media_id' = ${mediaId}
		LIMIT 100`);
