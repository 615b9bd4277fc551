import { addColumn, type Migration } from "./migration.ts";

/** What was said of a step at a month's end. */
export const plan0015: Migration = {
  name: "0015-plan",
  async up(build) {
    await addColumn(build, "step", { name: "kept_for", kind: "text?" });
  },
};
