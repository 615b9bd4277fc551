import type { ContactCard } from "#domain/model/person.ts";
import { emailOf, emptyParts, toCard } from "./contacts/card.ts";
import { readMecard } from "./contacts/mecard.ts";
import { readContacts } from "./contacts.ts";

/** What a code on a card or badge says. */
export interface CodeRead {
  card: ContactCard;
  /** It says the name itself; otherwise the name is what could be told of an address, and what stands beside the code says it better. */
  isNamed: boolean;
}

/** The longest text a QR code holds is 7,089 digits (ISO/IEC 18004); DataMatrix and Aztec hold less. */
export const codeCharactersMax = 8192;

/**
 * The text of a code (QR, DataMatrix, Aztec) -> whom it names: a vCard, a MECARD, an e-mail address (also as `mailto:` or MATMSG), a
 * telephone number as `tel:`, or a link. Null for any other text, such as the number of a badge. Never throws; linear.
 */
export function readCode(text: string): CodeRead | null {
  if (text.length > codeCharactersMax) return null;
  if (/^\s{0,20}BEGIN:VCARD/iu.test(text)) {
    const [card] = readContacts({ name: "code.vcf", bytes: new TextEncoder().encode(text) }).cards;
    return card === undefined ? null : { card, isNamed: !isAddress(card) && /^(?:FN|N)[;:]/imu.test(text) };
  }
  const mecard = readMecard(text);
  if (mecard !== null) {
    const card = toCard(mecard, ignored);
    return card === null ? null : { card, isNamed: mecard.name !== "" };
  }
  const card = addressIn(text.trim());
  return card === null ? null : { card, isNamed: false };
}

function isAddress({ name, emails, phones, urls }: ContactCard): boolean {
  return [...emails, ...phones, ...urls].some(({ value }) => value === name);
}

/** One address and no more. */
function addressIn(text: string): ContactCard | null {
  const parts = emptyParts();
  const found = (value: string) => [{ value, label: null, line: 1 }];
  const scheme = /^([a-z]{3,7}):/iu.exec(text)?.[1]?.toLowerCase();
  if (scheme === "http" || scheme === "https") {
    if (!/^https?:\/\/[^\s/?#]\S*$/iu.test(text)) return null;
    parts.urls = found(text);
    parts.name = nameOfLink(text);
  } else if (scheme === "tel") parts.phones = found(text);
  else {
    const email = emailOf(
      scheme === "matmsg" ? (/[:;]TO:([^;]{3,254});/iu.exec(text)?.[1] ?? "") : text.split("?", 1)[0]!,
    );
    if (email === null) return null;
    parts.emails = found(email);
  }
  return toCard(parts, ignored);
}

/** LinkedIn's own link of a person, as its app shows it: "/in/ana-ruiz-8a1b2c" -> "Ana Ruiz". Empty for any other. */
function nameOfLink(link: string): string {
  const [, slug = ""] = /^https?:\/\/(?:\w{2,3}\.)?linkedin\.com\/in\/([\w-]{3,100})(?:[/?#]|$)/iu.exec(link) ?? [];
  const words = slug.split("-").filter((word) => /^[a-z]+$/iu.test(word));
  if (words.length < 2 || words.length > 4) return "";
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join(" ");
}

/** A code has no lines to name: what is no address in it is simply not taken. */
function ignored(): void {}
