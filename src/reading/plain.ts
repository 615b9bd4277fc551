import type { StepReading } from "#domain/model/proposal.ts";
import { kindHeadings, sayDay } from "#domain/model/say.ts";

/**
 * The plain reading of a step (RD1): who -> whom, does what, of which kind, by when. "You -> Ana Ruiz: send the
 * deck (e-mail), by Fri 6 Feb"; "Ana Ruiz -> you: send the price list (e-mail), check back Thu 12 Feb". An organization stands where nobody of it is named.
 */
export function plainReading(step: StepReading): string {
  const others = step.owner === "colleague" ? "A colleague" : (step.organization ?? "They");
  const who = step.owner === "me" ? "You" : (step.who ?? others);
  const whom =
    step.owner === "me" ? (step.with ?? step.organization) : (step.with ?? (step.owner === "them" ? "you" : null));
  const verb = kindHeadings[step.kind].toLowerCase();
  const kind = step.what.toLowerCase().startsWith(verb) || step.kind === "do" ? "" : ` (${verb})`;
  const asked = step.basis === "asked" ? (step.owner === "me" ? ", asked of you" : ", you asked") : "";
  const maybe = step.certainty === "tentative" ? ", perhaps" : "";
  const text = `${who.charAt(0).toUpperCase()}${who.slice(1)}${whom === null ? "" : ` -> ${whom}`}: ${step.what.charAt(0).toLowerCase()}${step.what.slice(1)}${kind}${maybe}${asked}${dayPart(step)}`;
  return text.length > 990 ? `${text.slice(0, 989)}…` : text;
}

function dayPart(step: StepReading): string {
  let words = "";
  if (step.dueOn !== null && step.dueEnd !== null) words = `, ${sayDay(step.dueOn)} to ${sayDay(step.dueEnd)}`;
  else if (step.dueOn !== null) words = `, by ${sayDay(step.dueOn)}`;
  else if (step.dueText !== null) words = `, "${step.dueText}"`;
  if (step.checkBackOn !== null) words += `, check back ${sayDay(step.checkBackOn)}`;
  return words;
}
