import { describe, expect, test } from "vitest";
import { day, TestWorkspace } from "../../test/support/workspace.ts";
import { dayWords } from "./day-words.ts";
import { week } from "./week.ts";

describe("days in a few words", () => {
  async function said(now: string) {
    const workspace = await TestWorkspace.open();
    return dayWords(await workspace.replica(), { now: Temporal.Instant.from(now) }).map(
      ({ words, day }) => `${words} ${day}`,
    );
  }

  test("ST1 on a Wednesday", async () => {
    expect(await said("2026-02-04T09:00:00Z")).toEqual([
      "Today 2026-02-04",
      "Tomorrow 2026-02-05",
      "End of week 2026-02-06",
      "Next week 2026-02-09",
      "In two weeks 2026-02-18",
      "In a month 2026-03-04",
    ]);
  });

  test("ST1 each day stands once: on a Friday it is today that ends the week", async () => {
    expect(await said("2026-02-06T09:00:00Z")).toEqual([
      "Today 2026-02-06",
      "Tomorrow 2026-02-07",
      "Next week 2026-02-09",
      "In two weeks 2026-02-20",
      "In a month 2026-03-06",
    ]);
  });

  test("ST3 the week ahead counts what is wanted of me on each day", async () => {
    const workspace = await TestWorkspace.open();
    for (const dueOn of ["2026-02-04", "2026-02-06", "2026-02-06", "2026-02-11"]) {
      await workspace.run("step.add", { what: "Call Ana", dueOn: day(dueOn) });
    }
    await workspace.run("step.add", {
      what: "Send numbers",
      isTheirs: true,
      ownerName: "Bo",
      checkBackOn: day("2026-02-06"),
    });
    const days = week(await workspace.replica(), workspace);
    expect(days.map(({ steps }) => steps)).toEqual([1, 0, 2, 0, 0, 0, 0]);
    expect(days[0]?.day).toBe("2026-02-04");
  });
});
