import type { Problems } from "../file.ts";
import { limits } from "../file.ts";
import { type ContentLine, contentLines } from "./content-line.ts";

/** A component of a calendar (VEVENT, VTIMEZONE ...) with its properties and the components in it. */
export class CalendarPart {
  readonly name: string;
  readonly line: number;
  readonly properties: ContentLine[] = [];
  readonly parts: CalendarPart[] = [];

  constructor(name: string, line: number) {
    this.name = name;
    this.line = line;
  }

  /** The first property of a name. */
  property(name: string): ContentLine | null {
    return this.properties.find((property) => property.name === name) ?? null;
  }

  /** The first property's value as written; null where it is missing or blank. */
  value(name: string): string | null {
    return this.property(name)?.value || null;
  }

  values(name: string): string[] {
    return this.properties.filter((property) => property.name === name).map((property) => property.value);
  }
}

export interface Calendar {
  /** Properties of the calendars themselves: the first of each name is the file's. */
  head: CalendarPart;
  events: CalendarPart[];
  zones: CalendarPart[];
}

/** Components read; those nobody asks for (VTODO, VALARM, a vendor's own) are passed over. */
const wanted: ReadonlySet<string> = new Set(["VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"]);

/** Properties kept: those the reader asks for. The rest of a calendar is alarms, stamps and pictures. */
const asked: ReadonlySet<string> = new Set(
  (
    "UID SUMMARY DESCRIPTION LOCATION CATEGORIES URL STATUS ATTENDEE DTSTART DTEND DURATION RRULE RDATE EXDATE " +
    "RECURRENCE-ID TZID TZOFFSETFROM TZOFFSETTO X-LIC-LOCATION TZID-ALIAS-OF NAME PRODID TIMEZONE-ID X-WR-CALNAME " +
    "X-WR-TIMEZONE"
  ).split(" "),
);

/**
 * Sorts a calendar's lines into components, whatever is missing: events without a calendar around them, an END that
 * was lost, several calendars in one file. An event inside an event means that the first one's END is missing.
 */
export function readCalendarParts(text: string, problems: Problems): Calendar {
  const calendar: Calendar = { head: new CalendarPart("VCALENDAR", 1), events: [], zones: [] };
  const open: CalendarPart[] = [];
  let isDepthSaid = false;
  let deeper = 0;
  for (const property of contentLines(text, problems)) {
    if (property.name === "BEGIN") {
      const name = property.value.toUpperCase();
      if (open.length >= limits.depthMax) {
        deeper += 1;
        if (!isDepthSaid) sayTooDeep(problems, property.line);
        isDepthSaid = true;
        continue;
      }
      if (name === "VEVENT") closeEvent(open, property.line, problems);
      begin(calendar, open, new CalendarPart(name, property.line));
    } else if (property.name === "END") {
      if (deeper > 0) deeper -= 1;
      else end(open, property, problems);
    } else if (deeper === 0 && asked.has(property.name)) {
      const part = open.at(-1) ?? calendar.head;
      if (wanted.has(part.name)) (part.name === "VCALENDAR" ? calendar.head : part).properties.push(property);
    }
  }
  const unclosed = open.find((part) => part.name === "VEVENT");
  if (unclosed !== undefined) {
    problems.add("The file ends inside an event; it may have been cut off", {
      line: unclosed.line,
      kept: "what it says up to there",
    });
  }
  return calendar;
}

function begin(calendar: Calendar, open: CalendarPart[], part: CalendarPart): void {
  const parent = open.at(-1);
  if (part.name === "VEVENT") calendar.events.push(part);
  else if (part.name === "VTIMEZONE") calendar.zones.push(part);
  else if (parent?.name === "VTIMEZONE") parent.parts.push(part);
  open.push(part);
}

function closeEvent(open: CalendarPart[], line: number, problems: Problems): void {
  const at = open.findIndex((part) => part.name === "VEVENT");
  if (at === -1) return;
  problems.add("An event has no end before the next one begins", { line, kept: "both" });
  open.length = at;
}

function end(open: CalendarPart[], property: ContentLine, problems: Problems): void {
  const name = property.value.toUpperCase();
  const at = open.findLastIndex((part) => part.name === name);
  if (at === -1) {
    problems.add(`END:${name.slice(0, 40)} ends nothing that is open`, {
      line: property.line,
      kept: "what is around it",
    });
    return;
  }
  open.length = at;
}

function sayTooDeep(problems: Problems, line: number): void {
  problems.add(`Components are nested deeper than ${limits.depthMax}; what stands deeper is passed over`, {
    line,
    kept: "everything above that depth",
  });
}
