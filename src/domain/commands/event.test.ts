import { describe, expect, test } from "vitest";
import { event } from "#questions/event.ts";
import { TestWorkspace } from "../../../test/support/workspace.ts";

async function withEvent(fields: object = {}) {
  const workspace = await TestWorkspace.open();
  const args = {
    name: "Partner Day",
    timeZone: "Europe/Brussels",
    startsOn: "2026-02-03",
    endsOn: "2026-02-04",
    ...fields,
  };
  return { workspace, eventId: (await workspace.run("event.add", args)).result.eventId };
}

describe("events", () => {
  test("an event's days can be moved and cleared, and never run backwards", async () => {
    const { workspace, eventId } = await withEvent();
    await expect(workspace.run("event.change", { eventId, startsOn: "2026-02-09" })).rejects.toThrow("cannot end");
    await workspace.run("event.change", { eventId, startsOn: "2026-02-09", endsOn: null });
    expect((await workspace.records()).event).toMatchObject([{ startsOn: "2026-02-09", endsOn: null }]);
    await workspace.run("event.change", { eventId, startsOn: null, endsOn: "2026-02-05" });
    expect((await workspace.records()).event).toMatchObject([{ startsOn: null, endsOn: "2026-02-05" }]);
    await expect(
      workspace.run("event.add", { name: "x", timeZone: "UTC", startsOn: "2026-02-02", endsOn: "2026-02-01" }),
    ).rejects.toThrow("cannot end");
  });

  test("an event that something hangs on stays, and the refusal counts all of it", async () => {
    const { workspace, eventId } = await withEvent();
    const { personId } = (await workspace.run("person.add", { name: "Ana Ruiz" })).result;
    for (const way of ["call", "email"] as const) {
      await workspace.run("touch.add", { personId, way, touchedOn: "2026-02-04", eventId });
    }
    await workspace.run("step.add", { what: "Call Ana", eventId });
    await expect(workspace.run("event.remove", { eventId })).rejects.toThrow(
      '"Partner Day" still has 1 step and 2 touches; move or remove them first.',
    );
    for (const { id } of (await workspace.records()).touch) await workspace.run("touch.remove", { touchId: id });
    for (const { id } of (await workspace.records()).step) await workspace.run("step.remove", { stepId: id });
    await workspace.run("event.remove", { eventId });
    expect((await workspace.records()).event).toEqual([]);
  });

  test("FO1 a focus holds up to three questions, each can be answered, and one without an answer stays in sight", async () => {
    const { workspace, eventId } = await withEvent();
    const focus = async () => event(await workspace.replica(), eventId, { now: workspace.now })?.event.focus;
    await workspace.run("event.focus", { eventId, questions: ["Who else?", "Two partners?"] });
    await workspace.run("event.answer", { eventId, question: "Who else?", answer: "Contoso" });
    await workspace.run("event.focus", { eventId, questions: ["Two partners?", "Who else?", "Price?"] });
    expect(await focus()).toEqual([
      { question: "Two partners?", answer: null },
      { question: "Who else?", answer: "Contoso" },
      { question: "Price?", answer: null },
    ]);
    await workspace.run("event.answer", { eventId, question: "Who else?", answer: null });
    expect((await focus())?.filter(({ answer }) => answer === null).map(({ question }) => question)).toEqual([
      "Two partners?",
      "Who else?",
      "Price?",
    ]);
    const four = ["1", "2", "3", "4"];
    await expect(workspace.run("event.focus", { eventId, questions: four })).rejects.toThrow("questions");
    const unknown = { eventId, question: "Other?", answer: "x" };
    await expect(workspace.run("event.answer", unknown)).rejects.toThrow('has no question "Other?" in its focus');
    expect(await focus()).toHaveLength(3);
  });
});
