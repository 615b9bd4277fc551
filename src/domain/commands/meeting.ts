import * as z from "zod";
import { command } from "../command.ts";
import { MeetingId } from "../model/id.ts";
import { Meeting } from "../model/person.ts";
import { instantOf } from "../model/time.ts";
import { Refusal } from "../refusal.ts";
import { found, refersTo } from "./found.ts";
import { changes, given } from "./given.ts";

const fields = Meeting.omit({ id: true, createdAt: true });

const add = command({
  title: "Say how we met",
  args: z.strictObject(fields.shape),
  async run(args, { tx, newId, now }) {
    const person = await found(tx, "person", args.personId);
    await refersTo(tx, "event", args.eventId);
    await refersTo(tx, "session", args.sessionId);
    await refersTo(tx, "person", args.throughPersonId);
    if (args.throughPersonId === args.personId) {
      throw new Refusal("invalid", `${person.name} cannot have been met through themselves.`);
    }
    const id = newId() as MeetingId;
    await tx.insert("meeting", { ...args, id, createdAt: instantOf(now) });
    return { meetingId: id };
  },
});

const change = command({
  title: "Change how we met",
  args: z.strictObject({ meetingId: MeetingId, ...changes(fields.omit({ personId: true })) }),
  async run({ meetingId, ...args }, { tx }) {
    await found(tx, "meeting", meetingId);
    await refersTo(tx, "event", args.eventId);
    await refersTo(tx, "session", args.sessionId);
    await refersTo(tx, "person", args.throughPersonId);
    await tx.patch("meeting", meetingId, given(args));
  },
});

const remove = command({
  title: "Remove how we met",
  args: z.strictObject({ meetingId: MeetingId }),
  async run({ meetingId }, { tx }) {
    await found(tx, "meeting", meetingId);
    await tx.remove("meeting", meetingId);
  },
});

export const meetingCommands = { "meeting.add": add, "meeting.change": change, "meeting.remove": remove } as const;
