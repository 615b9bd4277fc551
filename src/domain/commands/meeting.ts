import * as z from "zod";
import { command, type Work } from "../command.ts";
import { MeetingId } from "../model/id.ts";
import { Meeting } from "../model/person.ts";
import { instantOf } from "../model/time.ts";
import { Refusal } from "../refusal.ts";
import { found, refersTo } from "./found.ts";
import { changes, given } from "./given.ts";
import { refuseToCome } from "./today.ts";

const fields = Meeting.omit({ id: true, createdAt: true });

const add = command({
  title: "Say how we met",
  args: z.strictObject(fields.shape),
  async run(args, work) {
    await refuseUntrue(args, work);
    const id = work.newId() as MeetingId;
    await work.tx.insert("meeting", { ...args, id, createdAt: instantOf(work.now) });
    return { meetingId: id };
  },
});

const change = command({
  title: "Change how we met",
  args: z.strictObject({ meetingId: MeetingId, ...changes(fields.omit({ personId: true })) }),
  async run({ meetingId, ...args }, work) {
    const meeting = await found(work.tx, "meeting", meetingId);
    await refuseUntrue({ ...meeting, ...given(args) }, work);
    await work.tx.patch("meeting", meetingId, given(args));
  },
});

/** What it names is there, nobody is met through themselves, and the day has come. */
async function refuseUntrue(meeting: Omit<Meeting, "id" | "createdAt">, work: Work): Promise<void> {
  const { personId, eventId, sessionId, throughPersonId, metOn } = meeting;
  const person = await found(work.tx, "person", personId);
  await refersTo(work.tx, "event", eventId);
  await refersTo(work.tx, "session", sessionId);
  await refersTo(work.tx, "person", throughPersonId);
  if (throughPersonId === personId) {
    throw new Refusal("invalid", `${person.name} cannot have been met through themselves; name who introduced you.`);
  }
  await refuseToCome(metOn, { what: `Meeting ${person.name}`, eventId }, work);
}

const remove = command({
  title: "Remove how we met",
  args: z.strictObject({ meetingId: MeetingId }),
  async run({ meetingId }, { tx }) {
    await found(tx, "meeting", meetingId);
    await tx.remove("meeting", meetingId);
  },
});

export const meetingCommands = { "meeting.add": add, "meeting.change": change, "meeting.remove": remove } as const;
