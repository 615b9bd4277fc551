import * as z from "zod";
import { command } from "../command.ts";
import { type StepId, TouchId } from "../model/id.ts";
import type { StepKind } from "../model/step.ts";
import { instantOf } from "../model/time.ts";
import { Touch, type TouchWay } from "../model/touch.ts";
import { found, refersTo } from "./found.ts";
import { changes, given } from "./given.ts";
import { refuseToCome } from "./today.ts";

const fields = Touch.omit({ id: true, createdAt: true });

/** Which kinds of step a touch of each way might have been. */
const kindsOfWay: Record<TouchWay, readonly StepKind[]> = {
  call: ["call"],
  email: ["email", "introduce", "share"],
  message: ["message", "introduce", "share"],
  meeting: ["meet", "call"],
};

/**
 * Logs one contact with a person. It closes no promise (EC2); `offers` names the open steps with that person it may have
 * been, for the door to ask about.
 */
const add = command({
  title: "Log a touch",
  args: z.strictObject(fields.shape),
  async run(args, work) {
    const { tx, newId, now } = work;
    const person = await found(tx, "person", args.personId);
    await refersTo(tx, "event", args.eventId);
    await refuseToCome(args.touchedOn, { what: `A touch with ${person.name}`, eventId: args.eventId }, work);
    await refersTo(tx, "step", args.stepId);
    const id = newId() as TouchId;
    await tx.insert("touch", { ...args, id, createdAt: instantOf(now) });
    return { touchId: id, offers: await offersOf() };

    async function offersOf(): Promise<StepId[]> {
      const steps =
        args.direction === "out"
          ? await tx.list("step", { withPersonId: args.personId, state: "open", isTheirs: false })
          : await tx.list("step", { ownerPersonId: args.personId, state: "open", isTheirs: true });
      return steps
        .filter((step) => kindsOfWay[args.way].includes(step.kind) || step.id === args.stepId)
        .map((step) => step.id);
    }
  },
});

const change = command({
  title: "Change a touch",
  args: z.strictObject({ touchId: TouchId, ...changes(fields.omit({ personId: true })) }),
  async run({ touchId, ...args }, work) {
    const { tx } = work;
    const touch = await found(tx, "touch", touchId);
    const person = await found(tx, "person", touch.personId);
    const { eventId = touch.eventId } = args;
    await refuseToCome(args.touchedOn, { what: `A touch with ${person.name}`, eventId }, work);
    await refersTo(tx, "event", args.eventId);
    await refersTo(tx, "step", args.stepId);
    await tx.patch("touch", touchId, given(args));
  },
});

const remove = command({
  title: "Remove a touch",
  args: z.strictObject({ touchId: TouchId }),
  async run({ touchId }, { tx }) {
    await found(tx, "touch", touchId);
    await tx.remove("touch", touchId);
  },
});

export const touchCommands = { "touch.add": add, "touch.change": change, "touch.remove": remove } as const;
