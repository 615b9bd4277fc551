import type { Migration } from "./migration.ts";

/**
 * What a person said of a passage itself, beside what became of it. Until now only the state told: where nothing was
 * proposed of a passage that is kept or let go, a person had said so.
 */
export const noteAnswer0003: Migration = {
  name: "0003-note-answer",
  async up({ db, sql, engine }) {
    if (engine === "postgres") await sql`alter table "note" add column if not exists "answer" text`.execute(db);
    else {
      const { rows } = await sql<{ name: string }>`select name from pragma_table_info('note')`.execute(db);
      if (!rows.some(({ name }) => name === "answer")) {
        await sql`alter table "note" add column "answer" text`.execute(db);
      }
    }
    await sql`update "note" set "answer" = "state" where "state" in ('kept', 'letGo') and not exists (
      select 1 from "proposal" where "proposal"."workspace_id" = "note"."workspace_id" and "proposal"."note_id" = "note"."id"
    )`.execute(db);
  },
};
