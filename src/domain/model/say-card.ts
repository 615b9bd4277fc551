import { sayAll, sayCount } from "./say.ts";
import type { CardAbout, CardAnswer } from "./sitting.ts";

/** What a card asks, as a heading. */
export const cardHeadings: Record<CardAbout, string> = {
  note: "An old note",
  theirs: "Theirs, and due for a look",
  cold: "Going cold",
  vague: "A step without a day",
  event: "Notes, and no step yet",
  commitment: "Nothing under way this month",
  cameOf: "What came of it?",
};

/** The four answers to a card in their order, each in the words of what it will do (RV2, RV5). */
export const answersTo: Record<CardAbout, readonly { answer: CardAnswer; words: string }[]> = {
  note: four({ step: "Make a step", join: "Join it", rest: "Rest it", letGo: "Let it go" }),
  theirs: four({ step: "Ask again", dealt: "They did it", rest: "Look later", letGo: "Let it go" }),
  cold: four({ step: "Make a step", dealt: "I was in touch", rest: "Rest it", letGo: "Leave it be" }),
  vague: four({ step: "Give it a day", dealt: "It is done", rest: "Later", letGo: "Drop it" }),
  event: four({ step: "Make a step", dealt: "Seen to", rest: "Later", letGo: "Nothing follows" }),
  commitment: four({ step: "Make a step", dealt: "Seen to", rest: "Later", letGo: "Do not ask again" }),
  cameOf: four({ step: "A next step", dealt: "Say it", rest: "Later", letGo: "Nothing came" }),
};

function four(words: Partial<Record<CardAnswer, string>>): { answer: CardAnswer; words: string }[] {
  return Object.entries(words).map(([answer, said]) => ({ answer: answer as CardAnswer, words: said })); // keys of the literal
}

/** What is left of a comb-back, or in one: "7 notes, 2 of theirs, 1 going cold". */
export function sayCards(left: Partial<Record<CardAbout, number>>): string {
  const words: [CardAbout, string, string][] = [
    ["note", "note", "notes"],
    ["theirs", "of theirs", "of theirs"],
    ["cold", "going cold", "going cold"],
    ["vague", "without a day", "without a day"],
    ["event", "event", "events"],
    ["commitment", "commitment", "commitments"],
    ["cameOf", "to say what came of", "to say what came of"],
  ];
  return words.flatMap(([about, one, many]) => (left[about] ? [sayCount(left[about], one, many)] : [])).join(", ");
}

/** What a comb-back changed: "2 steps made, 1 joined and 3 rest"; "nothing yet" where nothing was answered. */
export function sayAnswers(answers: Record<CardAnswer, number>): string {
  const said = sayAll([
    [answers.step, `${sayCount(answers.step, "step")} made`],
    [answers.join, `${answers.join} joined`],
    [answers.dealt, `${answers.dealt} seen to`],
    [answers.rest, `${answers.rest} rested`],
    [answers.letGo, `${answers.letGo} let go`],
  ]);
  return said === "" ? "nothing yet" : said;
}
