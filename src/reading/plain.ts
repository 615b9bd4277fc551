import type { StepReading } from "#domain/model/proposal.ts";
import type { StepKind } from "#domain/model/step.ts";
import { type Day, plainDate } from "#domain/model/time.ts";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const media: Readonly<Record<StepKind, string>> = {
  call: "call",
  email: "e-mail",
  message: "message",
  meet: "meet",
  investigate: "look into",
  write: "write",
  share: "share",
  introduce: "introduce",
  do: "do",
};

/** "Fri 6 Feb": a day as the plain reading shows it. */
export function dayInWords(day: Day): string {
  const date = plainDate(day);
  return `${weekdays[date.dayOfWeek - 1]} ${date.day} ${months[date.month - 1]}`;
}

/**
 * The plain reading of a step (RD1): who -> whom, does what, of which kind, by when. "You -> Ana Ruiz: send the
 * deck (e-mail), by Fri 6 Feb"; "Ana Ruiz -> you: send the price list (e-mail), check back Thu 12 Feb".
 */
export function plainReading(step: StepReading): string {
  const who = step.owner === "me" ? "You" : (step.who ?? (step.owner === "colleague" ? "A colleague" : "They"));
  const whom = step.owner === "me" ? step.with : (step.with ?? (step.owner === "them" ? "you" : null));
  const kind =
    step.what.toLowerCase().startsWith(media[step.kind]) || step.kind === "do" ? "" : ` (${media[step.kind]})`;
  const asked = step.basis === "asked" ? (step.owner === "me" ? ", asked of you" : ", you asked") : "";
  const maybe = step.certainty === "tentative" ? ", perhaps" : "";
  const text = `${who}${whom === null ? "" : ` -> ${whom}`}: ${step.what.charAt(0).toLowerCase()}${step.what.slice(1)}${kind}${maybe}${asked}${dayPart(step)}`;
  return text.length > 990 ? `${text.slice(0, 989)}…` : text;
}

function dayPart(step: StepReading): string {
  let words = "";
  if (step.dueOn !== null && step.dueEnd !== null) words = `, ${dayInWords(step.dueOn)} to ${dayInWords(step.dueEnd)}`;
  else if (step.dueOn !== null) words = `, by ${dayInWords(step.dueOn)}`;
  else if (step.dueText !== null) words = `, "${step.dueText}"`;
  if (step.checkBackOn !== null) words += `, check back ${dayInWords(step.checkBackOn)}`;
  return words;
}
