import { ledgerOf } from "#domain/model/ledger.ts";
import type { Memory } from "#domain/model/memory.ts";
import type { Organization } from "#domain/model/person.ts";
import type { Problem } from "#domain/model/problem.ts";
import { sayCount } from "#domain/model/say.ts";
import { type Day, type TimeZone, workingDaysDefault } from "#domain/model/time.ts";
import type { InputFile } from "#formats/file.ts";
import { type Known, type KnownPerson, type PageReading, type PageToRead, read } from "#reading/read.ts";
import { type EventKept, gather, type Gathered, type Progress, type Settings } from "./gather.ts";
import type { Plan, PlanQuote, PlanStep } from "./plan.ts";
import { isWorthAsking } from "./worth-asking.ts";

/** What is known besides the files: the workspace's own people and events, its zone, and the day it is. */
export interface Surroundings {
  /** Today, for notes that nothing dates; only the door knows it. */
  today: Day;
  timeZone: TimeZone;
  workingDays?: readonly number[];
  people?: readonly KnownPerson[];
  organizations?: readonly Pick<Organization, "name" | "relation">[];
  events?: readonly { name: string; endsOn: Day | null }[];
  /** Events with their programmes; notes of one are read beside what is kept of it. */
  programmes?: readonly EventKept[];
  me?: Known["me"];
  colleagues?: readonly string[];
  memory?: Memory;
}

/** A debrief: what was gathered, what was read of each page, and the plan that follows. */
export interface Debrief {
  gathered: Gathered;
  known: Known;
  readings: PageReading[];
  plan: Plan;
}

/**
 * The main job: an event's files in, a follow-through plan out. Nothing is stored and no clock is read; the same files and
 * surroundings give the same plan.
 */
export function debrief(
  files: readonly InputFile[],
  surroundings: Surroundings,
  settings: Settings = {},
  progress: Progress = () => {},
): Debrief {
  const { timeZone, programmes: events } = surroundings;
  const gathered = gather(files, settings, { timeZone, events, progress });
  const known = knownFrom(gathered, surroundings);
  gathered.problems.push(...undated(gathered, known));
  const readings = read(pagesToRead(gathered), known);
  return { gathered, known, readings, plan: planOf(gathered, known, readings) };
}

/** RD5: days in words count from the day of the note; where nothing says which that was, it is said that today was taken. */
function undated({ pages, takenOn, event }: Gathered, known: Known): Problem[] {
  if (takenOn !== null || event.endsOn !== null) return [];
  const [first, ...more] = pages.filter(
    (page) => page.takenOn === null && !page.blocks.every((block) => block.takenOn !== null),
  );
  if (first === undefined) return [];
  const others = more.length === 0 ? "" : ` (nor of ${sayCount(more.length, "other page")})`;
  const what = `Nothing says on which day this was taken${others}, so days in words count from today, ${known.takenOn}.`;
  return [{ file: first.name, line: null, what, kept: "all of it; --taken-on says another day" }];
}

/** The pages of what was gathered, as the reader takes them. */
export function pagesToRead({ pages }: Gathered): PageToRead[] {
  return pages.map(({ name, text, blocks, takenOn }) => ({ file: name, text, blocks, takenOn }));
}

/** Contacts first, then the programme's speakers, then those the workspace knows; a name is taken once. */
export function knownFrom(gathered: Gathered, surroundings: Surroundings): Known {
  const people = new Map<string, KnownPerson>();
  const add = (person: KnownPerson) => {
    const key = `${person.name.toLowerCase()} ${person.organization?.toLowerCase() ?? ""}`;
    if (!people.has(key)) people.set(key, person);
  };
  for (const { file, cards } of gathered.contacts) {
    for (const card of cards) add({ ...card, emails: card.emails.map((email) => email.value), source: file });
  }
  const contactNames = new Set([...people.values()].map((person) => person.name.toLowerCase()));
  for (const person of surroundings.people ?? []) if (!contactNames.has(person.name.toLowerCase())) add(person);
  const names = new Set([...people.values()].map((person) => person.name.toLowerCase()));
  const sessions = [...gathered.sessions, ...gathered.sessionsKept];
  for (const { name, organization } of sessions.flatMap((session) => session.speakers)) {
    if (names.has(name.toLowerCase())) continue;
    add({ name, givenName: null, familyName: null, nicknames: [], organization, emails: [], source: "programme" });
  }
  const organizations = new Map<string, Known["organizations"][number]>();
  for (const organization of surroundings.organizations ?? []) organizations.set(organization.name, organization);
  for (const { organization: name } of people.values()) {
    if (name !== null && !organizations.has(name)) organizations.set(name, { name, relation: null });
  }
  return {
    takenOn: gathered.takenOn ?? gathered.event.endsOn ?? surroundings.today,
    timeZone: gathered.event.timeZone ?? surroundings.timeZone,
    event: gathered.event.name === null ? null : { ...gathered.event, name: gathered.event.name },
    events: surroundings.events ?? [],
    me: gathered.me ?? surroundings.me ?? null,
    colleagues: [...new Set([...gathered.colleagues, ...(surroundings.colleagues ?? [])])],
    people: [...people.values()],
    organizations: [...organizations.values()],
    sessions,
    workingDays: surroundings.workingDays ?? workingDaysDefault,
    ...(surroundings.memory === undefined ? {} : { memory: surroundings.memory }),
  };
}

/** The plan of pages as they were read: also where something was added to the readings. */
export function planOf(gathered: Gathered, known: Known, readings: readonly PageReading[]): Plan {
  const { name, kind, startsOn, endsOn } = gathered.event;
  return {
    format: "upshot.plan",
    version: 1,
    event: { name, kind, startsOn, endsOn, timeZone: known.timeZone },
    pages: gathered.pages.map((page) => ({
      file: page.name,
      takenOn: page.takenOn ?? known.takenOn,
      characters: page.text.length,
      encoding: page.encoding,
    })),
    ...found(gathered, known, readings),
    sessions: sessionsOf(gathered, readings),
    leftAlone: readings.flatMap(({ leftAlone }, page) =>
      leftAlone.map((left) => ({ file: gathered.pages[page]?.name ?? "", ...left })),
    ),
    ledger: ledgerOf(states(readings)),
    problems: gathered.problems,
  };
}

/** The first e-mail address and number of those whom the contacts, or the workspace, know by one name alone. */
function addressesOf(gathered: Gathered, known: Known): Map<string, { email: string | null; phone: string | null }> {
  const found = new Map<string, { email: string | null; phone: string | null }>();
  for (const { name, emails } of known.people) found.set(name.toLowerCase(), { email: emails[0] ?? null, phone: null });
  const times = new Map<string, number>();
  for (const { name, emails, phones } of gathered.contacts.flatMap(({ cards }) => cards)) {
    const key = name.toLowerCase();
    times.set(key, (times.get(key) ?? 0) + 1);
    const before = found.get(key);
    const email = emails[0]?.value ?? before?.email ?? null;
    found.set(key, { email, phone: before?.phone ?? phones[0]?.value ?? null });
  }
  // Two of one name in the same address book may be two people.
  for (const [name, count] of times) if (count > 1) found.delete(name);
  return found;
}

function found(
  gathered: Gathered,
  known: Known,
  readings: readonly PageReading[],
): Pick<Plan, "steps" | "people" | "organizations" | "observations"> {
  const steps: PlanStep[] = [];
  const people = new Map<string, Plan["people"][number]>();
  const organizations = new Map<string, Plan["organizations"][number]>();
  const observations: Plan["observations"] = [];
  const addresses = addressesOf(gathered, known);
  const fileOf = (page: number) => gathered.pages[page]?.name ?? "";
  for (const [page, reading] of readings.entries()) {
    for (const draft of reading.proposals) {
      const place: PlanQuote = { file: fileOf(page), start: draft.start, end: draft.end, quote: draft.quote };
      const repeats = draft.repeats.map(({ page: other, start, end, quote }) => ({
        file: fileOf(other),
        start,
        end,
        quote,
      }));
      if (draft.step !== null) {
        const { dueOn, isUrgent, ...step } = draft.step;
        steps.push({
          ...place,
          ...step,
          session: draft.session?.title ?? null,
          due: dueOn,
          marked: draft.isMarked,
          urgent: isUrgent,
          confidence: draft.confidence,
          reading: draft.reading,
          proposedBy: draft.proposedBy ?? "reader",
          remembered: draft.remembered ?? null,
          repeats,
        });
      } else if (draft.person !== null) {
        const { name, organization, met, known, role, email, phone } = draft.person;
        const before = people.get(name);
        const address = addresses.get(name.toLowerCase());
        people.set(name, {
          name,
          organization: before?.organization ?? organization,
          met: (before?.met ?? false) || met,
          known: before?.known ?? known,
          role: before?.role ?? role,
          email: before?.email ?? email ?? address?.email ?? null,
          phone: before?.phone ?? phone ?? address?.phone ?? null,
          mentions: [...(before?.mentions ?? []), place, ...repeats],
        });
      } else if (draft.organization !== null) {
        const { name, relation } = draft.organization;
        const before = organizations.get(name);
        organizations.set(name, {
          name,
          relation: before?.relation ?? relation,
          mentions: [...(before?.mentions ?? []), place, ...repeats],
        });
      } else if (draft.observation !== null) {
        observations.push({ kind: draft.observation, ...place, session: draft.session?.title ?? null });
      }
    }
  }
  for (const person of people.values()) addEmployer(organizations, person);
  return { steps, people: [...people.values()], organizations: [...organizations.values()], observations };
}

/** Whoever is named stands for the organization they are of, which a note seldom spells out again. */
function addEmployer(
  organizations: Map<string, Plan["organizations"][number]>,
  { organization, mentions }: Plan["people"][number],
): void {
  if (organization === null) return;
  const before = organizations.get(organization);
  if (before === undefined)
    organizations.set(organization, { name: organization, relation: null, mentions: [...mentions] });
  else before.mentions.push(...mentions);
}

/** Sessions that passages belong to, in programme order; starred ones too. */
function sessionsOf(gathered: Gathered, readings: readonly PageReading[]): Plan["sessions"] {
  const passages = new Map<string, Plan["sessions"][number]["passages"]>();
  for (const [page, reading] of readings.entries()) {
    const file = gathered.pages[page]?.name ?? "";
    for (const { session, start, end } of reading.passages) {
      if (session === null) continue;
      const key = session.guid ?? session.title;
      const list = passages.get(key) ?? [];
      list.push({ file, start, end });
      passages.set(key, list);
    }
  }
  return [...gathered.sessions, ...gathered.sessionsKept].flatMap((session) => {
    const own = passages.get(session.guid ?? session.title);
    if (own === undefined) return [];
    return [{ title: session.title, guid: session.guid, attended: null, passages: own }];
  });
}

/** NT2: a passage that holds a proposal worth asking about, or repeats one, is proposed; every other one is unread. */
function* states(readings: readonly PageReading[]): Iterable<{ state: "proposed" | "unread" }> {
  const starts = readings.map((): number[] => []);
  for (const [page, { proposals }] of readings.entries()) {
    for (const draft of proposals.filter(isWorthAsking)) {
      starts[page]?.push(draft.start);
      for (const repeat of draft.repeats) starts[repeat.page]?.push(repeat.start);
    }
  }
  for (const [page, { passages }] of readings.entries()) {
    const places = (starts[page] ?? []).sort((a, b) => a - b);
    let next = 0;
    for (const passage of passages) {
      while (next < places.length && (places[next] ?? 0) < passage.start) next += 1;
      yield { state: next < places.length && (places[next] ?? 0) < passage.end ? "proposed" : "unread" };
    }
  }
}
