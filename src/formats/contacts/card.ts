import type { Address, ContactCard } from "#domain/model/person.ts";
import type { Day } from "#domain/model/time.ts";
import { nameOfEmail, oneLine, readNameBeside } from "./names.ts";

/** An address found in a file, before it is looked at. */
export interface FoundAddress {
  value: string;
  label: string | null;
  /** The file marks it as the one to use. */
  preferred?: boolean;
  /** Where it stands. */
  line: number;
}

/** What a contact file gives about one person, in the file's own words. Empty text stands for nothing. */
export interface CardParts {
  /** The whole name as written, or empty. */
  name: string;
  givenName: string;
  familyName: string;
  nicknames: string[];
  organization: string;
  role: string;
  emails: FoundAddress[];
  phones: FoundAddress[];
  urls: FoundAddress[];
  place: string;
  /** Lines and paragraphs about the person. */
  about: string[];
  connectedOn: Day | null;
}

/**
 * Parts -> a card inside the limits of `ContactCard` (lengths, counts), or null where nothing names or reaches a
 * person. A missing name is taken from the parts, then the nickname, the e-mail address, the organization, another address.
 * `onBad` hears, in a sentence, of each address that is none.
 */
export function toCard(parts: CardParts, onBad: (what: string, line: number) => void): ContactCard | null {
  const emails = addresses(parts.emails, "e-mail address", emailOf, onBad);
  const phones = addresses(parts.phones, "telephone number", phoneOf, onBad);
  const urls = addresses(parts.urls, "link", oneLine, onBad);
  const organization = nameOrNull(parts.organization);
  // An entry for a company shows its name as that of the person; it has no given name.
  const isCompany = organization !== null && oneLine(parts.name) === organization;
  const written = isCompany
    ? { name: organization, givenName: null, familyName: null, aliases: [] }
    : readNameBeside(parts.name, parts.givenName.trim() === "" ? null : parts.familyName);
  const name =
    nameOrNull(written.name) ??
    nameOrNull(`${parts.givenName} ${parts.familyName}`) ??
    nameOrNull(parts.nicknames.find((nickname) => nickname.trim() !== "") ?? "") ??
    nameOrNull(nameOfEmail(emails[0]?.value ?? "")) ??
    organization ??
    nameOrNull(phones[0]?.value ?? urls[0]?.value ?? "");
  if (name === null) return null;
  const known = parts.givenName.trim() !== "" || parts.familyName.trim() !== "";
  const nicknames = new Set<string>();
  for (const nickname of [...parts.nicknames, ...written.aliases]) {
    const clean = nameOrNull(nickname);
    if (clean !== null && clean !== name && nicknames.size < addressesMax) nicknames.add(clean);
  }
  return {
    name,
    givenName: nameOrNull(known ? parts.givenName : (written.givenName ?? "")),
    familyName: nameOrNull(known ? parts.familyName : (written.familyName ?? "")),
    nicknames: [...nicknames],
    role: nameOrNull(parts.role),
    emails,
    phones,
    urls,
    place: nameOrNull(parts.place),
    about: proseOrNull(parts.about),
    organization,
    connectedOn: parts.connectedOn,
  };
}

export function emptyParts(): CardParts {
  return {
    name: "",
    givenName: "",
    familyName: "",
    nicknames: [],
    organization: "",
    role: "",
    emails: [],
    phones: [],
    urls: [],
    place: "",
    about: [],
    connectedOn: null,
  };
}

/** The e-mail address in a text ("Ana <ana@x.example>", "mailto:ana@x.example"), or null. RFC 5321 limits it to 254 characters. */
export function emailOf(text: string): string | null {
  let value = oneLine(text);
  const open = value.lastIndexOf("<");
  if (open >= 0) value = value.slice(open + 1).replace(">", "");
  if (value.slice(0, 7).toLowerCase() === "mailto:") value = value.slice(7);
  value = value.trim();
  const at = value.lastIndexOf("@");
  if (at <= 0 || at >= value.length - 1 || value.length > 254) return null;
  return /[\s,;:<>()]/u.test(value) ? null : value;
}

/** A telephone number as written, `tel:` URIs included (RFC 3966); null where there is no digit in it. */
export function phoneOf(text: string): string | null {
  let value = oneLine(text);
  if (value.slice(0, 4).toLowerCase() === "tel:") {
    const [number = "", ...parameters] = value.slice(4).split(";");
    const extension = parameters.find((parameter) => parameter.toLowerCase().startsWith("ext="));
    value = extension === undefined ? number : `${number} ext. ${extension.slice(4)}`;
  }
  return /\p{Nd}/u.test(value) ? value : null;
}

/** `Person` holds at most so many e-mail addresses, numbers, links and nicknames each. */
const addressesMax = 20;
const nameMax = 300;
const addressMax = 400;
const labelMax = 60;
const proseMax = 20_000;

function addresses(
  found: FoundAddress[],
  noun: string,
  read: (value: string) => string | null,
  onBad: (what: string, line: number) => void,
): Address[] {
  const kept = new Map<string, Address>();
  // The marked ones first; the order of the file otherwise (sort is stable).
  const ordered = [...found].sort((a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false));
  for (const { value, label, line } of ordered) {
    if (value.trim() === "") continue;
    const clean = read(value);
    if (clean === null || clean === "" || clean.length > addressMax) {
      onBad(`"${short(value)}" is no ${noun}`, line);
      continue;
    }
    const key = clean.toLowerCase();
    if (kept.has(key)) continue;
    if (kept.size >= addressesMax) {
      onBad(`more than ${addressesMax} of one kind: the ${noun} "${short(value)}" found no place`, line);
      continue;
    }
    kept.set(key, { value: clean, label: label === null ? null : cut(oneLine(label), labelMax) || null });
  }
  return [...kept.values()];
}

function nameOrNull(text: string): string | null {
  return cut(oneLine(text), nameMax) || null;
}

function proseOrNull(lines: string[]): string | null {
  const text = lines
    .map((line) => line.replace(/\r\n?/g, "\n").trim())
    .filter(Boolean)
    .join("\n");
  return cut(text, proseMax) || null;
}

/** At most so many UTF-16 code units, without half a character at the end. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text.toWellFormed();
  return text
    .slice(0, max - 1)
    .replace(/[\ud800-\udbff]$/u, "")
    .trimEnd()
    .concat("…")
    .toWellFormed();
}

function short(text: string): string {
  return cut(oneLine(text), 60);
}
