import { audiences, bases, certainties, owners, stepKinds } from "#domain/model/step.ts";
import type { Audience, Basis, Certainty, Owner, StepKind } from "#domain/model/step.ts";
import { type ObservationKind, observationKinds } from "#domain/model/note.ts";

/** A range of a plain text, with its words: `quote === text.slice(start, end)`. */
export interface Span {
  start: number;
  end: number;
  quote: string;
}

/** A passage that holds a next step, with every field of docs/labelling.md. */
export interface StepLabel extends Span {
  means: "step";
  owner: Owner;
  basis: Basis;
  kind: StepKind;
  what: string | null;
  /** The owner where it is not me. A list means that any of them is right; see `Names`. */
  who: Names | null;
  with: Names | null;
  organization: string | null;
  audience: Audience | null;
  due: string | null;
  dueEnd: string | null;
  certainty: Certainty;
  /** The key (guid) of the session, as the folder's programme has it. */
  session: string | null;
  /** What a `⟦merge ID | ...⟧` elsewhere in the folder refers to. */
  id: string | null;
  /** Further places where the same step is said again (S10); filled in once the whole folder is read. */
  repeats: (Span & { file: string })[];
  /** The day that weekday words count from here: the note's day, or an explicit day heading's. */
  anchor: string | null;
}

/** Who is meant. `isOpen`: two known people would fit, so the name has to stay as written (or empty). */
export interface Names {
  names: string[];
  isOpen: boolean;
}

/** A passage that is no step but worth keeping. */
export interface ObservationLabel extends Span {
  means: "observation";
  kind: ObservationKind;
  session: string | null;
}

/** A mention of a person. `met` is null where only a step's `who` or `with` says that the person is in the story. */
export interface PersonLabel extends Span {
  means: "person";
  name: string;
  organization: string | null;
  met: boolean | null;
}

/** A mention of an organization. */
export interface OrganizationLabel extends Span {
  means: "organization";
  name: string;
  relation: string | null;
}

/** What looks like a step and is none. */
export const trapKinds = [
  "advice",
  "quote",
  "slogan",
  "speaker",
  "retracted",
  "declined",
  "past",
  "done",
  "hypothetical",
  "wish",
  "title",
  "decision",
  "programme",
  "heading",
  "idea",
  "question",
  "meeting",
  "measure",
  "fact",
] as const;
export type TrapKind = (typeof trapKinds)[number];

/** A hard negative: it needs no label to be no step, the label says which kind of trap it is. */
export interface TrapLabel extends Span {
  means: "trap";
  kind: TrapKind;
}

export type Label = StepLabel | ObservationLabel | PersonLabel | OrganizationLabel | TrapLabel;

/** From `start` on, passages belong to the session with this key (null: to none). */
export interface SessionMark {
  start: number;
  key: string | null;
}

export interface Annotated {
  /** The plain text, as the person who took the notes wrote it. */
  text: string;
  labels: Label[];
  sessions: SessionMark[];
  /** The same step said again: its id and the place. */
  merges: (Span & { id: string })[];
}

interface Open {
  head: string;
  at: number;
}

/**
 * Turns annotated text into the plain text and its labels. The syntax is that of docs/labelling.md:
 * `⟦step email with="Ana Ruiz" due=2026-02-06 | mail Ana by Friday⟧`, nested where needed, and the marks
 * without words `⟦in KEY⟧` (session) and `⟦on DAY⟧` (an explicit day heading). Throws on a mistake, with the line:
 * the corpus is ours, so a mistake in it is one of ours.
 */
export function parseAnnotated(source: string, takenOn: string | null): Annotated {
  const found: Annotated = { text: "", labels: [], sessions: [], merges: [] };
  const open: Open[] = [];
  let anchor = takenOn;
  let session: string | null = null;
  const pieces = source.split(/([⟦⟧])/u);
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i] ?? "";
    if (piece === "⟦") {
      const rest = pieces[i + 1] ?? "";
      i += 1;
      const bar = barOf(rest);
      if (bar === -1) {
        const [word, value] = wordsOf(rest);
        if (pieces[i + 1] !== "⟧") throw mistake(found.text, `no bar in "${rest.slice(0, 40)}"`);
        i += 1;
        if (word === "in") {
          session = value === undefined || value === "none" ? null : value;
          found.sessions.push({ start: found.text.length, key: session });
        } else if (word === "on") {
          anchor = value === undefined || value === "none" ? takenOn : value;
        } else throw mistake(found.text, `unknown mark "${rest}"`);
        continue;
      }
      open.push({ head: rest.slice(0, bar).trim(), at: found.text.length });
      found.text += rest.slice(bar + 1).replace(/^ /u, "");
    } else if (piece === "⟧") {
      const mark = open.pop();
      if (mark === undefined) throw mistake(found.text, "a closing bracket too many");
      const span = { start: mark.at, end: found.text.length, quote: found.text.slice(mark.at) };
      const words = wordsOf(mark.head);
      if (words[0] === "merge") found.merges.push({ id: words[1] ?? "", ...span });
      else found.labels.push(labelOf(words, span, { anchor, session, text: found.text }));
    } else found.text += piece;
  }
  if (open.length > 0) throw mistake(found.text, `"${open[0]?.head}" is never closed`);
  found.labels.sort((a, b) => a.start - b.start || b.end - a.end);
  return found;
}

/** Where the head ends: the first bar outside quotation marks, or -1. */
function barOf(rest: string): number {
  let isQuoted = false;
  for (let i = 0; i < rest.length; i += 1) {
    if (rest[i] === '"') isQuoted = !isQuoted;
    else if (rest[i] === "|" && !isQuoted) return i;
  }
  return -1;
}

/** `step email with="Ana Ruiz"` -> ["step", "email", "with=Ana Ruiz"]. */
function wordsOf(head: string): string[] {
  return [...head.matchAll(/(?:[^\s"]|"[^"]*")+/gu)].map(([word]) => word.replaceAll('"', ""));
}

interface Place {
  anchor: string | null;
  session: string | null;
  text: string;
}

function labelOf(words: string[], span: Span, place: Place): Label {
  const [means = "", ...rest] = words;
  const bare = rest.filter((word) => !word.includes("="));
  const fields = new Map<string, string>();
  for (const word of rest) {
    const equals = word.indexOf("=");
    if (equals !== -1) fields.set(word.slice(0, equals), word.slice(equals + 1));
  }
  const take = (name: string): string | null => {
    const value = fields.get(name) ?? null;
    fields.delete(name);
    return value;
  };
  /** The one bare word out of a closed list. */
  const pick = <T extends string>(list: readonly T[], otherwise: T | null): T | null => {
    const at = bare.findIndex((word) => (list as readonly string[]).includes(word));
    // The word was just found in the list.
    return at === -1 ? otherwise : (bare.splice(at, 1)[0] as T);
  };
  const need = <T>(value: T | null, what: string): T => {
    if (value === null) throw mistake(place.text, `${words.join(" ")}: ${what} is missing`);
    return value;
  };
  let label: Label;
  switch (means) {
    case "step": {
      const [due, dueEnd] = (take("due") ?? "").split("..");
      label = {
        means,
        ...span,
        owner: need(pick(owners, "me"), "owner"),
        basis: need(pick(bases, "promised"), "basis"),
        kind: need(pick(stepKinds, "do"), "kind"),
        certainty: need(pick(certainties, "firm"), "certainty"),
        audience: pick(audiences, null),
        what: take("what"),
        who: namesOf(take("who")),
        with: namesOf(take("with")),
        organization: take("org"),
        due: due === undefined || due === "" ? null : due,
        dueEnd: dueEnd ?? null,
        session: take("session") ?? place.session,
        id: take("id"),
        repeats: [],
        anchor: place.anchor,
      };
      break;
    }
    case "obs":
      label = {
        means: "observation",
        ...span,
        kind: need(pick(observationKinds, null), "kind"),
        session: place.session,
      };
      break;
    case "person": {
      const met = pick(["met"], null) !== null;
      label = { means, ...span, name: take("name") ?? span.quote, organization: take("org"), met };
      break;
    }
    case "org":
      label = {
        means: "organization",
        ...span,
        name: take("name") ?? span.quote,
        relation: pick(["partner", "competitor", "customer", "vendor", "community", "other"], null),
      };
      break;
    case "not":
      label = { means: "trap", ...span, kind: need(pick(trapKinds, null), "kind") };
      break;
    default:
      throw mistake(place.text, `unknown label "${words.join(" ")}"`);
  }
  if (bare.length > 0 || fields.size > 0)
    throw mistake(place.text, `${words.join(" ")}: "${[...bare, ...fields.keys()].join(", ")}" is unknown`);
  return label;
}

/** `Ana Ruiz; Paul Meyer` (any is right), `Anna?` (has to stay open). */
function namesOf(value: string | null): Names | null {
  if (value === null) return null;
  const isOpen = value.endsWith("?");
  const names = value
    .replace(/\?$/u, "")
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return { names, isOpen };
}

function mistake(textSoFar: string, what: string): Error {
  return new Error(`line ${textSoFar.split("\n").length}: ${what}`);
}
