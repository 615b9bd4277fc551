import { addColumn, type Migration } from "./migration.ts";

/** The event clock's numbers where they are not the usual ones, and a person's slow rhythm. */
export const eventClock0008: Migration = {
  name: "0008-event-clock",
  async up(build) {
    for (const name of ["first_look_working_days", "second_look_days", "third_look_days"]) {
      await addColumn(build, "workspace", { name, kind: "integer?" });
    }
    await addColumn(build, "person", { name: "rhythm_days", kind: "integer?" });
  },
};
