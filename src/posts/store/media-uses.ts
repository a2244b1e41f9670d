import { sql } from "drizzle-orm";
import type { MediaUse } from "../../media/rules.ts";
import type { Db } from "../../platform/db.ts";

/** Posts that an uploaded file may still go out with. */
export const usesOfMedia = (db: Db, mediaId: string): Promise<MediaUse[]> =>
	db.all<MediaUse>(sql`SELECT 'post' AS kind, CAST(no AS TEXT) AS id, substr(content ->> '$.message', 1, 60) AS name
		FROM posts WHERE content ->> '$.media.media_id' = ${mediaId} AND (state IN ('scheduled', 'paused')
		OR EXISTS (SELECT 1 FROM postings WHERE post_no = posts.no AND state IN ('waiting', 'sending')))
		LIMIT 100`);
