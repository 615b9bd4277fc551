import * as z from "zod";
import { command } from "../command.ts";
import { Event, type Focus, focusMax } from "../model/event.ts";
import { EventId } from "../model/id.ts";
import { Line, Prose } from "../model/text.ts";
import { sayAll, sayNouns } from "../model/say.ts";
import { instantOf } from "../model/time.ts";
import { Refusal } from "../refusal.ts";
import { unname } from "./unname.ts";
import { found } from "./found.ts";
import { changes, given } from "./given.ts";

const fields = Event.omit({ id: true, createdAt: true });

const add = command({
  title: "Add an event",
  args: fields,
  async run(args, { tx, newId, now }) {
    refuseBackwards(args.startsOn, args.endsOn);
    const id = newId() as EventId;
    await tx.insert("event", { ...args, id, createdAt: instantOf(now) });
    return { eventId: id };
  },
});

const change = command({
  title: "Change an event",
  args: z.strictObject({ eventId: EventId, ...changes(fields.omit({ focus: true })) }),
  async run({ eventId, ...args }, { tx }) {
    const event = await found(tx, "event", eventId);
    const { startsOn = event.startsOn, endsOn = event.endsOn } = args; // null clears a day
    refuseBackwards(startsOn, endsOn);
    await tx.patch("event", eventId, given(args));
  },
});

/** FO1: up to three questions, set before going or at debrief. An answer stays with a question whose words stay. */
const focus = command({
  title: "Set what the event should answer",
  args: z.strictObject({ eventId: EventId, questions: z.array(Line).max(focusMax) }),
  async run({ eventId, questions }, { tx }) {
    const event = await found(tx, "event", eventId);
    const answers = new Map(event.focus.map((item) => [item.question, item.answer]));
    await tx.patch("event", eventId, {
      focus: questions.map((question) => ({ question, answer: answers.get(question) ?? null })),
    });
  },
});

/** FO1: an answer to one question of the focus. */
const answer = command({
  title: "Answer a question of the focus",
  args: z.strictObject({ eventId: EventId, question: Line, answer: Prose.nullable() }),
  async run({ eventId, question, answer }, { tx }) {
    const event = await found(tx, "event", eventId);
    if (!event.focus.some((item) => item.question === question)) {
      throw new Refusal(
        "not-found",
        `"${event.name}" has no question "${question}" in its focus; event.focus sets its questions.`,
      );
    }
    const focus: Focus[] = event.focus.map((item) => (item.question === question ? { question, answer } : item));
    await tx.patch("event", eventId, { focus });
  },
});

/** Only an event that nothing hangs on: notes and steps are never lost with it. */
const remove = command({
  title: "Remove an event",
  args: z.strictObject({ eventId: EventId }),
  async run({ eventId }, { tx }) {
    const event = await found(tx, "event", eventId);
    const counted: [number, string][] = [];
    for (const noun of ["page", "note", "step", "meeting", "touch", "lead", "need", "board"] as const) {
      const { length } = await tx.list(noun, { eventId });
      counted.push([length, sayNouns(length, noun)]);
    }
    const hanging = sayAll(counted);
    if (hanging !== "") {
      throw new Refusal("not-allowed", `"${event.name}" still has ${hanging}; move or remove them first.`);
    }
    for (const session of await tx.list("session", { eventId })) {
      await unname(tx, "session", session.id);
      await tx.remove("session", session.id);
    }
    await unname(tx, "event", eventId);
    await tx.remove("event", eventId);
  },
});

function refuseBackwards(startsOn: string | null | undefined, endsOn: string | null | undefined): void {
  if (startsOn && endsOn && endsOn < startsOn) {
    throw new Refusal(
      "invalid",
      `An event cannot end (${endsOn}) before it starts (${startsOn}); change the other day with it.`,
    );
  }
}

export const eventCommands = {
  "event.add": add,
  "event.change": change,
  "event.focus": focus,
  "event.answer": answer,
  "event.remove": remove,
} as const;
