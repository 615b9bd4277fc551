import { addColumn, type Migration } from "./migration.ts";

/** What the memory rests on (RD6): the heading a proposal stands under, and what the workspace is to leave out of it. */
export const memory0006: Migration = {
  name: "0006-memory",
  async up(build) {
    await addColumn(build, "proposal", { name: "heading", kind: "text?" });
    await addColumn(build, "workspace", { name: "forgotten", kind: "json?" });
  },
};
