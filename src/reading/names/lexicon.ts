import { familyNames, givenNames } from "./given.ts";
import * as lists from "./words.ts";

/** What is known of a word before any contact is: one bit each, so that one look-up answers all. */
export const flag = {
  /** An ordinary word: a name only with a capital in mid-sentence or a cue beside it. */
  ordinary: 1 << 0,
  /** A name that in small letters is more often a word ("mike", "rose"). */
  smallWord: 1 << 1,
  given: 1 << 2,
  family: 1 << 3,
  place: 1 << 4,
  time: 1 << 5,
  thing: 1 << 6,
  role: 1 << 7,
  rolePart: 1 << 8,
  organizationNoun: 1 << 9,
  certainNoun: 1 << 10,
  legal: 1 << 11,
  crowd: 1 << 12,
  noCrowd: 1 << 13,
  tells: 1 << 14,
  reaches: 1 << 15,
  company: 1 << 16,
  says: 1 << 17,
  acts: 1 << 18,
  leadsIn: 1 << 19,
  particle: 1 << 20,
  title: 1 << 21,
  acronym: 1 << 22,
} as const;

/** Words that a stranger's name never holds. */
export const noName =
  flag.ordinary | flag.place | flag.time | flag.thing | flag.role | flag.organizationNoun | flag.legal | flag.title;

/** The words of all lists with their flags; built once, on first need. */
export function lexicon(): ReadonlyMap<string, number> {
  built ??= build();
  return built;
}

let built: ReadonlyMap<string, number> | undefined;

function build(): Map<string, number> {
  const words = new Map<string, number>();
  const mark = (list: Iterable<string>, bit: number): void => {
    for (const word of list) words.set(word, (words.get(word) ?? 0) | bit);
  };
  mark(lists.ordinary, flag.ordinary);
  mark(lists.ordinaryElsewhere, flag.ordinary);
  mark(lists.ordinaryNames, flag.smallWord);
  mark(givenNames, flag.given);
  mark(familyNames, flag.family);
  mark(lists.places, flag.place);
  mark(lists.times, flag.time);
  mark(lists.things, flag.thing);
  mark(lists.roles, flag.role);
  mark(lists.roleParts, flag.rolePart);
  mark(lists.organizationNouns, flag.organizationNoun);
  mark(lists.certainOrganizationNouns, flag.certainNoun);
  mark(lists.legalForms, flag.legal);
  mark(lists.crowds, flag.crowd);
  mark(lists.crowdWordsNotOrganizations, flag.noCrowd);
  mark(lists.tells, flag.tells);
  mark(lists.reaches, flag.reaches);
  mark(lists.companyWords, flag.company);
  mark(lists.says, flag.says);
  mark(lists.acts, flag.acts);
  mark(lists.leadIns, flag.leadsIn);
  mark(lists.particles, flag.particle);
  mark(lists.titles, flag.title);
  mark(lists.acronyms, flag.acronym);
  // Whatever follows or leads a name is no name itself.
  for (const [word, bits] of words) {
    const isCue = (bits & (flag.tells | flag.reaches | flag.says | flag.acts | flag.leadsIn)) !== 0;
    if (isCue && (bits & (flag.given | flag.family)) === 0) words.set(word, bits | flag.ordinary);
  }
  return words;
}
