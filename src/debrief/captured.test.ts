import { describe, expect, test } from "vitest";
import type { EventId, PersonId, SessionId } from "#domain/model/id.ts";
import { blocksOf } from "#formats/notes.ts";
import { read } from "#reading/read.ts";
import { day, TestWorkspace } from "../../test/support/workspace.ts";
import { type Captured, commandFor } from "./captured.ts";

const takenOn = day("2026-02-04"); // a Wednesday

function captured(text: string, more: Partial<Captured> = {}): Captured {
  const [reading] = read([{ file: "captured", text, blocks: blocksOf(text, "plain"), takenOn }], {
    takenOn,
    timeZone: "Europe/Brussels" as never,
    event: null,
    events: [],
    me: null,
    colleagues: [],
    people: [],
    organizations: [],
    sessions: [],
    workingDays: [1, 2, 3, 4, 5],
  });
  return { text, takenOn, reading, eventId: null, ...more };
}

async function steps(given: Captured) {
  const workspace = await TestWorkspace.open();
  const command = commandFor(given);
  if (command.name !== "page.capture") throw new Error(`It became ${command.name}.`);
  await workspace.run(command.name, command.args);
  return (await workspace.records()).step.map(({ what, dueOn, quote }) => ({ what, dueOn, quote }));
}

describe("a captured line", () => {
  test("RD2 what it says to do is a step at once, with the day it names (RD5)", async () => {
    expect(await steps(captured("-> send Ana the deck by Friday"))).toEqual([
      { what: "Send Ana the deck", dueOn: "2026-02-06", quote: "send Ana the deck by Friday" },
    ]);
  });

  test("a day said by hand is that of the step, whatever the words say", async () => {
    const given = captured("-> send Ana the deck by Friday", { as: { step: day("2026-02-09") } });
    expect(await steps(given)).toMatchObject([{ what: "Send Ana the deck", dueOn: "2026-02-09" }]);
  });

  test("a day said by hand makes a step of a line in which none was read", async () => {
    const text = "their gate queue halved";
    expect(await steps(captured(text, { as: { step: takenOn } }))).toEqual([
      { what: text, dueOn: takenOn, quote: text },
    ]);
  });

  test("a line that says nothing to do is a note about its session and its people", () => {
    const session = { id: "s" as SessionId, guid: null, title: "Routing" };
    const given = captured("their gate queue halved", {
      eventId: "e" as EventId,
      session,
      personIds: ["p" as PersonId],
    });
    expect(commandFor(given)).toEqual({
      name: "note.add",
      args: { text: "their gate queue halved", eventId: "e", sessionId: "s", personIds: ["p"], organizationIds: [] },
    });
  });

  test("what is said to be a note stays one", () => {
    expect(commandFor(captured("-> send Ana the deck", { as: "note" })).name).toBe("note.add");
  });
});
