import { createTable, type Migration } from "./migration.ts";

/**
 * Why a device's command was not applied, by its place in the device's queue: a device whose answer was lost on the way
 * asks again, and is told the same.
 */
export const refusals0002: Migration = {
  name: "0002-refusals",
  async up(build) {
    await createTable(build, "refusal", {
      columns: { device_id: "id", sequence: "integer", entry_id: "id", code: "text", message: "text" },
      key: ["device_id", "sequence"],
    });
  },
};
