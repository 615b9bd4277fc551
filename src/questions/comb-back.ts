import { type Card, type CardAbout, cardsMax, isOver, type Sitting, type Subject } from "#domain/model/sitting.ts";
import type { Day } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { type Asking, stepShownNouns, todayIn } from "./asking.ts";
import { coldLeadsNouns } from "./cold-leads.ts";
import { chooseNotes } from "./comb-back/notes.ts";
import { about, chooseOthers } from "./comb-back/others.ts";
import { type Face, faceOf } from "./comb-back/show.ts";
import { cardsOf, keyOf, showingsOf, sittingsOf } from "./comb-back/showings.ts";
import { Ties, tiesNouns } from "./comb-back/ties.ts";

/** How many old notes a comb-back brings where nobody chose another number (RV1): a few minutes' worth. */
export const combBackNotesUsual = 7;

/** One card: what it is about, and what became of it. */
export interface CardShown {
  /** The card's row; null while no sitting was begun. */
  card: Card | null;
  subject: Subject;
  face: Face;
  /** For a note: the question of its event's focus that it bears on (FO2). */
  bearsOn: string | null;
}

export interface CombBack {
  day: Day;
  /** The sitting that was begun and can be gone on with (RV4); null where there is none, and `cards` is what one would bring. */
  sitting: Sitting | null;
  /** Those to answer, in order. Of what is gone, or needs no answer any more, there is none. */
  cards: CardShown[];
  /** How many were answered in it. */
  answered: number;
  /** How many of each are to answer. */
  left: Partial<Record<CardAbout, number>>;
  /** About how long what is left takes. */
  minutes: number;
}

export const combBackNouns = [
  ...new Set([...stepShownNouns, ...tiesNouns, ...coldLeadsNouns, "page", "commitment", "sitting", "card"] as const),
];

/**
 * The weekly comb-back (RV1 to RV5): the sitting that was begun, at its first unanswered card, or the cards that one begun now would
 * bring. Notes first, those that bear on a focus before others; then what is theirs and due, what goes cold, what is vague, events
 * without steps, commitments with nothing under way, and what came of what was closed. Each has its most, so that a sitting is short
 * whatever there is, and each goes by who has waited longest, so that everything has its turn.
 * @param bearsOn which notes bear on a focus; `Ties` that live on know it already
 */
export function combBack(replica: Replica, asking: Asking, bearsOn = Ties.forFocus(replica).bearsOn): CombBack {
  const day = todayIn(replica, asking);
  const begun = sittingsOf(replica).filter((sitting) => !isOver(sitting, day));
  const asked = { day, bearsOn };
  const { cards, answered } =
    begun.length > 0 ? dealt(replica, begun, asked) : { cards: chosen(replica, asked), answered: 0 };
  const left: CombBack["left"] = {};
  for (const { subject } of cards) left[subject.about] = (left[subject.about] ?? 0) + 1;
  return { day, sitting: begun[0] ?? null, cards, answered, left, minutes: minutesFor(left) };
}

type Asked = { day: Day; bearsOn: (note: Extract<Face, { about: "note" }>["note"]) => string | null };

function chosen(replica: Replica, { day, bearsOn }: Asked): CardShown[] {
  const showings = showingsOf(replica, day);
  const max = replica.get("workspace", replica.workspaceId)?.combBackNotes ?? combBackNotesUsual;
  const notes = chooseNotes(replica, { day, max, showings, bearsOn });
  const subjects = [
    ...notes.map(({ note }) => about("note", { noteId: note.id })),
    ...chooseOthers(replica, { day, showings }),
  ].slice(0, cardsMax);
  return subjects.flatMap((subject) => shown(replica, { subject, card: null }, { day, bearsOn }));
}

/** What was dealt in sittings that go on: of what stands on two cards, the first, or the one that was answered (RV4). */
function dealt(replica: Replica, begun: readonly Sitting[], asked: Asked): { cards: CardShown[]; answered: number } {
  const byKey = new Map<string, Card>();
  for (const sitting of begun) {
    for (const card of cardsOf(replica, sitting)) {
      const known = byKey.get(keyOf(card));
      if (known === undefined || (known.answer === null && card.answer !== null)) byKey.set(keyOf(card), card);
    }
  }
  const all = [...byKey.values()].sort((a, b) => order(a) - order(b) || a.place - b.place);
  const open = all.filter(({ answer }) => answer === null);
  const cards = open.flatMap((card) => shown(replica, { subject: card, card }, asked)).slice(0, cardsMax);
  return { cards, answered: all.length - open.length };
}

const abouts: readonly CardAbout[] = ["note", "theirs", "cold", "vague", "event", "commitment", "cameOf"];

function order({ about: what }: Subject): number {
  return abouts.indexOf(what);
}

function shown(
  replica: Replica,
  { subject, card }: { subject: Subject; card: Card | null },
  { day, bearsOn }: Asked,
): CardShown[] {
  const face = faceOf(replica, subject, day);
  if (face !== undefined) {
    return [{ card, subject, face, bearsOn: face.about === "note" ? bearsOn(face.note) : null }];
  }
  return [];
}

/** A note is read and thought about, a line is decided: as long as one takes at an unhurried pace, not a measured figure. */
const secondsFor = (what: CardAbout) => (what === "note" ? 40 : 20);

function minutesFor(left: CombBack["left"]): number {
  const seconds = abouts.reduce((sum, what) => sum + (left[what] ?? 0) * secondsFor(what), 0);
  return Math.ceil(seconds / 60);
}
