import { plain } from "#domain/model/plain.ts";
import type { Problems } from "../file.ts";
import {
  atClock,
  type Moment,
  minutesOf,
  momentAt,
  momentOf,
  type SlashOrder,
  slashOrderOf,
  spanOf,
} from "./moment.ts";
import { emptyTalk, type Talk, type TalkSpeaker } from "./talk.ts";
import { zoneNamed } from "./zone.ts";

/** What a column of a table of sessions can hold. */
export type Column =
  | "guid"
  | "title"
  | "subtitle"
  | "speakers"
  | "organization"
  | "room"
  | "track"
  | "kind"
  | "language"
  | "abstract"
  | "date"
  | "start"
  | "end"
  | "slot"
  | "duration"
  | "timeZone"
  | "url";

/** For each column that was recognized: which heading it is. */
export type Columns = ReadonlyMap<Column, string>;

/** One row: its cells by heading, and its line. */
export interface Row {
  line: number | null;
  cell(heading: string): string;
}

/**
 * Headings seen on exports of pretalx, Sessionize, Google Forms and Calendar, conference sites and hand-made sheets,
 * in English, German, French, Spanish and Italian; the surer first. Compared in lower case without accents or signs.
 */
const headings: Readonly<Record<Column, string>> = {
  guid: "guid|uid|session id|talk id|proposal id|id|session code|sessioncode|code|slug",
  title:
    "session title|talk title|proposal title|presentation title|title of session|session name|talk name|title|titel|titre|titulo|titolo|session|talk|proposal|presentation|subject|vortrag|name of session",
  subtitle: "subtitle|untertitel|sous titre|subtitulo",
  speakers:
    "speaker names|speakers names|speaker name s|speaker s|speakers|speaker name|speaker|presenters|presenter|presented by|panelists|referenten|referent|vortragende|intervenants|intervenant|ponentes|ponente|relatori|relatore",
  organization:
    "speaker company|speaker organization|speaker organisation|company|organization|organisation|affiliation|employer|your company|firma|entreprise|empresa|azienda",
  room: "room name|room|session room|location|venue|stage|hall|place|raum|saal|ort|salle|lieu|sala|lugar",
  track: "track name|track names|track|tracks|stream|theme|category|session track|tags",
  kind: "session format|session type|format|type|kind|talk type|art|categorie",
  language: "language|lang|sprache|langue|idioma|lingua",
  abstract:
    "abstract|description|session description|summary|details|beschreibung|zusammenfassung|resume|descripcion|descrizione",
  date: "date|session date|start date|day date|datum|fecha|data|jour|day|tag|dia|giorno",
  start:
    "starts at|start at|start date time|start datetime|start time|starttime|start|begins at|begin|begins|from|scheduled start|startzeit|beginn|von|debut|heure de debut|inicio|hora de inicio|inizio",
  end: "ends at|end at|end date time|end datetime|end time|endtime|end|until|to|scheduled end|endzeit|ende|bis|fin|hora de fin|fine",
  slot: "time slot|timeslot|time|times|when|schedule|uhrzeit|zeit|horaire|heure|hora|horario|ora|orario",
  duration:
    "duration|duration minutes|duration min|length|length minutes|minutes|scheduled duration|dauer|duree|duracion|durata",
  timeZone: "time zone|timezone|tz|zeitzone",
  url: "url|link|session url|session link|talk url|web page|website|webseite",
};

/** Guesses what each heading of a table holds. Exact headings only: a job "Title" beside an e-mail is no talk. */
export function columnsOf(given: readonly string[]): Columns {
  const byName = new Map<string, string>();
  for (const heading of given) {
    const name = headingKey(heading);
    if (name !== "" && !byName.has(name)) byName.set(name, heading);
  }
  const columns = new Map<Column, string>();
  for (const [column, names] of Object.entries(headings)) {
    const found = names.split("|").find((name) => byName.has(name));
    // The keys of the record are columns: the record's type says so, `entries` forgets it.
    if (found !== undefined) columns.set(column as Column, byName.get(found) ?? "");
  }
  return columns;
}

/**
 * True where the headings are those of a programme: a title, and two of speakers, room, track, abstract and a time,
 * one of them speakers, room or track; and nothing of an address book (e-mail, a name, phone) unless speakers
 * are named too.
 */
export function areSessions(given: readonly string[]): boolean {
  const columns = columnsOf(given);
  const has = (column: Column): number => (columns.has(column) ? 1 : 0);
  const timed = has("start") + has("date") + has("slot") > 0 ? 1 : 0;
  const placed = has("speakers") + has("room") + has("track");
  const isAddressBook = given.some((heading) =>
    /^(?:e ?mail|first ?name|last ?name|phone|vorname|nachname|(?:full |contact )?name$)/.test(headingKey(heading)),
  );
  if (isAddressBook && !columns.has("speakers")) return false;
  return columns.has("title") && placed > 0 && placed + timed + has("abstract") >= 2;
}

/** In lower case, without accents; camel case and signs are word ends: `startTime` and `Start-Time` are one. */
function headingKey(heading: string): string {
  return plain(heading.slice(0, 80).replace(/([a-z])([A-Z])/g, "$1 $2"))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The rows of a table of sessions as talks. Days such as 03/04/2025 are read in the order the whole table shows. */
export function talksOfRows(rows: readonly Row[], columns: Columns, problems: Problems): Talk[] {
  const cellOf = (row: Row, column: Column): string => {
    const heading = columns.get(column);
    return heading === undefined ? "" : row.cell(heading);
  };
  const dates = function* (): Iterable<string> {
    for (const row of rows) yield* [cellOf(row, "date"), cellOf(row, "start"), cellOf(row, "slot")];
  };
  const order = slashOrderOf(dates());
  let isAmbiguitySaid = false;
  return rows.map((row) => {
    const cell = (column: Column): string | null => cellOf(row, column).trim() || null;
    const times = timesOf(cell, order);
    if (times.isAmbiguous && !isAmbiguitySaid) {
      isAmbiguitySaid = true;
      problems.add(
        `Days such as ${cell("date") ?? cell("start")} can be read in two ways, and nothing in the file tells`,
        {
          ...(row.line === null ? {} : { line: row.line }),
          kept: "these sessions, without times",
        },
      );
    } else if (times.starts === null && !times.isAmbiguous && (cell("start") !== null || cell("slot") !== null)) {
      problems.add(`“${(cell("title") ?? "").slice(0, 80)}” has no day and time that can be read`, {
        ...(row.line === null ? {} : { line: row.line }),
        kept: "the session, without its times",
      });
    }
    const duration = cell("duration");
    return {
      ...emptyTalk(row.line),
      guid: cell("guid"),
      title: cell("title"),
      subtitle: cell("subtitle"),
      track: cell("track"),
      room: cell("room"),
      kind: cell("kind"),
      language: cell("language"),
      starts: times.starts,
      ends: times.ends,
      minutes: duration === null ? null : minutesOf(duration),
      speakers: speakersIn(cell("speakers"), cell("organization")),
      abstract: cell("abstract"),
      url: cell("url"),
    };
  });
}

interface RowTimes {
  starts: Moment | null;
  ends: Moment | null;
  isAmbiguous: boolean;
}

function timesOf(cell: (column: Column) => string | null, order: SlashOrder): RowTimes {
  const zone = zoneNamed(cell("timeZone") ?? "");
  const inZone = (moment: Moment | null): Moment | null =>
    moment?.kind === "local" && zone !== null
      ? { kind: "instant", at: moment.at.toZonedDateTime(zone).toInstant(), offset: null }
      : moment;
  const start = cell("start") ?? "";
  const end = cell("end") ?? "";
  const exact = momentOf(start);
  const startSpan = spanOf(start, order);
  const dateSpan = spanOf(cell("date") ?? "", order);
  const slotSpan = spanOf(cell("slot") ?? "", order);
  const day = startSpan.day ?? dateSpan.day ?? slotSpan.day;
  if (day === "ambiguous" && exact === null) return { starts: null, ends: null, isAmbiguous: true };
  const clocks = [startSpan, slotSpan, dateSpan].map((span) => span.clocks).find((found) => found.length > 0) ?? [];
  const starts = exact ?? (day instanceof Temporal.PlainDate ? local(day, clocks[0]) : null);
  const endSpan = spanOf(end, order);
  const endDay = endSpan.day instanceof Temporal.PlainDate ? endSpan.day : day;
  const endClock = endSpan.clocks[0] ?? clocks[1];
  const ends = momentOf(end) ?? (endDay instanceof Temporal.PlainDate ? local(endDay, endClock) : null);
  return { starts: inZone(starts), ends: inZone(afterMidnight(starts, ends)), isAmbiguous: false };
}

function local(day: Temporal.PlainDate, clock: { hour: number; minute: number } | undefined): Moment | null {
  const at = clock === undefined ? null : atClock(day, clock.hour, clock.minute);
  return at === null ? null : momentAt(at, null);
}

/** "23:30 - 00:30": an end before its start on the same day is on the next. */
function afterMidnight(starts: Moment | null, ends: Moment | null): Moment | null {
  if (starts?.kind !== "local" || ends?.kind !== "local") return ends;
  const isBefore = Temporal.PlainDateTime.compare(ends.at, starts.at) < 0;
  const isSameDay = ends.at.toPlainDate().equals(starts.at.toPlainDate());
  return isBefore && isSameDay ? { kind: "local", at: ends.at.add({ days: 1 }) } : ends;
}

/** Names in one cell, with an organization in brackets ("Ana Ruiz (Contoso)") or in a column of its own. */
export function speakersIn(names: string | null, organizations: string | null): TalkSpeaker[] {
  if (names === null) return [];
  const people = splitNames(names);
  const places = organizations === null ? [] : people.length === 1 ? [organizations] : organizations.split(/[;\n,|]/);
  return people.map((person, index) => {
    const found = /^([^()]{2,200})\(([^()]{2,200})\)$/.exec(person);
    const place = places.length === people.length ? (places[index]?.trim() ?? "") : "";
    const organization = found?.[2]?.trim() ?? (place === "" ? null : place);
    return { name: (found?.[1] ?? person).trim(), organization };
  });
}

const suffix = /^(?:jr|sr|ph\.?\s?d|m\.?d|mba|ii|iii|iv|esq)\.?$/i;

function splitNames(text: string): string[] {
  const bounded = text.slice(0, 20_000);
  const separator = /[;\n|]/.test(bounded) ? /[;\n|]/ : /,(?![^()]{0,100}\))/;
  const parts: string[] = [];
  for (const raw of bounded.split(separator)) {
    const part = raw.trim();
    if (part === "") continue;
    if (suffix.test(part) && parts.length > 0) parts.push(`${parts.pop()}, ${part}`);
    else parts.push(...splitPair(part));
  }
  return parts;
}

/** "Ana Ruiz and Ben Ode", "Ana Ruiz & Ben Ode": two people where each side has two words or more. */
function splitPair(part: string): string[] {
  const sides = part.split(/\s(?:and|und|et|y|e|&)\s/);
  return sides.length > 1 && sides.every((side) => side.trim().includes(" "))
    ? sides.map((side) => side.trim())
    : [part];
}
