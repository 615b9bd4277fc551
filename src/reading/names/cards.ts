import type { Block } from "#domain/model/block.ts";
import {
  type CardPart,
  contactsIn,
  holdsGivenName,
  isAddressLine,
  isNameLine,
  isOrganizationLine,
  isPersonLine,
  roleLine,
  trimmed,
} from "./card-lines.ts";
import { beginsSmall, nameTokens } from "./tokens.ts";

/** A business card or badge as it was noted down: name, role, company, address, one to a line or all in one. */
export interface CardFound {
  name: CardPart;
  role: CardPart | null;
  organization: CardPart | null;
  email: CardPart | null;
  phone: CardPart | null;
  /** The first and last block that belong to it. */
  from: number;
  to: number;
  /** The same as a `PersonReading` without `met` and `known`, which the note around it says. */
  reading: {
    name: string;
    organization: string | null;
    role: string | null;
    email: string | null;
    phone: string | null;
  };
}

/** Longer lines are prose. */
const lineMax = 90;
/** A card has few lines: name, role, two of company, three of address, two telephones, mail, link. */
const linesMax = 10;

/**
 * The cards among blocks, in order. A card is a line that can be a name, followed by lines each of which is a role, a
 * company, an e-mail address, a telephone number or a link, and it must hold an address or number, or both a role and a
 * company; or one line with all of it parted by commas, bars or dashes; or lines labelled "Name:", "Company:", ...; or
 * a row of a table whose columns are so headed.
 */
export function cardsIn(blocks: readonly Block[]): CardFound[] {
  const cards: CardFound[] = [];
  for (let at = 0; at < blocks.length;) {
    const card = rowCard(blocks, at) ?? labelledCard(blocks, at) ?? namedCard(blocks, at);
    if (card !== null) cards.push(card);
    at = card === null ? at + 1 : card.to + 1;
  }
  return cards;
}

type Kind = "name" | "role" | "organization" | "email" | "phone" | "link";
type Parts = Partial<Record<Kind, CardPart>>;

/** An address or number, or both a role and a company under a name that is one: less is a heading or a list of names. */
function isWhole(parts: Parts): boolean {
  if (parts.email !== undefined || parts.phone !== undefined) return true;
  return parts.role !== undefined && parts.organization !== undefined && holdsGivenName(parts.name?.words ?? "");
}

function cardOf(parts: Parts, from: number, to: number): CardFound | null {
  const { name } = parts;
  if (name === undefined) return null;
  return {
    name,
    role: parts.role ?? null,
    organization: parts.organization ?? null,
    email: parts.email ?? null,
    phone: parts.phone ?? null,
    from,
    to,
    reading: {
      name: nameAsSaid(name.words),
      organization: parts.organization?.words ?? organizationOfEmail(parts.email?.words),
      role: parts.role?.words ?? null,
      email: parts.email?.words.toLowerCase() ?? null,
      phone: parts.phone?.words ?? null,
    },
  };
}

/** Without titles and degrees, and "ANA RUIZ" as "Ana Ruiz"; the order is kept. */
export function nameAsSaid(given: string): string {
  const words = given
    .replace(/^(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s){1,2}/u, "")
    .replace(/,?\s(?:PhD|Ph\.D\.|MBA|MD|MSc|MLIS|MLS)$/u, "");
  if (words !== words.toUpperCase()) return words;
  return words.replace(/\p{Lu}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}

/** Mail services say nothing of an employer. */
const mailServices = new Set(
  "gmail googlemail outlook hotmail live msn yahoo ymail icloud me mac aol gmx web t-online posteo mailbox proton protonmail pm fastmail hey zoho yandex mail qq 163 free orange wanadoo laposte libero riseup".split(
    " ",
  ),
);

export function organizationOfEmail(email: string | undefined): string | null {
  const domain = email?.slice(email.indexOf("@") + 1) ?? "";
  const labels = domain.split(".");
  const second = labels.at(-2) ?? "";
  const label =
    (second.length <= 3 && labels.length > 2 && secondLevels.has(second) ? labels.at(-3) : second)?.toLowerCase() ?? "";
  if (label.length < 2 || mailServices.has(label)) return null;
  return label.charAt(0).toUpperCase() + label.slice(1);
}

const secondLevels = new Set(["co", "com", "org", "net", "ac", "gov", "edu", "or", "ne"]);

/** A card that begins with the name itself; most lines begin with no capital, and so with none. */
function namedCard(blocks: readonly Block[], at: number): CardFound | null {
  if (beginsSmall(blocks[at]?.text ?? "")) return null;
  return lineCard(blocks, at) ?? runCard(blocks, at);
}

/** A run of lines, one thing on each. */
function runCard(blocks: readonly Block[], at: number): CardFound | null {
  const first = blocks[at];
  if (first === undefined || !isCardLine(first)) return null;
  const named = trimmed(first, at);
  if (named === null || !isNameLine(named.words)) return null;
  const parts: Parts = { name: named };
  let to = at;
  for (let on = at + 1; on < Math.min(blocks.length, at + linesMax); on += 1) {
    const block = blocks[on];
    if (block === undefined || !isCardLine(block) || block.kind === "heading") break;
    const part = trimmed(block, on);
    if (part === null) break;
    if (!addLine(parts, part, block)) break;
    to = on;
  }
  return isWhole(parts) ? cardOf(parts, at, to) : null;
}

function isCardLine(block: Block): boolean {
  const isLine = block.kind === "line" || block.kind === "item" || block.kind === "heading" || block.kind === "quote";
  return isLine && block.box === null && block.text.length <= lineMax;
}

/** Puts a line's content where it belongs; false where the line is none of a card's, or says a thing again. */
function addLine(parts: Parts, part: CardPart, block: Block): boolean {
  const contacts = contactsIn(part, block.text);
  if (contacts.length > 0) {
    for (const { kind, found } of contacts) parts[kind] ??= found;
    return true;
  }
  const role = roleLine(part);
  if (role !== null) {
    if (parts.role !== undefined) return parts.organization === undefined;
    parts.role = role.role;
    if (role.organization !== null) parts.organization ??= role.organization;
    return true;
  }
  if (parts.organization === undefined && isOrganizationLine(part.words) && !isPersonLine(part.words)) {
    parts.organization = part;
    return true;
  }
  return isAddressLine(part.words);
}

/** "Ana Ruiz, CTO, Contoso, ana@contoso.com" and "Ana Ruiz | CTO | Contoso" in one line. */
function lineCard(blocks: readonly Block[], at: number): CardFound | null {
  const block = blocks[at];
  if (
    block === undefined ||
    block.box !== null ||
    block.text.length > 160 ||
    block.kind === "cell" ||
    block.kind === "code"
  )
    return null;
  if (!mayBeParted(block.text)) return null;
  const pieces: CardPart[] = [];
  for (const match of block.text.matchAll(/[^,|;\t–—•<>()]+/gu)) {
    // A dash parts only where blanks stand around it.
    let from = match.index;
    for (const piece of match[0].split(/\s[-/]\s/u)) {
      const lead = piece.length - piece.trimStart().length;
      const words = piece.trim();
      if (words.length > 0) pieces.push({ block: at, start: from + lead, end: from + lead + words.length, words });
      from += piece.length + 3;
    }
  }
  const [first] = pieces;
  if (pieces.length < 3 || pieces.length > 8 || first === undefined || !isNameLine(first.words)) return null;
  const parts: Parts = { name: first };
  for (const piece of pieces.slice(1)) if (!addLine(parts, piece, block)) return null;
  return isWhole(parts) ? cardOf(parts, at, at) : null;
}

/** Three pieces have at least two signs between them; most lines have none. */
function mayBeParted(text: string): boolean {
  let signs = 0;
  for (let at = 0; at < text.length && signs < 2; at += 1) {
    const code = text.charCodeAt(at);
    // No sign lies among the letters or is a blank.
    if (code === 32 || (code >= 65 && code <= 122)) continue;
    if (partingSigns.includes(text.charAt(at))) signs += 1;
  }
  return signs === 2;
}

const partingSigns = ",|;\t–—•<>()-/";

const labels: Record<string, Kind> = {
  name: "name",
  "full name": "name",
  contact: "name",
  person: "name",
  nom: "name",
  nombre: "name",
  ansprechpartner: "name",
  attendee: "name",
  lead: "name",
  company: "organization",
  organization: "organization",
  organisation: "organization",
  employer: "organization",
  firma: "organization",
  unternehmen: "organization",
  societe: "organization",
  entreprise: "organization",
  empresa: "organization",
  affiliation: "organization",
  role: "role",
  title: "role",
  "job title": "role",
  position: "role",
  funktion: "role",
  poste: "role",
  cargo: "role",
  email: "email",
  "e-mail": "email",
  mail: "email",
  "email address": "email",
  phone: "phone",
  tel: "phone",
  telephone: "phone",
  telefon: "phone",
  mobile: "phone",
  handy: "phone",
  movil: "phone",
};

function labelOf(words: string): Kind | null {
  const plain = nameTokens(words)
    .map((token) => token.plain)
    .join(" ");
  return labels[plain] ?? null;
}

/** "Name: Ana Ruiz" and the lines below it that are labelled too. */
function labelledCard(blocks: readonly Block[], at: number): CardFound | null {
  const parts: Parts = {};
  let to = at - 1;
  for (let on = at; on < Math.min(blocks.length, at + linesMax); on += 1) {
    const block = blocks[on];
    const part = block === undefined || !isCardLine(block) ? null : labelledPart(block, on);
    if (part === null || parts[part.kind] !== undefined) break;
    if (on === at && part.kind !== "name") return null;
    parts[part.kind] = part.found;
    to = on;
  }
  const hasMore = isWhole(parts) || parts.organization !== undefined;
  return to > at && hasMore ? cardOf(parts, at, to) : null;
}

function labelledPart(block: Block, at: number): { kind: Kind; found: CardPart } | null {
  const colon = block.text.indexOf(":");
  if (colon < 2 || colon > 20) return null;
  const kind = labelOf(block.text.slice(0, colon));
  const rest = block.text.slice(colon + 1);
  const words = rest.trim();
  if (kind === null || words.length === 0) return null;
  const start = colon + 1 + (rest.length - rest.trimStart().length);
  return { kind, found: { block: at, start, end: start + words.length, words } };
}

/** A table's row under headings such as "Name", "Company", "E-mail". */
function rowCard(blocks: readonly Block[], at: number): CardFound | null {
  const first = blocks[at];
  if (first === undefined || first.kind !== "cell" || first.row === null) return null;
  // A row is read once, from its first cell.
  const before = blocks[at - 1];
  if (before !== undefined && before.kind === "cell" && before.row === first.row) return null;
  const parts: Parts = {};
  let to = at;
  for (let on = at; on < blocks.length; on += 1) {
    const block = blocks[on];
    if (block === undefined || block.kind !== "cell" || block.row !== first.row) break;
    to = on;
    const kind = block.column === null ? null : labelOf(block.column);
    const part = trimmed(block, on);
    if (kind !== null && part !== null && parts[kind] === undefined) parts[kind] = part;
  }
  const hasMore = parts.email !== undefined || parts.phone !== undefined || parts.organization !== undefined;
  return hasMore && (parts.name?.words.length ?? 0) <= 60 ? cardOf(parts, at, to) : null;
}
