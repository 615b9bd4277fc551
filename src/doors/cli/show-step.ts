import { sayDay, sayDayFrom } from "#domain/model/say.ts";
import { dayWanted } from "#domain/model/step.ts";
import type { Day } from "#domain/model/time.ts";
import type { StepShown } from "#questions/asking.ts";
import type { Paint } from "./paint.ts";
import { ref } from "./ref.ts";
import { printable } from "./wrap.ts";

/** A step on one line: id, act, other side, day. */
export function stepLine(shown: StepShown, today: Day, paint: Paint): string {
  const { step } = shown;
  const who = shown.owner === "me" ? "" : `${shown.who ?? shown.organization ?? "somebody"}: `;
  const other = shown.owner === "me" && shown.with !== null && !step.what.includes(shown.with) ? shown.with : null;
  const urgent = step.isUrgent ? paint.warn("! ") : "";
  const state = step.state === "open" ? "" : ` ${paint.soft(`[${step.state}]`)}`;
  const again = step.repeats === null ? "" : ` ${paint.soft("↻")}`;
  return `${paint.soft(ref(step.id))}  ${urgent}${printable(who + step.what)}${other === null ? "" : ` ${paint.soft(`(${printable(other)})`)}`}  ${dayOfStep(shown, today, paint)}${again}${state}`;
}

function dayOfStep({ step, owner }: StepShown, today: Day, paint: Paint): string {
  const wanted = dayWanted(step);
  if (wanted === null) return paint.soft("no day yet");
  if (owner === "them") return paint.soft(`check back ${sayDayFrom(wanted, today)}`);
  const from = step.dueEnd !== null && step.dueOn !== null ? `${sayDay(step.dueOn, today)} to ` : "";
  const words = `${from}${sayDayFrom(wanted, today)}`;
  return step.state === "open" && wanted < today ? paint.warn(words) : paint.soft(words);
}
