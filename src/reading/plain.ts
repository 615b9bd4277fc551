import type { StepReading } from "#domain/model/proposal.ts";
import { kindHeadings, sayDay } from "#domain/model/say.ts";

/** Those who would fit the owner's and the other side's name, where it stays open; empty where it does not. */
export interface Open {
  who: readonly string[];
  with: readonly string[];
}

/**
 * The plain reading of a step (RD1): who -> whom, does what, of which kind, by when. "You -> Ana Ruiz: send the
 * deck (e-mail), by Fri 6 Feb"; "Ana Ruiz -> you: send the price list (e-mail), check back Thu 12 Feb". An organization stands where nobody of it is named. A name that
 * two would fit carries a question mark and says whose it may be: "You -> Ana? (Ana Ruiz or Ana Obi): call Ana".
 */
export function plainReading(step: StepReading, open: Open = { who: [], with: [] }): string {
  const others = step.owner === "colleague" ? "A colleague" : (step.organization ?? "They");
  const who = step.owner === "me" ? "You" : (asked(step.who, open.who) ?? others);
  const other = asked(step.with, open.with);
  const whom = other ?? (step.owner === "me" ? step.organization : step.owner === "them" ? "you" : null);
  const verb = kindHeadings[step.kind].toLowerCase();
  const kind = step.what.toLowerCase().startsWith(verb) || step.kind === "do" ? "" : ` (${verb})`;
  const request = step.basis === "asked" ? (step.owner === "me" ? ", asked of you" : ", you asked") : "";
  const maybe = step.certainty === "tentative" ? ", perhaps" : "";
  const text = `${who.charAt(0).toUpperCase()}${who.slice(1)}${whom === null ? "" : ` -> ${whom}`}: ${step.what.charAt(0).toLowerCase()}${step.what.slice(1)}${kind}${maybe}${request}${dayPart(step)}`;
  return text.length > 990 ? `${text.slice(0, 989)}…` : text;
}

/** How many of those who would fit are named. */
const namedMax = 3;

function asked(name: string | null, fits: readonly string[]): string | null {
  if (name === null || fits.length < 2 || fits.includes(name)) return name;
  const named = fits.slice(0, namedMax);
  const more = fits.length - named.length;
  const last = more > 0 ? `${more} more` : named.pop();
  return `${name}? (${named.join(", ")} or ${last})`;
}

function dayPart(step: StepReading): string {
  let words = "";
  if (step.dueOn !== null && step.dueEnd !== null) words = `, ${sayDay(step.dueOn)} to ${sayDay(step.dueEnd)}`;
  else if (step.dueOn !== null) words = `, by ${sayDay(step.dueOn)}`;
  else if (step.dueText !== null) words = `, "${step.dueText}"`;
  if (step.checkBackOn !== null) words += `, check back ${sayDay(step.checkBackOn)}`;
  return words;
}
