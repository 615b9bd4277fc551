import { type Card, isOver, type Sitting, type Subject, subjectOf } from "#domain/model/sitting.ts";
import { addDays, type Day, dayAt } from "#domain/model/time.ts";
import type { Showing } from "#recall/spacing.ts";
import type { Replica } from "#replica/replica.ts";
import { zoneOf } from "../asking.ts";

/** One time something stood on a card, as spacing takes it; of cards that are about no note, that it was dealt with, too. */
export interface Shown {
  on: Day;
  said: Card["answer"];
  restsUntil: Day | null;
}

/** What was shown in my sittings, by what it is about. */
export type Showings = ReadonlyMap<string, readonly Shown[]>;

/** What a card is about, as a key: the same step may be vague and, later, closed without an answer. */
export function keyOf(subject: Subject): string {
  return `${subject.about} ${subjectOf(subject) ?? ""}`;
}

/** My sittings, the oldest first. */
export function sittingsOf(replica: Replica): Sitting[] {
  return replica
    .by("sitting", "memberId", replica.memberId)
    .sort((a, b) => (a.createdAt < b.createdAt || (a.createdAt === b.createdAt && a.id < b.id) ? -1 : 1));
}

/** The cards of a sitting in their order. */
export function cardsOf(replica: Replica, sitting: Pick<Sitting, "id">): Card[] {
  return replica.by("card", "sittingId", sitting.id).sort((a, b) => a.place - b.place);
}

/**
 * Every showing in my sittings so far. A card was shown where it was answered; of a sitting that is over, also where it stood before the
 * last that was answered, or right after it: one card is on the screen at a time, and what stood further down was never seen.
 */
export function showingsOf(replica: Replica, today: Day): Showings {
  const showings = new Map<string, Shown[]>();
  const zone = zoneOf(replica);
  const days = new Map<string, Day>(); // a day in a zone costs, and an instant may come again
  const dayOf = (at: NonNullable<Card["answeredAt"]>) => {
    const known = days.get(at) ?? dayAt(at, zone);
    days.set(at, known);
    return known;
  };
  for (const sitting of sittingsOf(replica)) {
    const cards = cardsOf(replica, sitting);
    const lastAnswered = cards.findLastIndex(({ answer }) => answer !== null);
    const seen = isOver(sitting, today) ? lastAnswered + 1 : -1;
    for (const [place, card] of cards.entries()) {
      if (card.answer === null && place > seen) continue;
      const on = card.answeredAt === null ? sitting.startedOn : dayOf(card.answeredAt);
      const shown = { on, said: card.answer, restsUntil: card.restsUntil };
      const key = keyOf(card);
      const before = showings.get(key);
      if (before === undefined) showings.set(key, [shown]);
      else before.push(shown);
    }
  }
  return showings;
}

/** A note's showings as spacing takes them. */
export function notesShowings(shown: readonly Shown[]): Showing[] {
  return shown.flatMap(({ said, ...rest }) => (said === "dealt" ? [] : [{ ...rest, said }]));
}

/** How long something that is no note is left alone by what was said of it: a step that was made has a day of its own by then. */
const restDays = { step: 14, join: 14, rest: 28, dealt: 28 } as const;

/** When something that is no note may be brought again: since when it waits, and from when on. Null where it was let go. */
export function restsUntil(shown: readonly Shown[] | undefined): { shownOn: Day | null; until: Day | null } | null {
  const last = shown?.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
  if (last === undefined) return { shownOn: null, until: null };
  if (last.said === "letGo") return null;
  if (last.said === null) return { shownOn: last.on, until: null };
  return { shownOn: last.on, until: last.restsUntil ?? addDays(last.on, restDays[last.said]) };
}
