import { Refusal } from "#domain/refusal.ts";
import { nouns0001 } from "./migrations/0001-nouns.ts";
import { refusals0002 } from "./migrations/0002-refusals.ts";
import { noteAnswer0003 } from "./migrations/0003-note-answer.ts";
import { partialIndexes0004 } from "./migrations/0004-partial-indexes.ts";
import { journalStamp0005 } from "./migrations/0005-journal-stamp.ts";
import { memory0006 } from "./migrations/0006-memory.ts";
import { combBackDay0007 } from "./migrations/0007-comb-back-day.ts";
import { eventClock0008 } from "./migrations/0008-event-clock.ts";
import { deviceNames0009 } from "./migrations/0009-device-names.ts";
import { drafts0010 } from "./migrations/0010-drafts.ts";
import { followThrough0011 } from "./migrations/0011-follow-through.ts";
import { wall0012 } from "./migrations/0012-wall.ts";
import { plan0015 } from "./migrations/0015-plan.ts";
import { roadmap0017 } from "./migrations/0017-roadmap.ts";
import { value0018 } from "./migrations/0018-value.ts";
import type { Build, Migration } from "./migrations/migration.ts";

/** Every migration, in the order in which they run. */
export const migrations: readonly Migration[] = [
  nouns0001,
  refusals0002,
  noteAnswer0003,
  partialIndexes0004,
  journalStamp0005,
  memory0006,
  combBackDay0007,
  eventClock0008,
  deviceNames0009,
  drafts0010,
  followThrough0011,
  wall0012,
  plan0015,
  roadmap0017,
  value0018,
];

/** The row of the table `migration` that is locked by who migrates; it names no migration. */
export const lockName = "lock";

/**
 * Those that a database has still to go through, given the names in its table `migration`. A database that went
 * through one that is not known here is newer than this program: refused as `not-allowed`, untouched (invariant 5).
 */
export function pendingOf(done: readonly string[]): Migration[] {
  const known = new Set(migrations.map((migration) => migration.name));
  const newer = done.find((name) => !known.has(name) && name !== lockName);
  if (newer !== undefined) {
    throw new Refusal(
      "not-allowed",
      `This data was written by a newer Upshot (${newer}; this one knows up to ${migrations.at(-1)?.name}). ` +
        "Nothing was changed. Install the newer Upshot to open it.",
    );
  }
  return migrations.filter((migration) => !done.includes(migration.name));
}

/** Makes the table that names what was done: a name and the instant. */
export async function createMigrationTable({ db }: Build): Promise<void> {
  const table = db.schema.createTable("migration").ifNotExists();
  await table
    .addColumn("name", "text", (column) => column.primaryKey())
    .addColumn("ran_at", "text", (column) => column.notNull())
    .execute();
}

/** Runs what is pending, one after another, and writes down each as it is done. The caller holds the lock. */
export async function migrate(build: Build): Promise<void> {
  const rows = await build.db.selectFrom("migration").select(["name"]).execute();
  for (const migration of pendingOf(rows.map((row) => String(row["name"])))) {
    await migration.up(build);
    const done = { name: migration.name, ran_at: new Date().toISOString() };
    await build.db.insertInto("migration").values(done).execute();
  }
}
