import type { EventId, StepId } from "#domain/model/id.ts";
import type { Need } from "#domain/model/need.ts";
import type { Person } from "#domain/model/person.ts";
import { sayDay, shortened } from "#domain/model/say.ts";
import type { Step, StepKind } from "#domain/model/step.ts";
import { type DraftLanguage, type DraftPurpose, filled, type Template } from "#domain/model/template.ts";
import { type Day, plainDate } from "#domain/model/time.ts";
import { isMine, type TouchWay } from "#domain/model/touch.ts";
import type { Replica } from "#replica/replica.ts";
import { type Asking, eventOf, todayIn } from "./asking.ts";
import { usualTemplates } from "./usual-templates.ts";

/** A few lines to send about a step, to change as one likes; nothing is sent by itself. */
export interface Draft {
  purpose: DraftPurpose;
  language: DraftLanguage;
  /** The way to reach them by, and the touch that is logged once it was sent. */
  by: Exclude<TouchWay, "meeting">;
  /** Whom it is for, where a person is known. */
  person: Pick<Person, "id" | "name"> | null;
  /** Their first e-mail address or phone number, where one is known. */
  to: string | null;
  /** The writer's own name and e-mail address, where they are known. */
  from: { name: string; email: string | null } | null;
  subject: string;
  text: string;
}

/** The nouns a draft is written from. */
export const draftNouns = [
  "workspace",
  "member",
  "person",
  "event",
  "session",
  "step",
  "need",
  "touch",
  "meeting",
] as const;

/** So much of a note's words is quoted. */
const quoteMax = 300;

/**
 * A draft for a step: it says what was said, at which session, what I do by when and what I ask of them by when. Of theirs it asks
 * how it stands (ST2). The words are those of the workspace's template for the step's kind, in the person's language unless another
 * is given. Undefined where there is no such step.
 */
export function draft(
  replica: Replica,
  stepId: StepId,
  { asking, language: wanted }: { asking: Asking; language?: DraftLanguage | undefined },
): Draft | undefined {
  const step = replica.get("step", stepId);
  return step === undefined ? undefined : draftOf(replica, step, { day: todayIn(replica, asking), language: wanted });
}

/** The draft for a step that is at hand; `day` is today. */
export function draftOf(
  replica: Replica,
  step: Step,
  { day, language: wanted }: { day: Day; language?: DraftLanguage | undefined },
): Draft {
  const person = replica.get("person", step.isTheirs ? step.ownerPersonId : step.withPersonId);
  const language = wanted ?? person?.language ?? "en";
  const need = firstAsked(replica, step);
  const purpose = need?.side ?? purposeOf(step);
  const by = wayOf(step, purpose);
  const me = replica.get("member", replica.memberId);
  const name = person?.name ?? (step.isTheirs ? step.ownerName : step.withName);
  const due = step.dueEnd ?? step.dueOn;
  const ask = step.isTheirs ? undefined : askOf(replica, person);
  const askBy = ask?.dueEnd ?? ask?.dueOn ?? null;
  const said = (on: Day | null) => (on === null ? null : sayDayIn(on, day, language));
  // A day that is over is no promise any more; what is theirs is asked about by the day they gave.
  const toCome = (on: Day | null) => (on === null || on < day ? null : said(on));
  const fields = {
    me: me?.name.split(" ")[0] ?? null,
    first: person?.givenName ?? name?.split(" ")[0] ?? null,
    event: eventOf(replica, need === undefined ? step.eventId : lastMetAt(replica, person))?.name ?? null,
    session: step.isTheirs ? null : (replica.get("session", step.sessionId)?.title ?? null),
    said: step.quote === null ? null : shortened(step.quote, quoteMax),
    what: step.what,
    due: step.isTheirs ? said(due) : toCome(due),
    ask: ask?.what ?? null,
    askBy: toCome(askBy),
    about: need?.about ?? null,
  };
  const template = templateFor(replica, purpose, language);
  return {
    purpose,
    language,
    by,
    person: person === undefined ? null : { id: person.id, name: person.name },
    to: (by === "email" ? person?.emails : person?.phones)?.[0]?.value ?? null,
    from: me === undefined ? null : { name: me.name, email: me.email },
    subject: filled(template.subject, fields).replace(/\s+/g, " "),
    text: filled(template.text, fields),
  };
}

/** The words drafts of one purpose and language begin from: one's own, or the usual ones. */
export function templateFor(
  replica: Replica,
  purpose: DraftPurpose,
  language: DraftLanguage,
): Template & { isOwn: boolean } {
  const own = replica
    .get("workspace", replica.workspaceId)
    ?.templates?.find((one) => one.purpose === purpose && one.language === language);
  return own === undefined
    ? { purpose, language, ...usualTemplates[language][purpose], isOwn: false }
    : { ...own, isOwn: true };
}

/** The need that a step makes known, while nobody wrote to them about it yet. */
function firstAsked(replica: Replica, { id, needId }: Step): Need | undefined {
  const need = replica.get("need", needId);
  return need === undefined || replica.by("touch", "stepId", id).some(isMine) ? undefined : need;
}

/** The event at which somebody was met last. */
function lastMetAt(replica: Replica, person: Person | undefined): EventId | null {
  if (person === undefined) return null;
  const meetings = replica.by("meeting", "personId", person.id).filter(({ eventId }) => eventId !== null);
  return meetings.toSorted((a, b) => (b.metOn ?? "").localeCompare(a.metOn ?? ""))[0]?.eventId ?? null;
}

const purposeOfKind: Record<StepKind, DraftPurpose> = {
  call: "call",
  email: "email",
  message: "message",
  meet: "meet",
  introduce: "introduce",
  share: "share",
  investigate: "email",
  write: "email",
  do: "email",
};

function purposeOf({ isTheirs, basis, kind }: Step): DraftPurpose {
  if (isTheirs) return basis === "promised" ? "ask-again" : "remind";
  return purposeOfKind[kind];
}

/** What they were to do by call or in person is asked about by call; a message of mine is one, and the rest is mail. */
function wayOf({ isTheirs, kind }: Step, purpose: DraftPurpose): Draft["by"] {
  if (isTheirs) return kind === "call" || kind === "meet" ? "call" : "email";
  return purpose === "message" ? "message" : "email";
}

/** What I ask of the same person: of what is theirs and open, what they are to do first. */
function askOf(replica: Replica, person: Person | undefined): Step | undefined {
  if (person === undefined) return undefined;
  const dueOf = ({ dueEnd, dueOn }: Step) => dueEnd ?? dueOn ?? "9";
  return replica
    .by("step", "ownerPersonId", person.id)
    .filter(({ isTheirs, state }) => isTheirs && state === "open")
    .toSorted((a, b) => dueOf(a).localeCompare(dueOf(b)) || a.id.localeCompare(b.id))[0];
}

const weekdays: Record<Exclude<DraftLanguage, "en">, readonly string[]> = {
  de: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
  fr: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
  es: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
};
const months: typeof weekdays = {
  de: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" "),
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
  es: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" "),
};

/** A day as it is written in a language, with its year where that is not this one: "Freitag, 6. Februar". By table, so that it is the same on every machine. */
function sayDayIn(on: Day, today: Day, language: DraftLanguage): string {
  if (language === "en") return sayDay(on, today);
  const { year, month, day, dayOfWeek } = plainDate(on);
  const weekday = weekdays[language][dayOfWeek - 1] ?? "";
  const name = months[language][month - 1] ?? "";
  const isFar = plainDate(today).year !== year;
  if (language === "de") return `${weekday}, ${day}. ${name}${isFar ? ` ${year}` : ""}`;
  if (language === "fr") return `${weekday} ${day === 1 ? "1er" : day} ${name}${isFar ? ` ${year}` : ""}`;
  return `${weekday} ${day} de ${name}${isFar ? ` de ${year}` : ""}`;
}
