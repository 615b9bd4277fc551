import { type Habit, habitLogOdds, kindKeys, traitsOfObservation, traitsOfStep } from "#domain/model/memory.ts";
import { kindHeadings } from "#domain/model/say.ts";
import { type Answer, groundOf } from "./answers.ts";
import { isSettled, largest, type Learned, sayOn } from "./learned.ts";

/**
 * Their verbs: steps that open so, were read as one kind and are of another. One correction is enough where none was accepted as
 * read; else two, and more than were.
 */
export function kindsLearned(answers: readonly Answer[]): Learned[] {
  const said = answers.flatMap((answer) => {
    const { proposal, step } = answer;
    if (proposal.step === null || step === null) return [];
    const read = proposal.step.kind;
    return kindKeys(proposal.step).map((key, at, keys) => ({
      key,
      read,
      kind: step.kind,
      isThing: at < keys.length - 1,
      answer,
    }));
  });
  return [...Map.groupBy(said, ({ key }) => key)].flatMap(([key, all]): Learned[] => {
    const corrected = all.filter(({ kind, read }) => kind !== read);
    const most = largest(Map.groupBy(corrected, ({ kind }) => kind));
    if (most === undefined) return [];
    const [kind, best] = most;
    if (
      !isSettled({
        corrections: best.length,
        of: best.length,
        others: all.length - best.length,
        least: best[0]?.isThing === true ? 1 : 2,
      })
    )
      return [];
    const from = best.map(({ answer }) => groundOf(answer));
    const [opening = "", read = kind] = [key.split(" as ")[0], best[0]?.read];
    const says = `"${opening}" read as "${kindHeadings[read]}" is "${kindHeadings[kind]}"`;
    const because = `"${opening}" is "${kindHeadings[kind]}": you corrected this${sayOn(from)}`;
    return [{ key: `kind ${key}`, about: "kind", words: key, kind, because, says, from }];
  });
}

/** Habits weaker than this are not worth a line. */
const logOddsMin = 0.3;

/** What they let go, and what they accept always: counted by the traits that the reader sees in the next proposal, too. */
export function habitsLearned(answers: readonly Answer[]): Learned[] {
  const byTrait = new Map<string, Answer[]>();
  for (const answer of answers) {
    for (const trait of traitsOf(answer)) {
      const there = byTrait.get(trait);
      if (there === undefined) byTrait.set(trait, [answer]);
      else there.push(answer);
    }
  }
  return [...byTrait].flatMap(([trait, all]): Learned[] => {
    const accepted = all.filter(({ proposal }) => proposal.state === "accepted").length;
    const letGo = all.length - accepted;
    const expected = all.reduce((sum, { proposal }) => sum + proposal.confidence, 0) / all.length;
    const logOdds = habitLogOdds(trait, { accepted, letGo, expected });
    if (Math.abs(logOdds) < logOddsMin) return [];
    const [did, count] = logOdds < 0 ? ["let go of", letGo] : ["accepted", accepted];
    const says = `you ${did} ${count === all.length ? `all ${count}` : `${count} of ${all.length}`} ${trait}`;
    const habit: Habit = { accepted, letGo, logOdds, because: says };
    return [{ key: trait, about: "habit", words: trait, habit, says, from: all.map(groundOf) }];
  });
}

/** What was marked is certain (RD3), so its answer says nothing of others; an observation kept as a note is half of either. */
function traitsOf({ proposal }: Answer): string[] {
  const { step, observation, heading, quote, isMarked, state } = proposal;
  if (isMarked) return [];
  if (step !== null) return traitsOfStep(step, { quote, heading });
  return observation === null || state === "kept" ? [] : traitsOfObservation(observation, heading);
}
