import { expect, test } from "vitest";
import { Replica } from "#replica/replica.ts";
import { Event } from "#domain/model/event.ts";
import type { EventId, MemberId, WorkspaceId } from "#domain/model/id.ts";
import { Note } from "#domain/model/note.ts";
import { focus } from "./focus.ts";

const id = (n: number) => `01970000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const createdAt = "2026-02-03T09:00:00.000Z";

test("FO2 notes that bear on a question of the focus stand with it, the nearest first, and what was let go does not", () => {
  const replica = new Replica(id(1) as WorkspaceId, id(2) as MemberId, ["event", "note"]); // ids of this test
  const question = "How do others bill for usage?";
  const event = Event.parse({
    id: id(3),
    createdAt,
    name: "Day",
    timeZone: "UTC",
    focus: [{ question }, { question: "Who hires?" }],
  });
  replica.put({ noun: "event", record: event, removed: false });
  const note = (n: number, text: string, state: Note["state"] = "kept") =>
    replica.put({
      noun: "note",
      record: Note.parse({ id: id(n), createdAt, eventId: id(3), text, state }),
      removed: false,
    });
  note(10, "others have what we have");
  note(11, "usage billing: late events are the real problem");
  note(12, "they bill for usage on the first of the month");
  note(13, "bill usage, bill usage", "letGo");
  const [first, second] = focus(replica, id(3) as EventId); // as above
  expect(first?.notes.map((one) => one.text)).toEqual([
    "they bill for usage on the first of the month",
    "usage billing: late events are the real problem",
  ]);
  expect(second).toMatchObject({ question: "Who hires?", answer: null, notes: [] });
});
