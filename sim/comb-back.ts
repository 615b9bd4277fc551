import type { NoteId, PersonId, StepId } from "#domain/model/id.ts";
import { addDays, type Day } from "#domain/model/time.ts";
import { type CardShown, combBack } from "#questions/comb-back.ts";
import { todayIn } from "#questions/asking.ts";
import type { Chance } from "../test/support/chance.ts";
import { assumptions } from "./assumptions.ts";
import type { Device } from "./device.ts";

/** One comb-back as it was held. */
export interface Held {
  on: Day;
  /** How many cards it brought, and about how many minutes it was to take. */
  cards: number;
  minutes: number;
  answered: number;
  /** The notes that were shown. */
  notes: NoteId[];
}

/** What happens beside the workspace. */
interface World {
  askedAgain: (stepId: StepId) => void;
  /** False where there is no hour left for it. */
  touched: (personId: PersonId) => boolean;
}

/** Holds one comb-back through the real question and commands; the notes are always gone through, the rest may be left. */
export async function holdCombBack(device: Device, chance: Chance, world: World): Promise<Held> {
  const asked = combBack(device.replica, { now: device.now });
  const on = todayIn(device.replica, { now: device.now });
  const held: Held = { on, cards: asked.cards.length, minutes: asked.minutes, answered: 0, notes: [] };
  if (asked.cards.length === 0) return held;
  const { sittingId } = await device.run("sitting.begin", { cards: asked.cards.map(({ subject }) => subject) });
  for (;;) {
    const [card] = combBack(device.replica, { now: device.now }).cards;
    if (card?.card === undefined || card.card === null) break;
    if (card.face.about !== "note" && chance.next() < assumptions.stopsAtCard) break;
    if (card.face.about === "note") held.notes.push(card.face.note.id);
    await device.run("card.answer", { cardId: card.card.id, ...answerTo(card, { device, chance, world, on }) });
    held.answered += 1;
  }
  await device.run("sitting.end", { sittingId });
  return held;
}

interface Answering {
  device: Device;
  chance: Chance;
  world: World;
  on: Day;
}

function answerTo({ face }: CardShown, { device, chance, world, on }: Answering) {
  const later = { answer: "rest" as const };
  switch (face.about) {
    case "note":
      return answerToNote(face.note.id, { device, chance, on });
    case "theirs":
      world.askedAgain(face.shown.step.id);
      return { answer: "rest" as const, restsUntil: addDays(on, 7), line: "asked again" };
    case "cold": {
      const personId = face.person?.id;
      return personId !== undefined && world.touched(personId)
        ? { answer: "dealt" as const, touch: "email" as const }
        : later;
    }
    case "vague":
      return { answer: "step" as const, on: addDays(on, 7) };
    case "cameOf":
      return chance.is(50) ? { answer: "dealt" as const, line: "it helped" } : { answer: "letGo" as const };
    case "event":
    case "commitment":
      return { answer: "dealt" as const };
  }
}

function answerToNote(noteId: NoteId, { device, chance, on }: Omit<Answering, "world">) {
  const { noteStep, noteJoin, noteLetGo } = assumptions;
  const drawn = chance.next();
  if (drawn < noteStep)
    return { answer: "step" as const, step: { what: "Do something about it", dueOn: addDays(on, 7) } };
  const joined = new Set(device.replica.by("dot", "noteId", noteId).map(({ stepId }) => stepId));
  const step = device.replica.by("step", "state", "open").find(({ id }) => !joined.has(id));
  if (drawn < noteStep + noteJoin && step !== undefined) return { answer: "join" as const, stepId: step.id };
  return { answer: drawn < noteStep + noteJoin + noteLetGo ? ("letGo" as const) : ("rest" as const) };
}
