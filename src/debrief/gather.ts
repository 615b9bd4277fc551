import type { EventKind } from "#domain/model/event.ts";
import type { ContactCard } from "#domain/model/person.ts";
import type { Problem } from "#domain/model/problem.ts";
import type { ProgrammeSession } from "#domain/model/session.ts";
import type { Day, TimeZone } from "#domain/model/time.ts";
import { openArchive } from "#formats/archive.ts";
import { type ColumnChoice, type ColumnGuess, readContacts } from "#formats/contacts.ts";
import { detect, isTable, isZip, type FileKind } from "#formats/detect.ts";
import { type EventFile, readEventFile } from "#formats/event-file.ts";
import type { InputFile } from "#formats/file.ts";
import { type PageRead, readNotes, whyRefused } from "#formats/notes.ts";
import { type ProgrammeRead, readProgramme } from "#formats/programme.ts";

/** What the person says beside the files; it fills in what the files do not say. */
export interface Settings {
  eventName?: string | undefined;
  kind?: EventKind | undefined;
  startsOn?: Day | undefined;
  endsOn?: Day | undefined;
  timeZone?: TimeZone | undefined;
  takenOn?: Day | undefined;
  me?: string | undefined;
  myOrganization?: string | undefined;
  colleagues?: readonly string[] | undefined;
  /** For contact tables: which column holds what, where the guess is wrong. */
  columns?: ColumnChoice | undefined;
}

/** What one file was taken for, and how much it held. */
export interface FileTaken {
  file: string;
  as: "programme" | "favourites" | "contacts" | "notes" | "event" | "archive" | "nothing";
  count: number;
}

/** Everything the files hold, as values. */
export interface Gathered {
  event: {
    name: string | null;
    kind: EventKind;
    startsOn: Day | null;
    endsOn: Day | null;
    timeZone: TimeZone | null;
    place: string | null;
    url: string | null;
  };
  takenOn: Day | null;
  me: { name: string; organization: string | null } | null;
  colleagues: readonly string[];
  sessions: ProgrammeSession[];
  /** Sessions of the event that were kept before and that these files do not have. */
  sessionsKept: readonly ProgrammeSession[];
  /** Sessions a favourites file stars; they are part of `sessions` where the programme is there too. */
  favourites: ProgrammeSession[];
  contacts: { file: string; cards: ContactCard[]; columns: ColumnGuess[] | null; photosSkipped: number }[];
  pages: PageRead[];
  taken: FileTaken[];
  problems: Problem[];
}

/** Called before each file with how many are done; the door shows it. */
export type Progress = (done: number, total: number, file: string) => void;

/** An event that is kept already, with its programme. */
export interface EventKept {
  name: string;
  kind: EventKind;
  startsOn: Day | null;
  endsOn: Day | null;
  timeZone: TimeZone;
  sessions: readonly ProgrammeSession[];
}

/** What is said besides the files and not by the person: it fills in what neither says. */
export interface Beside {
  /** Events that are kept already: more of one's notes are read beside its programme, in its zone. */
  events?: readonly EventKept[] | undefined;
  /** Where the person is: the zone in which times that a note-taking program wrote down become days. */
  timeZone?: TimeZone | undefined;
  progress?: Progress | undefined;
}

/**
 * Files -> values: each file is taken for what it is, archives are opened; what cannot be read is a problem and the rest is
 * kept. The event's own file is read first and programmes second, since either may say in which zone the times in notes are meant: the person's
 * word, `event.json`, a programme, the event as it is kept, then where the person is.
 */
export function gather(files: readonly InputFile[], settings: Settings = {}, beside: Beside = {}): Gathered {
  const problems: Problem[] = [];
  const archives: FileTaken[] = [];
  const sorted = openAll(files, problems, archives).map((file) => ({ file, kind: detect(file, settings.columns) }));
  const taken: FileTaken[] = sorted.map(({ file }) => ({ file: file.name, as: "nothing", count: 0 }));
  const found: Problem[][] = sorted.map(() => []);
  let done = 0;
  const each = (kinds: readonly (FileKind | null)[], take: (file: InputFile, kind: FileKind | null) => Took) => {
    for (const [place, { file, kind }] of sorted.entries()) {
      if (!kinds.includes(kind)) continue;
      beside.progress?.(done, sorted.length, file.name);
      done += 1;
      const { as, count, problems: own } = take(file, kind);
      taken[place] = { file: file.name, as, count };
      found[place] = own;
    }
  };
  let eventFile: EventFile | null = null;
  each(["event"], (file) => {
    const read = readEventFile(file);
    eventFile = read.settings ?? eventFile;
    return { as: "event", count: read.settings === null ? 0 : 1, problems: read.problems };
  });
  const programmes: ProgrammeRead[] = [];
  const said = zoneSaid(settings, eventFile);
  each(["programme"], (file) => {
    const read = readProgramme(file, said === undefined ? {} : { timeZone: said });
    programmes.push(read);
    const as = isFavourites(read) ? "favourites" : "programme";
    return { as, count: read.sessions.length, problems: read.problems };
  });
  const event = settled(settings, { file: eventFile, programmes, events: beside.events ?? [] });
  const timeZone = event.event.timeZone ?? beside.timeZone;
  const contacts: Gathered["contacts"] = [];
  const pages: PageRead[] = [];
  each(["contacts", "notes", "workspace", "archive", null], (file, kind) => {
    if (kind === "contacts") {
      const read = readContacts(file, settings.columns === undefined ? {} : { columns: settings.columns });
      contacts.push({ file: file.name, cards: read.cards, columns: read.columns, photosSkipped: read.photosSkipped });
      return { as: "contacts", count: read.cards.length, problems: read.problems };
    }
    if (kind === "notes") {
      const read = readNotes(file, timeZone === undefined ? {} : { timeZone });
      pages.push(...read.pages);
      const unused = settings.columns !== undefined && isTable(file) ? [noSuchColumns(file.name)] : [];
      return { as: "notes", count: read.pages.length, problems: [...unused, ...read.problems] };
    }
    const what = whyRefused(file) ?? whyNot(kind);
    return { as: "nothing", count: 0, problems: [{ file: file.name, line: null, what, kept: "nothing" }] };
  });
  beside.progress?.(sorted.length, sorted.length, "");
  return { ...event, contacts, pages, taken: [...archives, ...taken], problems: [...problems, ...found.flat()] };
}

/** What one file was taken for. */
interface Took extends Omit<FileTaken, "file"> {
  problems: Problem[];
}

function zoneSaid(settings: Settings, eventFile: EventFile | null): TimeZone | undefined {
  return settings.timeZone ?? eventFile?.timeZone;
}

function noSuchColumns(file: string): Problem {
  const what = "None of the columns that were named makes this a table of contacts, so it is read as notes.";
  return { file, line: null, what, kept: "all of it; look at its first line for what the columns are called" };
}

function whyNot(kind: string | null): string {
  if (kind === "workspace") return 'This is an exported workspace; take it in by itself: "upshot import FILE".';
  return "This is neither a programme, contacts nor notes that can be read. Save it as text, HTML, CSV or vCard.";
}

function openAll(files: readonly InputFile[], problems: Problem[], taken: FileTaken[]): InputFile[] {
  return files.flatMap((file) => {
    if (!isZip(file)) return [file];
    const opened = openArchive(file);
    problems.push(...opened.problems);
    taken.push({ file: file.name, as: "archive", count: opened.files.length });
    return opened.files;
  });
}

/** A list of talks somebody starred: part of a programme, not the whole. */
function isFavourites({ format }: ProgrammeRead): boolean {
  return format === "favourites";
}

type Settled = Omit<Gathered, "contacts" | "pages" | "taken" | "problems">;

/** What may say something of the event besides the person. */
interface Sayers {
  file: EventFile | null;
  programmes: readonly ProgrammeRead[];
  events: readonly EventKept[];
}

/** What is known of the event: the person's word first, then `event.json`, then the first programme that says, then what is kept. */
function settled(settings: Settings, { file, programmes, events }: Sayers): Settled {
  const whole = programmes.filter((programme) => !isFavourites(programme));
  const says = <K extends keyof ProgrammeRead["event"]>(key: K) =>
    whole.map((programme) => programme.event[key]).find((value) => value !== null) ?? null;
  const name = settings.eventName ?? file?.name ?? says("name");
  const kept = events.find((event) => event.name.toLowerCase() === name?.toLowerCase());
  const meName = settings.me ?? file?.notesBy;
  const favourites = programmes.filter(isFavourites).flatMap((one) => one.sessions);
  const sessions = whole.flatMap((programme) => programme.sessions);
  return {
    event: {
      name,
      kind: settings.kind ?? file?.kind ?? kept?.kind ?? "conference",
      startsOn: settings.startsOn ?? file?.startsOn ?? says("startsOn") ?? kept?.startsOn ?? null,
      endsOn: settings.endsOn ?? file?.endsOn ?? says("endsOn") ?? kept?.endsOn ?? null,
      timeZone: settings.timeZone ?? file?.timeZone ?? says("timeZone") ?? kept?.timeZone ?? null,
      place: says("place"),
      url: says("url"),
    },
    takenOn: settings.takenOn ?? file?.notesTakenOn ?? null,
    me:
      meName === undefined
        ? null
        : { name: meName, organization: settings.myOrganization ?? file?.notesByOrganization ?? null },
    colleagues: [...(settings.colleagues ?? []), ...(file?.colleagues ?? [])],
    sessions,
    sessionsKept: notIn(sessions, kept?.sessions ?? []),
    favourites,
  };
}

/** Sessions that a list does not have, by their key, else by title and time. */
function notIn(list: readonly ProgrammeSession[], sessions: readonly ProgrammeSession[]): ProgrammeSession[] {
  const keyOf = ({ guid, title, startsAt }: ProgrammeSession) => guid ?? `${title} ${startsAt}`;
  const keys = new Set(list.map(keyOf));
  return sessions.filter((session) => !keys.has(keyOf(session)));
}
