import { addColumn, type Migration } from "./migration.ts";

/** The weekday on which old notes come back. */
export const combBackDay0007: Migration = {
  name: "0007-comb-back-day",
  async up(build) {
    await addColumn(build, "workspace", { name: "comb_back_day", kind: "integer?" });
  },
};
