import { addColumn, type Migration } from "./migration.ts";

/** Templates in one's own words, and the language of drafts to a person. */
export const drafts0010: Migration = {
  name: "0010-drafts",
  async up(build) {
    await addColumn(build, "workspace", { name: "templates", kind: "json?" });
    await addColumn(build, "person", { name: "language", kind: "text?" });
  },
};
