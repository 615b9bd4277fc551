import { addColumn, type Migration } from "./migration.ts";

/**
 * What a person said of a passage itself, beside what became of it. Until now only the state told: where nothing was
 * proposed of a passage that is kept or let go, a person had said so.
 */
export const noteAnswer0003: Migration = {
  name: "0003-note-answer",
  async up(build) {
    const { db, sql } = build;
    await addColumn(build, "note", { name: "answer", kind: "text?" });
    await sql`update "note" set "answer" = "state" where "state" in ('kept', 'letGo') and not exists (
      select 1 from "proposal" where "proposal"."workspace_id" = "note"."workspace_id" and "proposal"."note_id" = "note"."id"
    )`.execute(db);
  },
};
