import type { Block } from "#domain/model/block.ts";
import { organizationKey } from "./known-organizations.ts";
import { flag, lexicon } from "./lexicon.ts";
import { type NameToken, nameTokens } from "./tokens.ts";

/** Words of one block: the block's number in the list given, and the range in its clean words. */
export interface CardPart {
  block: number;
  start: number;
  end: number;
  words: string;
}

/** A block's words without blanks around them; null where there are none. */
export function trimmed(block: Block, at: number): CardPart | null {
  const start = block.text.search(/\S/u);
  if (start < 0) return null;
  const end = block.text.trimEnd().length;
  return { block: at, start, end, words: block.text.slice(start, end) };
}

export const emailPattern = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/u;
export const phonePattern = /(?:\+|\(0|\b00?)\d(?:[\d\s()./-]{5,20})\d\b|\b\d{3}[-. ]\d{3}[-. ]\d{4}\b/u;
export const linkPattern =
  /(?:https?:\/\/|www\.)\S{3,80}|\b[\w-]{2,40}\.(?:com|org|net|io|de|eu|fr|es|co|ch|at|dev)\b(?:\/\S{0,60})?/u;
/** What may stand around an address on its line: labels. */
const contactLabel =
  /^(?:e-?mail|mail|m|e|t|p|tel|telephone|telefon|phone|mobile|mob|cell|handy|office|fax|f|web|www|url|linkedin|twitter|github|x|mastodon|signal|whatsapp|and|or|i|w)$/u;

interface Contact {
  kind: "email" | "phone" | "link";
  found: CardPart;
}

/** E-mail address, number and link of a line that holds nothing else; empty where it holds other words. */
export function contactsIn(part: CardPart, text: string): Contact[] {
  const contacts: Contact[] = [];
  let rest = part.words;
  for (const [kind, pattern] of [
    ["email", emailPattern],
    ["link", linkPattern],
    ["phone", phonePattern],
  ] as const) {
    const match = pattern.exec(rest);
    if (match === null) continue;
    const start = text.indexOf(match[0], part.start);
    contacts.push({ kind, found: { block: part.block, start, end: start + match[0].length, words: match[0] } });
    rest = rest.slice(0, match.index) + " ".repeat(match[0].length) + rest.slice(match.index + match[0].length);
  }
  const words = nameTokens(rest).filter((token) => !token.isHandle && token.shape !== "number");
  return words.every((token) => contactLabel.test(token.plain)) ? contacts : [];
}

function flagsOf(token: NameToken): number {
  return lexicon().get(token.plain) ?? 0;
}

/** Two to four words that can be a name: capitals throughout, the first a given name or none an ordinary word. */
export function isNameLine(words: string): boolean {
  if (words.length > 50 || /[:;!?\d@/|]/u.test(words)) return false;
  const bare = words
    .replace(/,?\s(?:PhD|Ph\.D\.|MBA|MD|MSc|MLIS|MLS|Jr\.?|III?)$/u, "")
    .replace(/\s\([\p{L}'/ ]{1,20}\)$/u, "");
  const tokens = nameTokens(bare).filter((token) => (flagsOf(token) & flag.title) === 0 || token.shape === "lower");
  if (tokens.length < 2 || tokens.length > 4 || bare.includes(",")) return false;
  const isShaped = tokens.every((token, at) => {
    const isInner = at > 0 && at < tokens.length - 1;
    if (isInner && token.shape === "initial") return true;
    if (isInner && (flagsOf(token) & flag.particle) !== 0) return true;
    return token.shape === "capital" || (token.shape === "upper" && token.plain.length > 1);
  });
  if (!isShaped) return false;
  const never = flag.role | flag.organizationNoun | flag.thing | flag.legal | flag.time;
  const isGiven = tokens.some((token) => (flagsOf(token) & flag.given) !== 0);
  return tokens.every((token) => {
    const flags = flagsOf(token);
    if ((flags & (flag.given | flag.family)) !== 0) return true;
    return (flags & never) === 0 && ((flags & (flag.ordinary | flag.place)) === 0 || isGiven);
  });
}

/** "CTO", "Head of Sales, Contoso", "Librarian at Lakeview University". */
export function roleLine(part: CardPart): { role: CardPart; organization: CardPart | null } | null {
  const match = /^(.{2,60}?)(?:\s*[,|@–—]\s*|\s(?:at|bei|chez|en|-)\s)(.{2,60})$/u.exec(part.words);
  const isRole = (words: string): boolean =>
    !holdsGivenName(words) &&
    words.length <= 60 &&
    nameTokens(words).some((token) => (flagsOf(token) & flag.role) !== 0) &&
    !/[.!?]$/u.test(words);
  if (match !== null) {
    const [, left = "", right = ""] = match;
    const start = part.start + part.words.length - right.length;
    if (isRole(left) && isOrganizationLine(right) && !isRole(right)) {
      return {
        role: { ...part, end: part.start + left.length, words: left },
        organization: { ...part, start, words: right },
      };
    }
  }
  const words = nameTokens(part.words);
  if (words.length > 8 || !isRole(part.words)) return null;
  // A sentence about a role is no role: its other words are small.
  const small = words.filter(
    (token) => token.shape === "lower" && (flagsOf(token) & (flag.role | flag.rolePart)) === 0,
  );
  return small.length <= 1 ? { role: part, organization: null } : null;
}

/** One of the words is a given name, and no ordinary word, place or product as well. */
export function holdsGivenName(words: string): boolean {
  const other = flag.ordinary | flag.place | flag.thing | flag.role | flag.rolePart;
  return nameTokens(words).some(
    (token) => token.shape !== "lower" && (flagsOf(token) & flag.given) !== 0 && (flagsOf(token) & other) === 0,
  );
}

/** A name line that holds a given name, so that it is no company. */
export function isPersonLine(words: string): boolean {
  const bare = words.replace(/\s\(.*$/u, "");
  return isNameLine(bare) && holdsGivenName(bare);
}

/** One to six words with capitals and no end of a sentence. */
export function isOrganizationLine(words: string): boolean {
  if (words.length > 60 || /[:;!?]|[.]\s\S/u.test(words)) return false;
  const tokens = nameTokens(words);
  if (tokens.length === 0 || tokens.length > 7) return false;
  const hasMark = tokens.some((token) => (flagsOf(token) & (flag.legal | flag.organizationNoun)) !== 0);
  const small = new Set(["of", "the", "for", "and", "de", "der", "des", "la", "du", "fur", "und", "et", "y"]);
  const areNamed = tokens.every((token) => token.shape !== "lower" || small.has(token.plain));
  const first = tokens[0];
  if (first === undefined || !areNamed || organizationKey(words) === "") return false;
  if (hasMark) return true;
  // A single ordinary word or a place is no company: "Notes", "Berlin".
  return !tokens.every((token) => (flagsOf(token) & (flag.ordinary | flag.place | flag.time | flag.role)) !== 0);
}

/** One of the words is of a company's name: "GmbH", "University". */
export function hasOrganizationWord(words: string): boolean {
  return nameTokens(words).some((token) => (flagsOf(token) & (flag.legal | flag.organizationNoun)) !== 0);
}

/** A street, a town with its code, or a country: belongs to a card and says nothing we keep. */
export function isAddressLine(words: string): boolean {
  if (words.length > 60) return false;
  if (
    /\b\d{4,5}\b/u.test(words) ||
    /\b(?:street|st\.|road|rd\.|avenue|ave\.?|straße|strasse|str\.|rue|calle|platz|suite|floor)\b/iu.test(words)
  )
    return true;
  const tokens = nameTokens(words);
  return tokens.length > 0 && tokens.length <= 4 && tokens.every((token) => (flagsOf(token) & flag.place) !== 0);
}
