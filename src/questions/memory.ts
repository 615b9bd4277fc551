import { comparable, type Memory } from "#domain/model/memory.ts";
import type { Replica } from "#replica/replica.ts";
import { answerNouns, answersIn } from "./memory/answers.ts";
import { habitsLearned, kindsLearned } from "./memory/habits.ts";
import type { Learned } from "./memory/learned.ts";
import { colleaguesLearned, namesLearned, strangersLearned } from "./memory/words.ts";

export const memoryNouns = answerNouns;

/** All that is remembered (RD6): what counts, and what is to be left out. */
export interface MemoryShown {
  learned: Learned[];
  forgotten: Learned[];
}

/**
 * What a person's answers taught (RD6): no store of its own, but told anew from the proposals and what stands of them. Equal
 * workspaces remember the same.
 */
export function memory(replica: Replica): MemoryShown {
  const answers = answersIn(replica);
  const known = new Set([...replica.all("person")].map(({ name }) => comparable(name)));
  const forgotten = new Set(replica.get("workspace", replica.workspaceId)?.forgotten ?? []);
  const all = [
    ...namesLearned(answers),
    ...strangersLearned(answers, known),
    ...colleaguesLearned(answers),
    ...kindsLearned(answers),
    ...habitsLearned(answers),
  ].sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    learned: all.filter(({ key }) => !forgotten.has(key)),
    forgotten: all.filter(({ key }) => forgotten.has(key)),
  };
}

/** What is remembered as the reader takes it, and those who are colleagues by it; undefined where nothing is. */
export function memoryForReading({ learned }: MemoryShown): { memory: Memory; colleagues: string[] } | undefined {
  if (learned.length === 0) return undefined;
  const people = new Map<string, { name: string; because: string }>();
  const organizations = new Map<string, { name: string; because: string }>();
  const nobody = new Set<string>();
  const passedOver = new Set<string>();
  const kinds = new Map<string, { kind: (Learned & { about: "kind" })["kind"]; because: string }>();
  const habits = new Map<string, (Learned & { about: "habit" })["habit"]>();
  const colleagues: string[] = [];
  for (const one of learned) {
    if (one.about === "person") people.set(one.words, one);
    else if (one.about === "organization") organizations.set(one.words, one);
    else if (one.about === "nobody") nobody.add(one.words);
    else if (one.about === "passed-over") passedOver.add(one.words);
    else if (one.about === "kind") kinds.set(one.words, one);
    else if (one.about === "habit") habits.set(one.words, one.habit);
    else colleagues.push(one.name);
  }
  return { memory: { people, organizations, nobody, passedOver, kinds, habits }, colleagues };
}
