import { EventKind, eventKinds } from "#domain/model/event.ts";
import { Day, TimeZone } from "#domain/model/time.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Settings } from "#debrief/gather.ts";
import { contactFields } from "#formats/contacts.ts";
import type { ContactField } from "#formats/contacts/headings.ts";

/** The options that say what the files do not. */
export interface EventOptions {
  event?: string;
  kind?: string;
  starts?: string;
  ends?: string;
  timeZone?: string;
  takenOn?: string;
  me?: string;
  organization?: string;
  colleague?: string[];
  column?: string[];
  languageModel?: boolean;
}

/** What the files do not say, and what the person switched on for this run. */
export interface RunSettings extends Settings {
  languageModel?: boolean | undefined;
}

/** Checks the options at the door; each that is wrong is refused with what would help. */
export function settingsFrom(options: EventOptions): RunSettings {
  return {
    eventName: options.event,
    kind: kindOf(options.kind),
    startsOn: dayOf("--starts", options.starts),
    endsOn: dayOf("--ends", options.ends),
    timeZone: zoneOf(options.timeZone),
    takenOn: dayOf("--taken-on", options.takenOn),
    me: options.me,
    myOrganization: options.organization,
    colleagues: options.colleague,
    columns: columnsOf(options.column),
    languageModel: options.languageModel,
  };
}

function kindOf(given: string | undefined): EventKind | undefined {
  if (given === undefined) return undefined;
  const kind = EventKind.safeParse(given.trim().toLowerCase().replaceAll(" ", "-"));
  if (kind.success) return kind.data;
  throw new Refusal("invalid", `--kind is one of ${eventKinds.join(", ")}; "${given}" is none.`);
}

/** A day that an option gives; refused where it is none. */
export function dayOf(option: string, given: string | undefined): Day | undefined {
  if (given === undefined) return undefined;
  const day = Day.safeParse(given);
  if (day.success) return day.data;
  throw new Refusal("invalid", `${option} takes a day like 2026-02-01; "${given}" is none.`);
}

function zoneOf(given: string | undefined): TimeZone | undefined {
  if (given === undefined) return undefined;
  const zone = TimeZone.safeParse(given);
  if (zone.success) return zone.data;
  throw new Refusal("invalid", `--time-zone takes a name like Europe/Brussels; "${given}" is none.`);
}

/** `--column name="Full name" --column email=4`: which column of a contact table holds what, by its heading or its number from 1. */
function columnsOf(given: readonly string[] | undefined): Settings["columns"] {
  if (given === undefined || given.length === 0) return undefined;
  const columns: Partial<Record<ContactField, string[]>> = {};
  for (const pair of given) {
    const [name = "", ...heading] = pair.split("=");
    const field = contactFields.find((one) => one === name.trim());
    if (field === undefined || heading.length === 0) {
      const fields = contactFields.join(", ");
      throw new Refusal(
        "invalid",
        `--column takes FIELD=HEADING, with FIELD one of ${fields}; "${pair}" does not fit.`,
      );
    }
    columns[field] = [...(columns[field] ?? []), heading.join("=").trim()];
  }
  return columns;
}
