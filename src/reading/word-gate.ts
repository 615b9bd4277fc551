import type { Token } from "./tokens.ts";

/**
 * Tells which of up to thirty expressions can match a sentence at all, from its words alone. Most notes hold none of the words
 * that most expressions look for, and an expression that is not tried costs nothing, not even its compilation.
 *
 * What must stand at the start of a match is read from the expression itself (`startsOf`); where that is nothing of use, words
 * to look for can be given beside it: an expression that holds whenever the other may. Without either it is always tried.
 */
export class WordGate {
  readonly #byStart = new Map<string, number>();
  /** Bits of those that no word can rule out. */
  readonly #always: number;
  readonly #seen = new Map<string, number>();

  constructor(expressions: readonly RegExp[]) {
    let always = 0;
    for (const [at, { source }] of expressions.entries()) {
      const starts = startsOf(source);
      if (starts === null) always |= 1 << at;
      else for (const start of starts) this.#byStart.set(start, (this.#byStart.get(start) ?? 0) | (1 << at));
    }
    this.#always = always;
  }

  /** The expressions that can match words with these tokens, as bits by their place in the list. */
  of(tokens: readonly Token[]): number {
    let bits = this.#always;
    for (const { lower } of tokens) bits |= this.#seen.get(lower) ?? this.#look(lower);
    return bits;
  }

  #look(lower: string): number {
    let bits = 0;
    for (const [, word, number] of lower.replaceAll("ſ", "s").matchAll(words)) {
      const ended = (word ?? number ?? "") + over;
      for (let length = 1; length <= startLength; length += 1) bits |= this.#byStart.get(ended.slice(0, length)) ?? 0;
    }
    if (this.#seen.size >= seenMax) this.#seen.clear();
    this.#seen.set(lower, bits);
    return bits;
  }
}

/** As many words as are remembered before all are forgotten. */
const seenMax = 20_000;
/**
 * Words, from all places where one can begin: `\b` and "no letter or digit before" both hold at these places only; and numbers.
 */
const words = /(?<![a-z0-9])(?=([\p{L}\p{N}]+))|(?<!\d)(?=(\d+))/gu;
/** Stands for the end of a word. */
const over = " ";
/** So many characters of a word's start are compared, its end counting as one. */
const startLength = 6;

/** A start of a match, and whether more of it is known to follow. */
interface Start {
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
  alternatives(isTop: boolean): Start[] | null {
    const all: Start[] = [];
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

  #sequence(): Start[] {
    let starts: Start[] = [{ text: "", isOpen: true }];
    while (this.#at < this.#source.length && !"|)".includes(this.#source.charAt(this.#at))) {
      const item = this.#item();
      const { isOptional, isMany } = this.#quantity();
      starts = starts.flatMap((start) => {
        if (!start.isOpen) return [start];
        const longer = item.map(({ text, isOpen }) => {
          const whole = start.text === "" && text === over ? "" : start.text + text;
          return { text: whole.slice(0, startLength), isOpen: isOpen && !isMany && whole.length < startLength };
        });
        return isOptional ? [start, ...longer] : longer;
      });
    }
    return starts;
  }

  /** One character, class, group or look around, by how what it matches begins. */
  #item(): Start[] {
    const unknown = [{ text: "", isOpen: false }];
    const nothing = [{ text: "", isOpen: true }];
    if (this.#take(String.raw`(?![\p{L}\p{N}])`)) return ended;
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
      return escape === String.raw`\s` ? ended : unknown;
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
function known(character: string): Start[] {
  return /[\p{L}\p{N}]/u.test(character) ? [{ text: character.toLowerCase(), isOpen: true }] : ended;
}

const ended: Start[] = [{ text: over, isOpen: false }];

/** A class of single letters and signs; one with ranges, escapes or a negation may be anything. */
function classed(inner: string): Start[] {
  return /[\\^]|.-./u.test(inner) ? [{ text: "", isOpen: false }] : Array.from(inner).flatMap(known);
}

const digits: Start[] = Array.from("0123456789", (text) => ({ text, isOpen: true }));
