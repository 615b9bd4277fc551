import {
  type CardPart,
  emailPattern,
  hasOrganizationWord,
  isAddressLine,
  isNameLine,
  isOrganizationLine,
  isPersonLine,
  linkPattern,
  phonePattern,
  roleLine,
} from "./names/card-lines.ts";
import { nameAsSaid, organizationOfEmail } from "./names/cards.ts";
import { folded } from "./names/folding.ts";

/** A line of words seen on a photo, and how high its letters are, in any unit that is the same for all. */
export interface LineSeen {
  text: string;
  height: number;
}

/** What a photographed card or badge says of its owner; what it does not say is null or empty. */
export interface CardPhotoRead {
  name: string | null;
  role: string | null;
  organization: string | null;
  emails: string[];
  phones: { value: string; label: string | null }[];
  urls: string[];
}

/** A card has no more lines; a photo of a page of text is none. */
const linesMax = 60;
const lineMax = 120;
/** Of each kind of address. */
const addressesMax = 5;

/**
 * Reads lines that are known to be those of one card or badge, in any order, with what a reader of photos makes of logos and icons
 * between them. (`cardsIn` finds cards among notes, where most lines are none.) The name is told by what names look like, by the
 * e-mail address, by the role below it and by the height of its letters; the organization by its words, the address and its
 * place. `others` are names that stand on every badge: the event's. Pure, and linear in the lines.
 */
export function readCardPhoto(lines: readonly LineSeen[], others: readonly string[] = []): CardPhotoRead {
  const read: CardPhotoRead = { name: null, role: null, organization: null, emails: [], phones: [], urls: [] };
  const printed = new Set(others.map(plain));
  const open: Open[] = [];
  for (const { text, height } of lines.slice(0, linesMax)) {
    const words = withoutEdges(text.slice(0, lineMax));
    if (takeAddresses(words, read) || !/\p{L}{2}/u.test(words)) continue;
    if (printed.has(plain(words)) || badgeWords.test(plain(words)) || greeting.test(words)) continue;
    open.push({ words, height, role: roleLine(partOf(words)) });
  }
  const named = nameAmong(open, read.emails);
  if (named !== null) read.name = nameAsSaid(named.words);
  const rest = open.filter((_, at) => named === null || at < named.from || at > named.to);
  for (const { role } of rest) {
    if (role === null) continue;
    read.role ??= role.role.words;
    read.organization ??= role.organization?.words ?? null;
  }
  read.role ??= roleBelow(open, named);
  read.organization ??= organizationAmong(open, named, read) ?? organizationOfEmail(read.emails[0]);
  return read;
}

interface Open {
  words: string;
  height: number;
  role: ReturnType<typeof roleLine>;
}

interface Named {
  words: string;
  from: number;
  to: number;
}

/** What badges say of everybody who wears one. */
const badgeWords =
  /^(?:attendee|participant|visitor|delegate|speaker|exhibitor|sponsor|partner|staff|crew|press|media|guest|organi[sz]er|volunteer|vip|all access|teilnehmer(?:in)?|besucher(?:in)?|referent(?:in)?|aussteller|presse|gast|ponente|asistente|visiteur|exposant)s?$/u;
const greeting = /^(?:hello|hi|hallo|hola|bonjour)?[,!]?\s?(?:my name is|i am|i'm)?$/iu;

/** Takes the addresses of a line; true where it held one, so that it is no name. */
function takeAddresses(words: string, read: CardPhotoRead): boolean {
  let rest = words.includes("@") ? words.replace(/\s{0,3}@\s{0,3}/u, "@") : words;
  const email = emailPattern.exec(rest)?.[0];
  if (email !== undefined) {
    rest = rest.replace(email, " ");
    put(read.emails, email.toLowerCase());
  }
  const link = linkPattern.exec(rest)?.[0];
  if (link !== undefined) {
    rest = rest.replace(link, " ");
    put(read.urls, link);
  }
  let phones = 0;
  for (let phone = phonePattern.exec(rest); phone !== null && phones < addressesMax; phone = phonePattern.exec(rest)) {
    const value = phone[0].trim();
    if (read.phones.length < addressesMax && !read.phones.some((one) => one.value === value)) {
      read.phones.push({ value, label: labelBefore(rest.slice(0, phone.index)) });
    }
    rest = rest.slice(phone.index + phone[0].length);
    phones += 1;
  }
  return email !== undefined || link !== undefined || phones > 0;
}

function put(list: string[], value: string): void {
  if (list.length < addressesMax && !list.includes(value)) list.push(value);
}

/** "Mob.", "F", "Tel" before a number. */
function labelBefore(before: string): string | null {
  const [, word = ""] = /(\p{L}{1,10})\W{0,6}$/u.exec(before) ?? [];
  if (/^(?:m|mob|mobile|cell|handy|movil|móvil)$/iu.test(word)) return "mobile";
  if (/^(?:f|fax)$/iu.test(word)) return "fax";
  return /^(?:t|p|d|tel|phone|telefon|telephone|office|direct|durchwahl)$/iu.test(word) ? "work" : null;
}

/** The line, or two lines of one word each, that is most like a name. */
function nameAmong(open: readonly Open[], emails: readonly string[]): Named | null {
  const tallest = Math.max(0, ...open.map(({ height }) => height));
  const addressed = plain(emails[0]?.slice(0, emails[0].indexOf("@")) ?? "").replace(/[^a-z]/gu, "");
  const domain = domainWords(emails);
  let best: (Named & { score: number }) | null = null;
  for (const [from, line] of open.entries()) {
    const next = open[from + 1];
    const candidates = [{ words: line.words, to: from, height: line.height }];
    // "SOFIE" and below it "LUND", as badges have it.
    if (next !== undefined && isOneWord(line.words) && isOneWord(next.words)) {
      candidates.push({
        words: `${line.words} ${next.words}`,
        to: from + 1,
        height: Math.max(line.height, next.height),
      });
    }
    for (const { words, to, height } of candidates) {
      const isTwoLines = to > from;
      if (!isNameLine(words) || (line.role !== null && !isPersonLine(words))) continue;
      if (isTwoLines && !isPersonLine(words) && !isInAddress(words, addressed)) continue;
      let score = 0;
      if (isPersonLine(words)) score += 4;
      if (isInAddress(words, addressed)) score += 4;
      if (open[to + 1]?.role) score += 2;
      if (tallest > 0 && height >= tallest * 0.9) score += 2;
      if (hasOrganizationWord(words) || words.split(/\s+/u).some((word) => domain.includes(plain(word)))) score -= 4;
      if (best === null || score > best.score) best = { words, from, to, score };
    }
  }
  return best !== null && best.score >= 0 ? best : null;
}

/** A line right below the name that is no organization's: a role in words that are in no list ("Harbour master"). */
function roleBelow(open: readonly Open[], named: Named | null): string | null {
  const words = named === null ? undefined : open[named.to + 1]?.words;
  if (words === undefined || words.length > 60 || /\d/u.test(words)) return null;
  return isOrganizationLine(words) || isAddressLine(words) ? null : words;
}

/** The line that is most like an organization; below the name where nothing else tells. */
function organizationAmong(open: readonly Open[], named: Named | null, { role, emails }: CardPhotoRead): string | null {
  const domain = domainWords(emails);
  let best: { words: string; score: number } | null = null;
  for (const [at, { words, role: asRole }] of open.entries()) {
    if (named !== null && at >= named.from && at <= named.to) continue;
    if (words === role || asRole !== null) continue;
    if (!isOrganizationLine(words) || isPersonLine(words)) continue;
    let score = 0;
    const joined = plain(words).replace(/[^a-z\d]/gu, "");
    if (domain.some((label) => label.length > 2 && (joined.includes(label) || label.includes(joined)))) score += 4;
    if (hasOrganizationWord(words)) score += 3;
    if (named !== null && at > named.to) score += 1;
    if (isAddressLine(words)) score -= 4;
    if (score >= 0 && (best === null || score > best.score)) best = { words, score };
  }
  return best?.words ?? null;
}

function isOneWord(words: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}'’-]{1,30}$/u.test(words);
}

/** A word of the name stands in the address's part before the @. */
function isInAddress(words: string, addressed: string): boolean {
  return plain(words)
    .split(/[^a-z]+/u)
    .some((word) => word.length > 2 && addressed.includes(word));
}

function domainWords(emails: readonly string[]): string[] {
  const [domain = ""] = emails.map((email) => email.slice(email.indexOf("@") + 1));
  return plain(domain)
    .split(".")
    .slice(0, -1)
    .flatMap((label) => [label.replaceAll("-", ""), ...label.split("-")])
    .filter((label) => label.length > 2);
}

/** Without what is made of lines, icons and edges: "| Sofie Lund —" -> "Sofie Lund". */
function withoutEdges(text: string): string {
  return text
    .replace(/^[^\p{L}\p{N}+(]{1,20}/u, "")
    .replace(/[\s\p{P}\p{S}]{1,20}$/u, (edge) => (edge.startsWith(".") || edge.startsWith(")") ? edge.charAt(0) : ""));
}

function plain(words: string): string {
  return folded(words.trim());
}

function partOf(words: string): CardPart {
  return { block: 0, start: 0, end: words.length, words };
}
