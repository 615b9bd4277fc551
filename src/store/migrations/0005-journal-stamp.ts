import { addColumn, type Migration } from "./migration.ts";

/**
 * A stamp on each journal entry, made by chance when it was written. Where a store was put back to an earlier state and the
 * same commands came again, their stamps are others: so a device notices that it has seen another history.
 */
export const journalStamp0005: Migration = {
  name: "0005-journal-stamp",
  async up(build) {
    await addColumn(build, "journal", { name: "stamp", kind: "id?" });
  },
};
