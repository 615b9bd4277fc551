import { addColumn, type Migration } from "./migration.ts";

/** What people call their devices. */
export const deviceNames0009: Migration = {
  name: "0009-device-names",
  async up(build) {
    await addColumn(build, "workspace", { name: "device_names", kind: "json?" });
  },
};
