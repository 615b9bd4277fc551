import type { Address, ContactCard } from "#domain/model/person.ts";
import { type CodeRead, readCode } from "#formats/code.ts";
import { emptyParts, toCard } from "#formats/contacts/card.ts";
import { type LineSeen, readCardPhoto } from "#reading/card-photo.ts";

/** What was seen on a photo: the texts of its codes, and its lines of words where these were read. */
export interface Seen {
  codes: readonly string[];
  lines: readonly LineSeen[];
}

/** Whom the photo names, to be looked through by a person before anything is kept (RD2). */
export interface CardSeen {
  /** Null where nothing on it names or reaches a person. */
  card: ContactCard | null;
  /** A code said the name, so that the words need not be read. */
  isSure: boolean;
  /** All that was read, as it is kept (NT1); empty where nothing was. */
  text: string;
}

/** More codes than one card has. */
const codesMax = 8;
const textMax = 20_000;
const addressesMax = 20;

/**
 * What was seen on a photo of one card or badge -> whom it names (RD7). A code that says a name is believed before the words; from
 * any other the addresses are taken, and the name from the words beside it.
 * @param others names that stand on every badge: the event's
 */
export function cardSeen({ codes, lines }: Seen, others: readonly string[] = []): CardSeen {
  const read = codes.slice(0, codesMax).flatMap((code) => readCode(code) ?? []);
  const code = read.find(({ isNamed }) => isNamed) ?? read[0];
  const text = [...codes.slice(0, codesMax), lines.map((line) => line.text).join("\n")].filter((part) =>
    /\S/u.test(part),
  );
  return {
    card: joined(code, ofWords(lines, others)),
    isSure: code?.isNamed === true,
    text: text.join("\n\n").slice(0, textMax).toWellFormed(),
  };
}

function ofWords(lines: readonly LineSeen[], others: readonly string[]): CodeRead | null {
  const { name, role, organization, emails, phones, urls } = readCardPhoto(lines, others);
  const found = (value: string) => ({ value, label: null, line: 1 });
  const parts = {
    ...emptyParts(),
    name: name ?? "",
    role: role ?? "",
    organization: organization ?? "",
    emails: emails.map(found),
    phones: phones.map((phone) => ({ ...phone, line: 1 })),
    urls: urls.map(found),
  };
  const reaches = emails.length + phones.length + urls.length > 0;
  const card = name === null && !reaches ? null : toCard(parts, () => {});
  return card === null ? null : { card, isNamed: name !== null };
}

/** One card of two that say something of the same person: the first is believed first, but for a name that only the second says. */
function joined(code: CodeRead | undefined, words: CodeRead | null): ContactCard | null {
  if (code === undefined) return words?.card ?? null;
  if (words === null) return code.card;
  const [first, second] = code.isNamed || !words.isNamed ? [code.card, words.card] : [words.card, code.card];
  const both = (field: "emails" | "phones" | "urls") => withoutRepeats([...first[field], ...second[field]]);
  return {
    ...first,
    role: first.role ?? second.role,
    organization: first.organization ?? second.organization,
    place: first.place ?? second.place,
    about: first.about ?? second.about,
    emails: both("emails"),
    phones: both("phones"),
    urls: both("urls"),
  };
}

function withoutRepeats(addresses: readonly Address[]): Address[] {
  const sign = ({ value }: Address) => value.toLowerCase().replace(/[\s()./-]/gu, "");
  return [...new Map(addresses.toReversed().map((address) => [sign(address), address])).values()]
    .toReversed()
    .slice(0, addressesMax);
}
