import { type CardAnswer, cardAnswers } from "#domain/model/sitting.ts";
import type { Day } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { cardsOf, keyOf, sittingsOf } from "./comb-back/showings.ts";

/** One comb-back that was held: its day, and what became of its cards. */
export interface SittingHeld {
  on: Day;
  cards: number;
  answered: number;
  answers: Record<CardAnswer, number>;
}

/** My comb-backs, the oldest first, for a line over time; those of one day, begun on two devices, are one. */
export function sittings(replica: Replica, max = 52): SittingHeld[] {
  const byDay = new Map<Day, Map<string, CardAnswer | null>>();
  for (const sitting of sittingsOf(replica).slice(-2 * max)) {
    const ofDay = byDay.get(sitting.startedOn) ?? new Map<string, CardAnswer | null>();
    for (const card of cardsOf(replica, sitting)) ofDay.set(keyOf(card), ofDay.get(keyOf(card)) ?? card.answer);
    byDay.set(sitting.startedOn, ofDay);
  }
  return [...byDay].slice(-max).map(([on, cards]) => {
    const said = [...cards.values()];
    const count = (answer: CardAnswer) => said.filter((one) => one === answer).length;
    const answers = Object.fromEntries(cardAnswers.map((answer) => [answer, count(answer)]));
    const answered = said.filter((one) => one !== null).length;
    return { on, cards: said.length, answered, answers: answers as Record<CardAnswer, number> }; // one for each answer
  });
}
