import { type Known, openDomains } from "./known.ts";
import { skeleton } from "./likeness.ts";
import { formsOf } from "./short-names.ts";

/**
 * The pairs worth comparing, each once: those that share at least one key. Keys are addresses, and parts of the name that
 * survive a typing mistake, a swap of given and family name or a short form. A key that more people share than its kind
 * allows is left out, so that the work grows with the number of people, not with its square.
 */
export function* candidatePairs(people: readonly Known[]): Generator<[number, number]> {
  const blocksOf: number[][][] = people.map(() => []);
  for (const [max, kinds] of [
    [blockMax, strongKeys],
    [weakBlockMax, weakKeys],
  ] as const) {
    for (const block of blocks(people, kinds, max)) for (const index of block) blocksOf[index]?.push(block);
  }
  // The last person that each was met for stands beside it.
  const metFor = new Int32Array(people.length).fill(-1);
  for (const [index, own] of blocksOf.entries()) {
    for (const block of own) {
      for (const other of block) {
        if (other <= index || metFor[other] === index) continue;
        metFor[other] = index;
        yield [index, other];
      }
    }
  }
}

/** More people than this under one key and the key says too little about any two of them. */
const blockMax = 60;
/** The same for keys of one word alone: they are for rare names and rare hosts. */
const weakBlockMax = 20;
/** Keys of one person; beyond them lie files made to cost time. */
const keysMax = 200;

type AddKey = (kind: string, value: string, beside?: string) => void;

/**
 * The groups of people under one key. A key is a 32-bit number; two keys that fall on the same number cost a comparison,
 * nothing else. Number and person are one sortable 53-bit number, since sorting is several times faster than a map of texts.
 */
function blocks(people: readonly Known[], keysOf: (person: Known, add: AddKey) => void, max: number): number[][] {
  let entries = new Float64Array(people.length * 16 + 64);
  let length = 0;
  for (const [index, person] of people.entries()) {
    const end = length + keysMax;
    if (end > entries.length) {
      const grown = new Float64Array(entries.length * 2 + keysMax);
      grown.set(entries);
      entries = grown;
    }
    keysOf(person, (kind, value, beside = "") => {
      if (length >= end) return;
      entries[length] = hash(kind, value, beside) * peopleMax + index;
      length += 1;
    });
  }
  const sorted = entries.subarray(0, length).sort();
  const found: number[][] = [];
  let block: number[] = [];
  let last = -1;
  for (const entry of sorted) {
    const key = Math.floor(entry / peopleMax);
    const index = entry - key * peopleMax;
    if (key !== last) {
      if (block.length > 1 && block.length <= max) found.push(block);
      block = [];
      last = key;
    }
    if (block.at(-1) !== index) block.push(index);
  }
  if (block.length > 1 && block.length <= max) found.push(block);
  return found;
}

/** 2^21: with 32 bits of key it fills the 53 bits that a number holds exactly. */
const peopleMax = 2_097_152;

/** FNV-1a, 32 bits. */
function hash(kind: string, value: string, beside: string): number {
  let sum = 0x811c9dc5;
  for (const text of [kind, value, beside]) {
    for (let i = 0; i < text.length; i += 1) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
    sum = Math.imul(sum ^ 0x1f, 0x01000193);
  }
  return sum >>> 0;
}

function strongKeys(person: Known, add: AddKey): void {
  for (const email of person.emails) {
    if (email.isDesk) continue;
    add("email", email.value);
    if (email.local.length >= 5) add("local", email.local);
    add("host", email.domain, email.local.slice(0, 1));
    add("sound of email", skeleton(email.local.replace(/[^a-z]+/g, "")), skeleton(email.domain));
  }
  for (const phone of person.phones) add("phone", phone);
  for (const profile of person.profiles) add("profile", profile);
  for (const fact of person.facts) add("fact", fact);
  const sounds = soundsOf(person);
  for (const [place, sound] of sounds.entries()) {
    for (const other of sounds.slice(place + 1))
      add("sounds", sound < other ? sound : other, sound < other ? other : sound);
    // Where half of the name is missing or wrong, what stands beside it must agree.
    if (person.organization !== "") add("at", sound, person.organization);
    for (const town of person.places) add("in", sound, town);
  }
  // Two words of an address next to each other say where somebody lives, whatever the name.
  for (let i = 0; i + 2 < person.places.length; i += 1) add("address", person.places[i] ?? "", person.places[i + 1]);
  // "A. Ruiz" and "Bob Ruiz": the family name beside the initial, or beside the name the short form stands for.
  const family = skeleton(person.family.split(" ").at(-1) ?? "");
  const given = person.given.split(" ")[0] ?? "";
  if (family !== "" && given !== "") {
    add("initial", family, given.slice(0, 1));
    for (const form of formsOf(given)) add("form", family, String(form));
  }
  const whole = `${person.given}${person.family}`.replaceAll(" ", "") || person.lone;
  if (whole.length < 5 || whole.length > 40) return;
  // One letter wrong anywhere: two names that become one when a letter is left out of each.
  add("name", whole);
  for (let i = 0; i < whole.length; i += 1) add("name", whole.slice(0, i) + whole.slice(i + 1));
}

function weakKeys(person: Known, add: AddKey): void {
  for (const sound of soundsOf(person)) add("sound", sound);
  for (const email of person.emails) if (!openDomains.has(email.domain)) add("host", email.domain);
}

function soundsOf(person: Known): string[] {
  const words = [...person.given.split(" "), ...person.family.split(" "), person.lone].slice(0, 6);
  for (const other of person.others.slice(0, 5)) words.push(...other.split(" ").slice(0, 3));
  return [...new Set(words.map(skeleton))].filter((sound) => sound !== "");
}
