import ICAL from "ical.js";
import { sayCount } from "#domain/model/say.ts";
import { addDays, type Day } from "#domain/model/time.ts";
import type { Plan, PlanStep } from "./plan.ts";

/** A line has at most 75 octets, its end not counted (RFC 5545, 3.1); the library does not count the blank before a line that goes on. */
ICAL.foldLength = 74;

/**
 * The plan's dated steps as an iCalendar file (RFC 5545): mine as all-day entries on the day they are due, theirs on their
 * check-back day. Colleagues' steps are theirs to enter. The UID is made from what the step is, so importing the file twice gives one entry.
 */
export function asIcs(plan: Plan, now: Temporal.Instant): string {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", "-//Upshot//Plan 1//EN");
  const name = plan.event.name === null ? sayCount(plan.steps.length, "step") : `What follows from ${plan.event.name}`;
  calendar.addPropertyWithValue("x-wr-calname", clean(name));
  for (const step of plan.steps) {
    const entry = entryOf(step, now);
    if (entry !== null) calendar.addSubcomponent(entry);
  }
  return `${calendar.toString()}\r\n`;
}

function entryOf(step: PlanStep, now: Temporal.Instant): ICAL.Component | null {
  const first = (step.owner === "them" ? step.checkBackOn : step.due) as Day | null; // the plan's days are days
  if (first === null || step.owner === "colleague") return null;
  const last = step.owner === "me" ? ((step.dueEnd ?? first) as Day) : first;
  const entry = new ICAL.Component("vevent");
  const summary =
    step.owner === "them" ? `Ask again: ${step.who ?? step.organization ?? "them"}: ${step.what}` : step.what;
  entry.addPropertyWithValue("uid", uidOf(step));
  entry.addPropertyWithValue("dtstamp", ICAL.Time.fromDateTimeString(now.toString({ smallestUnit: "second" })));
  entry.addPropertyWithValue("dtstart", ICAL.Time.fromDateString(first));
  entry.addPropertyWithValue("dtend", ICAL.Time.fromDateString(addDays(last, 1)));
  entry.addPropertyWithValue("summary", clean(summary));
  entry.addPropertyWithValue("description", clean(`${step.reading}\n\n"${step.quote}"\n(${step.file})`));
  entry.addPropertyWithValue("transp", "TRANSPARENT");
  return entry;
}

/** Control characters other than the line end have no place in a calendar. */
function clean(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n]/gu, " ");
}

/** A short stable name of a step: FNV-1a (64 bit) over its file, place and words. */
function uidOf(step: PlanStep): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of `${step.file} ${step.start} ${step.end} ${step.quote}`) {
    hash = ((hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return `${hash.toString(16).padStart(16, "0")}@upshot.invalid`;
}
