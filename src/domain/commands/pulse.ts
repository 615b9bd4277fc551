import * as z from "zod";
import { command } from "../command.ts";
import type { PulseId } from "../model/id.ts";
import { Pulse } from "../model/pulse.ts";
import { instantOf } from "../model/time.ts";
import { found } from "./found.ts";
import { todayOf } from "./today.ts";

/** OC3: "still seeing value?" is answered once for each event and number of days; answering again changes the answer. */
const answer = command({
  title: "Say whether an event is still of value",
  args: z.strictObject(Pulse.pick({ eventId: true, afterDays: true, answer: true, line: true }).shape),
  async run(args, work) {
    const { tx, memberId, newId, now } = work;
    await found(tx, "event", args.eventId);
    const answeredOn = await todayOf(work);
    const { eventId, afterDays } = args;
    const [before] = await tx.list("pulse", { eventId, memberId, afterDays });
    if (before !== undefined) {
      await tx.patch("pulse", before.id, { answer: args.answer, line: args.line, answeredOn });
      return { pulseId: before.id };
    }
    const id = newId("the answer") as PulseId;
    await tx.insert("pulse", { ...args, id, createdAt: instantOf(now), memberId, answeredOn });
    return { pulseId: id };
  },
});

export const pulseCommands = { "pulse.answer": answer } as const;
