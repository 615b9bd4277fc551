import type { Block } from "#domain/model/block.ts";
import { verbsOf } from "./acts.ts";
import { type Gender, genderOf, genderOfPronoun } from "./names/gender.ts";
import type { NameFound } from "./names.ts";
import type { Sentence } from "./sentence.ts";

/** Somebody as a step names them: full name where known, words as written where not. */
export interface Somebody {
  name: string;
  organization: string | null;
  isColleague: boolean;
  isMe: boolean;
  /** Full names of those who would fit, where two or more known people would: the name stays open as written. */
  fits?: readonly string[];
}

/** What pronouns and speakers stand for around a sentence. */
export interface Cast {
  /** Those spoken of before, the newest last; "he", "she", "her" and "him" mean one of them. */
  spoken: readonly Spoken[];
  /** Where the sentence itself stands, to tell how near they are. */
  place: Place;
  /** Who "I" is where a line begins with who speaks ("Tom: I'll send it"); null for the writer. */
  speaker: Somebody | null;
  /** The other side where the act names none: the person its card, heading or line is about. */
  other: Somebody | null;
  /** The owner written beside a mark or at the end of the line. */
  named: Somebody | null;
  /** Minutes of a meeting whose colleagues nobody has told: whoever takes something on there is one of the group. */
  isGroup: boolean;
}

/** A passage by its number on the page and its block. */
interface Place {
  passage: number;
  blockAt: number;
}

/** A person as the notes spoke of them before a sentence. */
interface Spoken extends Place {
  who: Somebody;
  /** The passage begins with the person, or names nobody else. */
  isSalient: boolean;
}

/** How many are remembered: a pronoun seldom reaches further back. */
const spokenMax = 16;
/** How many passages back a pronoun reaches. */
const reach = 12;

/** A person that lines stand under: a card, a heading, an entry of a list. */
interface Topic {
  who: Somebody;
  /** It opened its group, so that lines beside it concern the person too. */
  isOpening: boolean;
  /** Headings are over all, lines over items, items over those further in. */
  level: number;
}

/**
 * Whom the notes speak of, passage by passage: who was named last (for "she" and for acts whose owner is left out), and
 * whom the lines here are about (for acts that name no other side). A line of a list says nothing of its neighbours.
 */
export class Company {
  /** Never written to: each cast keeps the list as it was before its sentence. */
  #spoken: readonly Spoken[] = [];
  #topics: Topic[] = [];
  #headed: { heading: string; who: Somebody } | null = null;
  #passage = 0;
  #group = -1;
  /** The block that opened the group. */
  #opening = -1;
  /** The last block that was asked what it is about. */
  #topicAt = -1;

  /** What is known of people before a passage is read. */
  before(block: Block, blockAt: number, around: Around): Pick<Cast, "spoken" | "place" | "other"> {
    if (around.group !== this.#group) {
      this.#group = around.group;
      this.#opening = blockAt;
      this.#topics = [];
    }
    const spoken = this.#spoken;
    const isSpokenHere = spoken.at(-1)?.blockAt === blockAt;
    const own = isSpokenHere ? spoken.findLast((one) => one.blockAt === blockAt && !one.who.isColleague) : undefined;
    const other = own?.who ?? this.#over(block, around);
    return { spoken, place: { passage: this.#passage + 1, blockAt }, other };
  }

  /** A passage was read: whom it names is spoken of, and may be what the lines below are about. */
  add(names: readonly NameFound[], block: Block, blockAt: number, around: Around): void {
    this.#passage += 1;
    const people = names.filter((name) => name.means === "person" && !name.isMe);
    const [first] = people;
    if (first === undefined) return;
    const passage = this.#passage;
    const here = people.map((name): Spoken => {
      const isSalient = people.length === 1 || (name === first && name.start <= entryLead);
      return { who: somebodyNamed(name), passage, blockAt, isSalient };
    });
    this.#spoken = [...this.#spoken, ...here].slice(-spokenMax);
    if (this.#topicAt === blockAt) return;
    this.#topicAt = blockAt;
    this.#topic(people, block, around, blockAt === this.#opening);
  }

  /** Whom a line is about by the name before its colon. */
  about(who: Somebody, blockAt: number): void {
    const one: Spoken = { who, passage: this.#passage, blockAt, isSalient: true };
    // Those beyond are out of reach whoever comes after.
    this.#spoken = [...this.#spoken, one].slice(-(spokenMax + reach));
  }

  #over(block: Block, around: Around): Somebody | null {
    const level = levelOf(block);
    const topic = this.#topics.findLast((one) => one.level < level || (block.kind === "line" && one.level === level));
    if (topic !== undefined) return topic.who;
    return this.#headed !== null && this.#headed.heading === around.heading ? this.#headed.who : null;
  }

  /** What a line or heading that names people says of the lines below. */
  #topic(people: readonly NameFound[], block: Block, around: Around, isOpening: boolean): void {
    const [first] = people;
    if (first === undefined) return;
    const isAlone = people.every((name) => (name.name ?? name.words) === (first.name ?? first.words));
    if (around.isLabel || block.kind === "heading") {
      const others = people.filter((name) => !name.isColleague);
      const one = isAlone ? first : others.length === 1 ? others[0] : undefined;
      this.#headed = one === undefined ? null : { heading: block.text.trim(), who: somebodyNamed(one) };
      if (block.kind === "heading") return;
    }
    const level = levelOf(block);
    const isEntry = first.start <= entryLead && (!first.isColleague || isSetOff(block.text, first.words));
    const isCard = isOpening && isAlone && !first.isColleague && !beginsWithVerb(block.text);
    if (!isEntry && !isCard) return;
    this.#topics = this.#topics.filter((one) => one.level < level);
    this.#topics.push({ who: somebodyNamed(first), level, isOpening });
  }
}

/** "Aisling - back from leave": the name, then what there is to say of the person. */
function isSetOff(text: string, name: string): boolean {
  const end = text.indexOf(name) + name.length;
  return /^\s?(?:$|[:(,]|[-–—]\s)/u.test(text.slice(end, end + 3));
}

/** A name is the head of a line where no more than a mark, a bracket or a title stands before it. */
const entryLead = 8;

/** What the page says of a block's place, as far as the cast asks. */
interface Around {
  group: number;
  heading: string | null;
  isLabel: boolean;
}

function beginsWithVerb(text: string): boolean {
  const word = /^[\p{L}-]+/u.exec(text)?.[0]?.toLowerCase() ?? "";
  return verbsOf(word).some((verb) => verb.form === "base") && !/^\S{1,16} (?:w\/|with|mit|avec|con)/iu.test(text);
}

function levelOf(block: Block): number {
  return block.kind === "item" ? 1 + block.level : block.kind === "line" ? block.level : 0;
}

/** A name as somebody. */
export function somebodyNamed(found: NameFound): Somebody {
  return {
    name: found.name ?? found.words,
    organization: found.means === "organization" ? (found.name ?? found.words) : found.organization,
    isColleague: found.isColleague,
    isMe: found.isMe,
    fits: found.name === null ? found.candidates.map(({ name }) => name) : [],
  };
}

/**
 * Whom a pronoun, or an act without its owner, means at a token: the nearest person it fits, those named before in the
 * sentence first, then whom the lines are about and those named before on the page; a firm is no "she". `word` is empty
 * where nothing is said; `not` is who acts, and so is none of the act's own "her".
 */
export function meant(
  sentence: Sentence,
  at: number,
  word: string,
  cast: Cast,
  not: string | null = null,
): Somebody | null {
  const gender = genderOfPronoun(word);
  const until = sentence.tokens[at]?.start ?? 0;
  const isOpen = (name: string): boolean => name !== not && fits(name, gender);
  let best: Somebody | null = null;
  let least = Infinity;
  const weigh = (who: Somebody, cost: number): void => {
    if (who.isMe || !isOpen(who.name)) return;
    const isSure = gender !== null && !who.isColleague && genderOf(who.name) === gender;
    if (cost - (isSure ? 1 : 0) > least) return;
    best = who;
    least = cost - (isSure ? 1 : 0);
  };
  for (const { who, passage, blockAt, isSalient } of cast.spoken) {
    const distance = cast.place.passage - passage;
    if (distance > reach) continue;
    const isHere = blockAt === cast.place.blockAt;
    // A colleague named in another line is seldom meant: the notes are about those met.
    if (who.isColleague && !isHere && distance > 1) continue;
    weigh(who, distance + (isHere ? 0 : 1) + (isSalient ? 0 : 0.4) + (who.isColleague ? 1.2 : 0));
  }
  // Whom the lines here are about is meant before somebody who was named in passing.
  if (cast.other !== null) weigh(cast.other, 1);
  for (const name of sentence.names) {
    if (name.means !== "person" || name.end > until) continue;
    weigh(somebodyNamed(name), name.isColleague ? 1.2 : name.start <= entryLead ? 0 : 0.2);
  }
  return best;
}

function fits(name: string, gender: Gender | null): boolean {
  if (gender === null) return true;
  const own = genderOf(name);
  return own === null || own === gender;
}
