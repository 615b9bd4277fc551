import type { NoteId } from "#domain/model/id.ts";
import type { Note } from "#domain/model/note.ts";
import { addDays, type Day, dayAt } from "#domain/model/time.ts";
import { spacingOf } from "#recall/spacing.ts";
import type { Replica } from "#replica/replica.ts";
import { zoneOf } from "../asking.ts";
import { notesShowings, type Showings } from "./showings.ts";

/** A note that is brought back, and the question of its event's focus that it bears on (FO2). */
export interface NoteChosen {
  note: Note;
  bearsOn: string | null;
}

/** The question of its event's focus that a note bears on; null where it bears on none. */
export type BearsOn = (note: Note) => string | null;

/** A note that could be brought back. */
interface Candidate {
  note: Note;
  /** The day since which it waits: on which it was taken down, or on which it was to come back. */
  since: Day;
  /** It was shown before. */
  isBack: boolean;
  /** It was of use when it was last shown. */
  wasOfUse: boolean;
}

/** Younger than that it is in everybody's mind still, and comes only where nothing older waits. */
const youngDays = 2;

/**
 * Which old notes a comb-back brings, at most `max`, those that bear on a focus first (RV1, FO2). Half of them are those that have waited
 * longest, whether never shown or due again, so that each has its turn: with k notes waiting longer, after k / ⌈max / 2⌉ sittings at the
 * latest. Of the other half one in three is what was of use before and is due again (RV3); the rest is new and bears on a focus, or is
 * of the newest event. Where that leaves room it is filled with what waits, then with what is young, then with notes that were shown and
 * never answered, before their day: it is empty only where every note was answered.
 */
export function chooseNotes(
  replica: Replica,
  { day, max, showings, bearsOn }: { day: Day; max: number; showings: Showings; bearsOn: BearsOn },
): NoteChosen[] {
  const { waiting, young, early } = candidates(replica, { day, showings });
  const chosen = new Map<NoteId, NoteChosen>();
  const take = (from: Iterable<Candidate>, until: number) => {
    for (const { note } of from) {
      if (chosen.size >= until) return;
      if (!chosen.has(note.id)) chosen.set(note.id, { note, bearsOn: bearsOn(note) });
    }
  };
  waiting.sort((a, b) => order(a.since, b.since) || order(a.note.id, b.note.id));
  const half = Math.ceil(max / 2);
  take(waiting, half);
  const back = waiting.filter(({ isBack, wasOfUse }) => isBack && wasOfUse);
  take(back, half + Math.ceil((max - half) / 3));
  const fresh = waiting.filter(({ isBack }) => !isBack).reverse();
  take(bearing(fresh, bearsOn), max);
  take(fresh, max);
  take(waiting, max);
  take(young, max);
  take(
    early.sort((a, b) => order(a.since, b.since) || order(a.note.id, b.note.id)),
    max,
  );
  return [...chosen.values()].sort((a, b) => Number(b.bearsOn !== null) - Number(a.bearsOn !== null));
}

/** So many of the newest are looked at for what bears on a focus: some events' worth. */
const lookedAtMax = 600;

function* bearing(fresh: readonly Candidate[], bearsOn: BearsOn): Generator<Candidate> {
  for (const candidate of fresh.slice(0, lookedAtMax)) if (bearsOn(candidate.note) !== null) yield candidate;
}

function candidates(
  replica: Replica,
  { day, showings }: { day: Day; showings: Showings },
): { waiting: Candidate[]; young: Candidate[]; early: Candidate[] } {
  const zone = zoneOf(replica);
  const oldUntil = addDays(day, -youngDays);
  const [waiting, young, early]: [Candidate[], Candidate[], Candidate[]] = [[], [], []];
  const days = new Map<string, Day>(); // a page's notes have one moment
  for (const note of replica.all("note")) {
    if (note.state === "letGo" || !isThought(note) || hasOpenStep(replica, note)) continue;
    const shown = showings.get(`note ${note.id}`);
    if (shown === undefined) {
      let since = days.get(note.createdAt);
      if (since === undefined) days.set(note.createdAt, (since = dayAt(note.createdAt, zone)));
      (since > oldUntil ? young : waiting).push({ note, since, isBack: false, wasOfUse: false });
      continue;
    }
    const showingsOfNote = notesShowings(shown);
    const since = spacingOf(showingsOfNote)?.dueOn;
    if (since === undefined || since === null) continue;
    const wasOfUse = ["step", "join"].includes(shown.at(-1)?.said ?? "");
    const candidate = { note, since, isBack: true, wasOfUse };
    if (since <= day) waiting.push(candidate);
    else if (shown.every(({ said }) => said === null)) early.push(candidate);
  }
  return { waiting, young, early };
}

/** What is being done about a note stands on its own list; the note comes back when that is over. */
function hasOpenStep(replica: Replica, { id, state }: Note): boolean {
  return state === "made" && replica.by("step", "noteId", id).some((step) => step.state === "open");
}

/** Fewer words than that, taken down on a page and never looked at, are a heading, a name or a rule. */
const wordsMin = 3;

/** True where a note says enough to come back by itself. What says less stays on its page and is found there. */
function isThought({ text, pageId, state, personIds, organizationIds }: Note): boolean {
  if (pageId === null || state === "made" || state === "kept") return true;
  if (personIds.length > 0 || organizationIds.length > 0) return true;
  let words = 0;
  for (const _ of text.matchAll(/[\p{L}\p{N}]+/gu)) if (++words >= wordsMin) return true;
  return false;
}

function order(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
