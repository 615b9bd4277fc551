import { comparable } from "#domain/model/memory.ts";
import { type Answer, groundOf } from "./answers.ts";
import { isSettled, largest, type Learned, sayOn } from "./learned.ts";
import { type Meant, meantBy } from "./meant.ts";

/**
 * Names, abbreviations, spellings: what words mean, from the answers that bear on them. One correction is enough where the words look
 * like the name and never meant another; else two, and more than speak for any other.
 */
export function namesLearned(answers: readonly Answer[]): Learned[] {
  const corrections = answers.flatMap((answer) => meantBy(answer, true));
  // Of what was accepted as read only that counts which says something else of the same words.
  const wanted = new Set(corrections.map(({ words }) => words));
  const isBearing = ({ proposal }: Answer): boolean => {
    const quote = comparable(proposal.quote);
    return [...wanted].some((words) => quote.includes(words));
  };
  const accepted = wanted.size === 0 ? [] : answers.filter(isBearing).flatMap((answer) => meantBy(answer, false));
  const byWords = Map.groupBy([...corrections, ...accepted], ({ means, words }) => `${means} ${words}`);
  return [...byWords.values()].flatMap((said) => (wanted.has(said[0]?.words ?? "") ? (nameFrom(said) ?? []) : []));
}

function nameFrom(said: readonly Meant[]): Learned | null {
  const [first] = said;
  if (first === undefined) return null;
  const { words, written, means } = first;
  const most = largest(Map.groupBy(said, ({ name }) => name));
  if (most === undefined) return null;
  const [name, best] = most;
  if (name === null) return null;
  const corrections = best.filter(({ isCorrection }) => isCorrection);
  const least = best.every(({ isAlike }) => isAlike) ? 1 : 2;
  const others = said.length - best.length;
  if (!isSettled({ corrections: corrections.length, of: best.length, others, least })) return null;
  const from = corrections.map(({ answer }) => groundOf(answer));
  const because = `"${written}" is ${name}: you corrected this${sayOn(from)}`;
  const key = `${means === "person" ? "name" : "organization"} ${words}`;
  return { key, about: means, words, name, because, says: `"${written}" means ${name}`, from };
}

/** So many times a name is let go, and never accepted, until it is not asked about any more. */
const passedOverMin = 2;

/**
 * Strangers whose proposals were let go and never accepted. Twice, and they are not asked about; where the name was taken off a step
 * as well, it is nobody's. Taken off alone says little: the act may only not be turned to that person.
 */
export function strangersLearned(answers: readonly Answer[], known: ReadonlySet<string>): Learned[] {
  const asked = answers.filter(({ proposal }) => proposal.person !== null && proposal.person.known === null);
  const byName = Map.groupBy(asked, ({ proposal }) => comparable(proposal.person?.name ?? ""));
  const taken = Map.groupBy(
    answers.filter(({ proposal, step }) => step !== null && step.with === null && (proposal.step?.with ?? "") !== ""),
    ({ proposal }) => comparable(proposal.step?.with ?? ""),
  );
  return [...byName].flatMap(([words, said]): Learned[] => {
    const isLetGo = said.every(({ proposal }) => proposal.state !== "accepted");
    if (words === "" || !isLetGo || known.has(words)) return [];
    const name = said[0]?.proposal.person?.name ?? words;
    const off = taken.get(words) ?? [];
    if (off.length > 0) {
      const from = [...said, ...off].map(groundOf);
      return [{ key: `nobody ${words}`, about: "nobody", words, says: `"${name}" is nobody's name`, from }];
    }
    if (said.length < passedOverMin) return [];
    const says = `"${name}" is not asked about: you let go of it ${said.length} times`;
    return [{ key: `passed over ${words}`, about: "passed-over", words, says, from: said.map(groundOf) }];
  });
}

/** Those who were read as somebody outside and corrected to a colleague, and never the other way. */
export function colleaguesLearned(answers: readonly Answer[]): Learned[] {
  const said = answers.flatMap((answer) => {
    const { proposal, step } = answer;
    const who = step?.who ?? null;
    if (who === null || step === null || step.owner === "me" || proposal.step === null) return [];
    return [{ who, isColleague: step.owner === "colleague", isCorrection: proposal.step.owner === "them", answer }];
  });
  return [...Map.groupBy(said, ({ who }) => who)].flatMap(([name, all]): Learned[] => {
    const corrections = all.filter(({ isColleague, isCorrection }) => isColleague && isCorrection);
    if (corrections.length === 0 || all.some(({ isColleague }) => !isColleague)) return [];
    const from = corrections.map(({ answer }) => groundOf(answer));
    const words = comparable(name);
    return [{ key: `colleague ${words}`, about: "colleague", words, name, says: `${name} is a colleague`, from }];
  });
}
