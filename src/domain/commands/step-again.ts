import type { Work } from "../command.ts";
import type { StepId } from "../model/id.ts";
import { dayWanted, type Step } from "../model/step.ts";
import { addDays, type Day, daysBetween, instantOf } from "../model/time.ts";
import { Refusal } from "../refusal.ts";
import { checkBackDay } from "./check-back.ts";
import { notesTold, settle } from "./settle.ts";
import { todayOf } from "./today.ts";

/** RP1: what comes again comes again after a day. */
export function refuseNoBeginning(step: Pick<Step, "what" | "repeats"> & Parameters<typeof dayWanted>[0]): void {
  if (step.repeats === null || dayWanted(step) !== null) return;
  throw new Refusal("invalid", `"${step.what}" is to come again and has no day yet; give the day on which it begins.`);
}

/** RP2: no door forgets that a step repeats, and the next one is on a day that is to come. */
export async function refuseAgain(step: Step, again: Day | null | undefined, work: Work): Promise<void> {
  if (step.repeats === null) {
    if (again) throw new Refusal("invalid", `"${step.what}" does not repeat; give it a rule with step.change first.`);
    return;
  }
  if (again === null) return;
  if (again === undefined) {
    throw new Refusal(
      "invalid",
      `"${step.what}" repeats (${step.repeats}): say on which day it comes again, or that it does not (null).`,
    );
  }
  const latest = [await todayOf(work), dayWanted(step) ?? ""].sort().at(-1) ?? "";
  if (again <= latest) {
    throw new Refusal("invalid", `"${step.what}" comes again after ${latest}, not on ${again}; choose a later day.`);
  }
}

/** The next one of a step that repeats. The rule goes on with it, so that there is one next step, however often one is reopened. */
export async function comeAgain(step: Step, again: Day, work: Work): Promise<StepId> {
  const { tx, now, newId } = work;
  const { dueOn, dueEnd } = step;
  const due = dueOn === null ? null : again;
  const end = due === null || dueOn === null || dueEnd === null ? null : addDays(due, daysBetween(dueOn, dueEnd));
  const day = { dueOn: due, dueEnd: end };
  const looks = due === null ? again : await checkBackDay(day, work);
  const id = newId(`next of ${step.id}`) as StepId;
  const fresh = { state: "open", closedAt: null, cameOfIt: null, keptFor: null, dueText: null } as const;
  const next: Step = {
    ...step,
    ...fresh,
    deferrals: [],
    ...day,
    id,
    createdAt: instantOf(now),
    checkBackOn: step.isTheirs ? looks : null,
  };
  await tx.insert("step", next);
  await tx.patch("step", step.id, { repeats: null });
  await settle(tx, await notesTold(tx, "step", next));
  return id;
}
