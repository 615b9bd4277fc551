import { isNarrow, narrow } from "./narrow.ts";
import type { Sentence } from "./sentence.ts";
import type { Spelling } from "./spelling.ts";
import type { Token } from "./tokens.ts";

/**
 * Tells which of up to thirty expressions can match a sentence at all, from its words alone. Most notes hold none of the words
 * that most expressions look for, and an expression that is not tried costs nothing, not even its compilation.
 *
 * What must stand at the start of a match is read from the expression itself (`startsOf`); where that is nothing of use, words
 * to look for can be given beside it: an expression that holds whenever the other may. Without either it is always tried.
 */
export class WordGate {
  readonly #expressions: readonly ({ expression: RegExp; isNarrow: boolean } | null)[];
  readonly #number = gates++;
  /** How words begin, character by character; `over` is the end of a word. */
  readonly #starts: Start = emptyStart();
  /** Bits of those that no word can rule out. */
  readonly #always: number;

  /** A null finds nothing and holds a place. `needed` gives for an expression, by its place, another that holds wherever it may. */
  constructor(expressions: readonly (RegExp | null)[], needed: readonly (RegExp | undefined)[] = []) {
    this.#expressions = expressions.map((expression) =>
      expression === null ? null : { expression, isNarrow: isNarrow(expression) },
    );
    let always = 0;
    for (const [at, expression] of expressions.entries()) {
      if (expression === null) continue;
      const starts = startsOf((needed[at] ?? expression).source);
      if (starts === null) always |= 1 << at;
      else for (const start of starts) this.#put(start, 1 << at);
    }
    this.#always = always;
  }

  #put(start: string, bit: number): void {
    let node = this.#starts;
    for (let at = 0; at < start.length; at += 1) {
      const code = start.charCodeAt(at);
      let next = node.next.get(code);
      if (next === undefined) node.next.set(code, (next = emptyStart()));
      node = next;
    }
    node.bits |= bit;
  }

  /** The expressions that find something in a sentence, but for `known` ones, as bits by their place in the list. */
  found({ text, tokens }: Sentence, known = 0): number {
    let bits = 0;
    let words: string | null = null;
    for (let rest = this.of(tokens) & ~known; rest !== 0; rest &= rest - 1) {
      const one = this.#expressions[lowestBit(rest)];
      if (one?.expression.test(one.isNarrow ? (words ??= narrow(text)) : text) === true) bits |= rest & -rest;
    }
    return bits;
  }

  /** The expressions that can match words with these tokens, as bits by their place in the list. */
  of(tokens: readonly Token[]): number {
    let bits = this.#always;
    for (const { spelling } of tokens) bits |= spelling.open[this.#number] ?? this.#look(spelling);
    return bits;
  }

  #look({ lower, open }: Spelling): number {
    let bits = 0;
    let before = 0;
    for (let at = 0; at < lower.length; at += 1) {
      const code = lower.charCodeAt(at);
      // `\b` and "no letter or digit before" both hold at these places only; and a number can begin behind letters.
      if (!isPlain(before) || (isDigit(code) && !isDigit(before))) bits |= this.#from(lower, at);
      before = code;
    }
    open[this.#number] = bits;
    return bits;
  }

  #from(lower: string, from: number): number {
    let bits = 0;
    let node: Start | undefined = this.#starts;
    for (let at = from; node !== undefined; at += 1) {
      bits |= node.bits;
      const code = at < lower.length ? lower.charCodeAt(at) : over;
      if (!isPlain(code)) bits |= node.next.get(over)?.bits ?? 0;
      // A long s is an s to an expression that does not look at case.
      node = node.next.get(code === longS ? smallS : code);
    }
    return bits;
  }
}

/** So many gates there are: each has its place in what a spelling leaves open. */
let gates = 0;

/** The place of the lowest bit that is set: the first of what is open. */
export function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

/** A start of words, with the expressions that begin so. */
interface Start {
  bits: number;
  next: Map<number, Start>;
}

const emptyStart = (): Start => ({ bits: 0, next: new Map() });

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A letter of English or a digit. */
function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || isDigit(code);
}

/** A blank stands for the end of a word. */
const ended = " ";
const over = ended.charCodeAt(0);
const longS = "ſ".charCodeAt(0);
const smallS = "s".charCodeAt(0);
/** So many characters of a word's start are compared, its end counting as one. */
const startLength = 6;

/** How a match begins, and whether more of it is known to follow. */
interface Opening {
  text: string;
  isOpen: boolean;
}

/**
 * With which first characters of a word, in lower case, a match of an expression begins; null where that is not known.
 * Only alternatives that begin at the start of the text or of a word (`^`, `\b`, `(?<![\p{L}\p{N}])`), or with a digit, are known.
 */
function startsOf(source: string): ReadonlySet<string> | null {
  const reader = new Reader(source);
  const starts = reader.alternatives(true);
  if (starts === null || starts.some(({ text }) => text === "")) return null;
  // "1on1" is two tokens, so that of a number only its first digit is sure to stand at the start of one.
  return new Set(starts.map(({ text }) => (/^\p{N}/u.test(text) ? text.charAt(0) : text)));
}

/** Reads as much of an expression as is needed to know how its matches begin. What it does not know it takes for anything. */
class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** The starts of alternatives up to a closing bracket or the end. At the top each has to begin where a word or number does. */
  alternatives(isTop: boolean): Opening[] | null {
    const all: Opening[] = [];
    let isKnown = true;
    do {
      // `\b` knows no letters but those of English.
      const isPlain = this.#source.startsWith(String.raw`\b`, this.#at);
      const isBound = !isTop || this.#skipsBoundary();
      const starts = this.#sequence();
      const isNumber = starts.every(({ text }) => /^\d/u.test(text));
      isKnown &&= isNumber || (isBound && !(isPlain && starts.some(({ text }) => /^[^a-z0-9]/u.test(text))));
      all.push(...starts);
    } while (this.#take("|"));
    return isKnown ? all : null;
  }

  #sequence(): Opening[] {
    let starts: Opening[] = [{ text: "", isOpen: true }];
    while (this.#at < this.#source.length && !"|)".includes(this.#source.charAt(this.#at))) {
      const item = this.#item();
      const { isOptional, isMany } = this.#quantity();
      starts = starts.flatMap((start) => {
        if (!start.isOpen) return [start];
        const longer = item.map(({ text, isOpen }) => {
          const whole = start.text === "" && text === ended ? "" : start.text + text;
          return { text: whole.slice(0, startLength), isOpen: isOpen && !isMany && whole.length < startLength };
        });
        return isOptional ? [start, ...longer] : longer;
      });
    }
    return starts;
  }

  /** One character, class, group or look around, by how what it matches begins. */
  #item(): Opening[] {
    const unknown = [{ text: "", isOpen: false }];
    const nothing = [{ text: "", isOpen: true }];
    if (this.#take(String.raw`(?![\p{L}\p{N}])`)) return wordEnd;
    if (this.#skipsBoundary() || this.#take("$")) return nothing;
    if (/^\(\?<?[=!]/u.test(this.#source.slice(this.#at, this.#at + 4))) {
      this.#at += this.#source.charAt(this.#at + 2) === "<" ? 4 : 3;
      this.alternatives(false);
      this.#take(")");
      return nothing;
    }
    if (this.#take("(?:") || this.#take("(")) {
      const inner = this.alternatives(false) ?? unknown;
      this.#take(")");
      return inner;
    }
    const first = this.#source.charAt(this.#at);
    if (first === "[") return classed(this.#class());
    if (first === "\\") {
      const escape = /^\\(?:[pP]\{[^}]*\}|.)/su.exec(this.#source.slice(this.#at))?.[0] ?? first;
      this.#at += escape.length;
      if (escape === String.raw`\d`) return digits;
      return escape === String.raw`\s` ? wordEnd : unknown;
    }
    this.#at += first.length;
    return first === "." ? unknown : known(first);
  }

  /** The characters between square brackets. */
  #class(): string {
    const from = this.#at + 1;
    this.#at = from;
    while (this.#at < this.#source.length && this.#source.charAt(this.#at) !== "]")
      this.#at += this.#source.charAt(this.#at) === "\\" ? 2 : 1;
    this.#at += 1;
    return this.#source.slice(from, this.#at - 1);
  }

  #quantity(): { isOptional: boolean; isMany: boolean } {
    const sign = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/u.exec(this.#source.slice(this.#at))?.[0] ?? "";
    this.#at += sign.length;
    return { isOptional: /^(?:[?*]|\{0)/u.test(sign), isMany: sign !== "" && !sign.startsWith("?") };
  }

  #skipsBoundary(): boolean {
    return this.#take("^") || this.#take(String.raw`\b`) || this.#take(String.raw`(?<![\p{L}\p{N}])`);
  }

  #take(words: string): boolean {
    if (!this.#source.startsWith(words, this.#at)) return false;
    this.#at += words.length;
    return true;
  }
}

/** A letter or digit begins a word or carries it on; at any other sign it is over. */
function known(character: string): Opening[] {
  return /[\p{L}\p{N}]/u.test(character) ? [{ text: character.toLowerCase(), isOpen: true }] : wordEnd;
}

const wordEnd: Opening[] = [{ text: ended, isOpen: false }];

/** A class of single letters and signs; one with ranges, escapes or a negation may be anything. */
function classed(inner: string): Opening[] {
  return /[\\^]|.-./u.test(inner) ? [{ text: "", isOpen: false }] : Array.from(inner).flatMap(known);
}

const digits: Opening[] = Array.from("0123456789", (text) => ({ text, isOpen: true }));
