import { type Known, type KnownEmail, openDomains } from "./known.ts";
import { differByUmlaut, jaroWinkler, lettersApart } from "./likeness.ts";
import { areFormsOfOne } from "./short-names.ts";

export interface Verdict {
  /** 0 to 1. */
  likeness: number;
  /** The names speak clearly against it, whatever else agrees. */
  isOtherName: boolean;
  /** The sentence for people; made only when asked for. */
  reason: () => string;
}

/**
 * Compares two people among all the people given. Evidence is counted in bits: an agreement gives the rarity of what
 * is agreed on, a disagreement takes some. The start is the chance that any two of so many people are one.
 */
export class Comparison {
  readonly #size: number;
  readonly #counts: Readonly<Record<Kind, Map<string, number>>>;

  constructor(people: readonly Known[]) {
    this.#size = people.length;
    const counted = (values: (person: Known) => readonly string[]) => countsOf(people, values);
    this.#counts = {
      name: counted((person) => [person.given, person.family, person.lone]),
      email: counted((person) => person.emails.map((email) => email.value)),
      phone: counted((person) => person.phones),
      profile: counted((person) => person.profiles),
      place: counted((person) => person.places),
      fact: counted((person) => person.facts),
      organization: counted((person) => [person.organization]),
    };
  }

  of(a: Known, b: Known): Verdict {
    const name = this.#name(a, b);
    const personal = [
      name,
      this.#emails(a, b, name),
      this.#nameInEmail(a, b),
      this.#nameInEmail(b, a),
      this.#same("phone", a.phones, b.phones, name),
      this.#same("profile", a.profiles, b.profiles, name),
      this.#facts(a, b),
    ];
    const isOtherName = name.bits <= otherNameBits;
    // A town or an employer in common is no person in common.
    if (!personal.some((part) => part.bits > 0)) return { likeness: 0, isOtherName, reason: nobody };
    const parts = [...personal, this.#organization(a, b), this.#place(a, b)];
    const bits = parts.reduce((sum, part) => sum + part.bits, -Math.log2(Math.max(this.#size, peopleMin)));
    return { likeness: 1 / (1 + 2 ** -bits), isOtherName, reason: () => sentence(parts) };
  }

  /** Bits for agreeing on a thing that so many of these people have; counted as if `peopleUnseen` more had other things. */
  #rarity(kind: Kind, value: string, other = value): number {
    const counts = this.#counts[kind];
    const count = Math.max(counts.get(value) ?? 1, other === value ? 1 : (counts.get(other) ?? 1));
    return Math.log2((this.#size + peopleUnseen) / (count + 0.5));
  }

  /** One own address: near certain among however many people, and worth a question even where the names differ. */
  #identity(name: Evidence): number {
    return Math.log2(Math.max(this.#size, peopleMin)) + (name.bits >= 0 ? 6 : 9.5);
  }

  #name(a: Known, b: Known): Evidence {
    const straight = this.#part(a.given, b.given, "given") + this.#part(a.family, b.family, "family");
    const crossed = this.#part(a.given, b.family, "either") + this.#part(a.family, b.given, "either") - 2;
    const isSwapped = crossed > straight && crossed > 0;
    let bits = isSwapped ? crossed : straight;
    if (a.lone !== "" || b.lone !== "") {
      const left = a.lone === "" ? [a.given, a.family] : [a.lone];
      const right = b.lone === "" ? [b.given, b.family] : [b.lone];
      bits = Math.max(...left.flatMap((x) => right.map((y) => this.#part(x, y, "either"))));
    }
    if (bits < nicknameBits && isCalled(a, b))
      return { bits: nicknameBits, say: () => "one goes by the other's name too" };
    bits = Math.max(bits, otherNameBits - 2);
    return { bits, say: () => (bits > 2 ? sayNames(a, b, isSwapped) : null) };
  }

  /** Bits of one part of a name against one of another. */
  #part(x: string, y: string, kind: "given" | "family" | "either"): number {
    if (x === "" || y === "") return 0;
    const weight = Math.min(this.#rarity("name", x, y), kind === "family" ? 12 : 10);
    if (x === y) return weight;
    if (x[0] === y[0] && differByUmlaut(x, y)) return Math.max(weight - 0.5, 0);
    if (x.length === 1 || y.length === 1) return x[0] === y[0] ? 1.5 : -6;
    if (kind !== "family" && areFormsOfOne(x, y)) return Math.max(weight - 2.5, 1);
    const apart = lettersApart(x, y, 2);
    const shorter = Math.min(x.length, y.length);
    if (apart === 1 && shorter >= 3) return Math.max(weight - 2.5, 0.5);
    if (apart === 2 && shorter >= 5) return Math.max(weight - 4.5, 0);
    if (shareWord(x, y)) return Math.max(weight - 2.5, 0);
    const likeness = x[0] === y[0] || x[1] === y[1] ? jaroWinkler(x, y) : 0;
    if (likeness >= 0.9 && shorter >= 3) return Math.max(weight - 5, 0);
    return likeness >= 0.8 ? -2 : -6;
  }

  #emails(a: Known, b: Known, name: Evidence): Evidence {
    if (a.emails.length === 0 || b.emails.length === 0) return none;
    let best: Evidence = { bits: -10, say: nothing };
    for (const x of a.emails) {
      for (const y of b.emails) {
        const evidence = this.#email(x, y, name);
        if (evidence.bits > best.bits) best = evidence;
      }
    }
    return best;
  }

  #email(x: KnownEmail, y: KnownEmail, name: Evidence): Evidence {
    const isDesk = x.isDesk || y.isDesk;
    if (x.value === y.value) {
      if (isDesk || this.#isShared("email", x.value)) return { bits: 1, say: nothing };
      return { bits: this.#identity(name), say: () => `same e-mail ${x.value}` };
    }
    if (!isDesk) {
      const apart = lettersApart(x.local, y.local, 2);
      // Two letters of a short local part are another person's ("ab@", "ac@").
      const isNear =
        apart <= 2 ? x.local.length >= 3 + 2 * apart : x.local.length >= 7 && jaroWinkler(x.local, y.local) >= 0.9;
      if (isNear && areNearHosts(x.domain, y.domain)) {
        const weight = Math.min(this.#rarity("email", x.value, y.value), 12) - (openDomains.has(x.domain) ? 2 : 1);
        const say = () => `e-mail addresses are nearly the same (${x.value}, ${y.value})`;
        return { bits: weight - 2 * apart - (x.domain === y.domain ? 0 : 1), say };
      }
      if (apart === 0 && x.local.length >= 5)
        return { bits: 4, say: () => `both e-mail addresses begin with ${x.local}@` };
    }
    const isOneHost = x.domain === y.domain && !openDomains.has(x.domain) && !isDesk;
    return isOneHost ? stronglyAgainst : against;
  }

  /** A part of the name that one lacks may stand in its e-mail address: "l.robinson73@" for Lily Robinson. */
  #nameInEmail(a: Known, b: Known): Evidence {
    if (b.emails.length > 0 || (a.given !== "" && a.family !== "")) return none;
    let best: Evidence = none;
    for (const email of a.emails) {
      if (email.isDesk) continue;
      let bits = 0;
      if (a.family === "" && b.family.length >= 3 && email.local.includes(b.family))
        bits += Math.min(this.#rarity("name", b.family), 10) - 2;
      if (a.given === "" && b.given.length >= 3 && email.local.includes(b.given))
        bits += Math.min(this.#rarity("name", b.given), 8) - 2;
      if (bits > 0 && a.given === "" && email.local[0] === b.given[0]) bits += 1;
      if (bits > best.bits) best = { bits, say: () => `the address ${email.value} holds the other's name` };
    }
    return best;
  }

  #same(kind: "phone" | "profile", x: readonly string[], y: readonly string[], name: Evidence): Evidence {
    const shared = x.find((value) => y.includes(value));
    if (shared === undefined) return x.length > 0 && y.length > 0 ? halfAgainst : none;
    if (this.#isShared(kind, shared)) return { bits: 1, say: nothing };
    // Two people of different names behind one number share a desk or a home, not an identity.
    const bits = kind === "phone" && name.bits < -3 ? 3 : this.#identity(name);
    return { bits, say: () => (kind === "phone" ? "same telephone number" : `same profile ${shared}`) };
  }

  /** Colleagues are met together, so an employer in common is worth less than its rarity. */
  #organization(a: Known, b: Known): Evidence {
    const x = a.organization;
    const y = b.organization;
    if (x === "" || y === "") return none;
    const weight = Math.min(this.#rarity("organization", x, y), 4);
    const work = a.candidate.organization ?? "";
    if (x === y) return { bits: weight, say: () => `both work at ${work}` };
    const isPart = x.startsWith(`${y} `) || y.startsWith(`${x} `);
    if (isPart || jaroWinkler(x, y) >= 0.93)
      return { bits: weight - 1, say: () => `their companies are ${work} and ${b.candidate.organization ?? ""}` };
    return against;
  }

  /** Words of the place in common, by rarity; they hang together, so each counts for less than it would alone. */
  #place(a: Known, b: Known): Evidence {
    if (a.places.length === 0 || b.places.length === 0) return none;
    let common = 0;
    let apart = 0;
    const [fewer, more] = a.places.length <= b.places.length ? [a.places, b.places] : [b.places, a.places];
    for (const word of fewer) {
      const weight = Math.min(this.#rarity("place", word), 10);
      const like = more.includes(word) ? word : more.find((other) => areNearly(word, other));
      if (like === undefined) apart += weight;
      else common += like === word ? weight : Math.max(Math.min(this.#rarity("place", word, like), 10) - 2, 0);
    }
    const bits = Math.min(common * 0.6, 15) - Math.min(apart * 0.2, common > 0 ? 3 : 2);
    const say = apart === 0 ? `both in ${(fewer === a.places ? a : b).candidate.place ?? ""}` : "places are alike";
    return { bits, say: () => (bits > 1 ? say : null) };
  }

  #facts(a: Known, b: Known): Evidence {
    if (a.facts.length === 0 || b.facts.length === 0) return none;
    let bits = 0;
    for (const x of a.facts) {
      const worth = b.facts.map((y) => {
        const weight = Math.min(this.#rarity("fact", x, y), 12);
        const apart = lettersApart(x, y, 2);
        return apart <= 2 ? weight - 3 * apart : -3;
      });
      if (worth.length > 0) bits += Math.max(...worth);
    }
    return { bits, say: () => (bits > 4 ? "other details agree" : null) };
  }

  /** Held by so many that it belongs to a desk, a switchboard or an import's default. */
  #isShared(kind: Kind, value: string): boolean {
    return (this.#counts[kind].get(value) ?? 1) > sharedMin;
  }
}

type Kind = "name" | "email" | "phone" | "profile" | "place" | "fact" | "organization";

interface Evidence {
  bits: number;
  /** Its part of the sentence, or null where it says nothing for the pair. */
  say: () => string | null;
}

const nothing = () => null;
const nobody = () => "";
const none: Evidence = { bits: 0, say: nothing };
const halfAgainst: Evidence = { bits: -0.5, say: nothing };
const against: Evidence = { bits: -1, say: nothing };
const stronglyAgainst: Evidence = { bits: -3, say: nothing };

/** The chance of the first pair being one person is not taken as higher than among so many people. */
const peopleMin = 100;
/** A name seen twice among three people is not common: the world beyond the file counts too. */
const peopleUnseen = 500;
/** An address that more people have than this is nobody's own. */
const sharedMin = 8;
/** As much as a rather rare family name. */
const nicknameBits = 7;
/** One part of the name is clearly another and nothing in the other part makes up for it. */
const otherNameBits = -6;

/** A whole nickname of one is the name of the other. */
function isCalled(a: Known, b: Known): boolean {
  const isName = (others: readonly string[], name: string) =>
    others.some((other) => other.includes(" ") && other === name);
  return isName(a.others, wholeName(b)) || isName(b.others, wholeName(a));
}

function shareWord(x: string, y: string): boolean {
  if (!x.includes(" ") && !y.includes(" ")) return false;
  const words = x.split(" ");
  return y.split(" ").some((word) => word.length >= 3 && words.includes(word));
}

/** The same host, or one mistyped, or one company's hosts in two countries. */
function areNearHosts(x: string, y: string): boolean {
  if (x === y) return true;
  const hostX = x.slice(0, Math.max(0, x.lastIndexOf(".")));
  const hostY = y.slice(0, Math.max(0, y.lastIndexOf(".")));
  return Math.min(hostX.length, hostY.length) >= 5 && jaroWinkler(hostX, hostY) >= 0.88;
}

function areNearly(x: string, y: string): boolean {
  return x.length >= 4 && lettersApart(x, y, 2) <= (x.length >= 6 ? 2 : 1);
}

function sentence(parts: readonly Evidence[]): string {
  const said = parts.toSorted((x, y) => y.bits - x.bits).flatMap((part) => (part.bits > 0 ? (part.say() ?? []) : []));
  if (said.length <= 1) return said[0] ?? "much agrees";
  return `${said.slice(0, -1).join(", ")} and ${said.at(-1) ?? ""}`;
}

function sayNames(a: Known, b: Known, isSwapped: boolean): string {
  if (isSwapped) return "given and family name are the other way round";
  const x = wholeName(a);
  const y = wholeName(b);
  if (x === y) return `same name ${a.candidate.name}`;
  if (differByUmlaut(x, y)) return "same name, an umlaut apart";
  const apart = lettersApart(x, y, 2);
  // Of an initial or a missing word nobody would say that letters differ.
  const areWhole = !/(?:^| ).(?: |$)/u.test(`${x} ${y}`) && x.split(" ").length === y.split(" ").length;
  if (apart <= 2 && areWhole) return `names differ by ${apart === 1 ? "one letter" : "two letters"}`;
  return `names are alike (${a.candidate.name}, ${b.candidate.name})`;
}

function wholeName(person: Known): string {
  return `${person.given} ${person.family}`.trim() || person.lone;
}

/** How many people have each value. */
function countsOf(people: readonly Known[], values: (person: Known) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const person of people) {
    for (const value of new Set(values(person))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
