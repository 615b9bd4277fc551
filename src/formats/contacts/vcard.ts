import type { ContactCard } from "#domain/model/person.ts";
import { decode, sayOdd } from "../decode.ts";
import { limits, type Problems } from "../file.ts";
import { type CardParts, emptyParts, toCard } from "./card.ts";
import { contentLines, type Report } from "./lines.ts";
import { nameOfParts, oneLine, readBare, readName } from "./names.ts";
import { itemsOf, partsOf, type Property, readProperty, type Script, textOf } from "./property.ts";

/** What a vCard file holds. */
export interface CardsRead {
  cards: ContactCard[];
  /** Photos, logos, sounds and keys left out. */
  photosSkipped: number;
}

/**
 * vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350) -> cards, in the order in which they begin; an assistant's card (AGENT)
 * stands after that of the person. A bad line costs that line, a missing END nothing. Groups (distribution
 * lists) and cards that name nobody are problems with the line of their BEGIN.
 */
export function readCards(bytes: Uint8Array, problems: Problems): CardsRead {
  const whole = decode(bytes);
  sayOdd(whole, problems);
  const isUnicode = whole.encoding.startsWith("utf-");
  const script = { isBytes: !isUnicode, fallback: isUnicode ? "windows-1252" : whole.encoding };
  const report: Report = (what, place) => problems.add(what, place);
  const reading: Reading = { script, report, cards: [], photosSkipped: 0 };
  readText(isUnicode ? whole.text : binaryText(bytes), reading);
  const cards = reading.cards.flatMap((open) => open.card ?? []);
  return { cards, photosSkipped: reading.photosSkipped };
}

interface Reading {
  script: Script;
  report: Report;
  cards: OpenCard[];
  photosSkipped: number;
}

interface OpenCard {
  line: number;
  properties: Property[];
  /** Its last property was an AGENT without a value: a card that begins now is the assistant's. */
  awaitsAgent: boolean;
  card: ContactCard | null;
}

function readText(text: string, reading: Reading): void {
  const { report } = reading;
  const open: OpenCard[] = [];
  let isStray = false;
  for (const { line, text: content, isMedia } of contentLines(text, report)) {
    const mark = markOf(content);
    const card = open.at(-1);
    if (mark === "begin") {
      if (reading.cards.length >= limits.cardsMax) {
        report(`more than ${limits.cardsMax} cards`, { line, kept: `the first ${limits.cardsMax} cards` });
        break;
      }
      if (card !== undefined && !(card.awaitsAgent && open.length < limits.depthMax)) {
        report("a card begins before this one ended", { line, kept: "both cards" });
        finish(card, reading);
        open.pop();
      } else if (card !== undefined) card.awaitsAgent = false;
      const begun = { line, properties: [], awaitsAgent: false, card: null };
      open.push(begun);
      reading.cards.push(begun);
      isStray = false;
    } else if (mark === "end") {
      if (card === undefined) report("a card ends that never began", { line });
      else finish(card, reading);
      open.pop();
    } else if (card === undefined) {
      // One problem for a stretch of stray text, not one for each of its lines.
      if (!isStray) report("text outside of a card", { line });
      isStray = true;
    } else if (isMedia) {
      reading.photosSkipped += 1;
    } else addLine(card, content, line, reading);
  }
  for (const card of open.reverse()) {
    report("the card has no END", { line: card.line, kept: "what it holds" });
    finish(card, reading);
  }
}

function addLine(card: OpenCard, content: string, line: number, reading: Reading): void {
  const property = readProperty(content, line);
  if (property === null) {
    reading.report("not a line of a vCard", { line, kept: "the card without this line" });
    return;
  }
  card.awaitsAgent = property.name === "AGENT" && property.value.trim() === "";
  card.properties.push(property);
}

function markOf(content: string): "begin" | "end" | null {
  if (content.length > 60) return null;
  const mark = content.replaceAll(" ", "").trimEnd().toUpperCase();
  if (mark === "BEGIN:VCARD") return "begin";
  return mark === "END:VCARD" ? "end" : null;
}

/** Turns the properties into a card where they stand, and lets them go. */
function finish(open: OpenCard, reading: Reading): void {
  const { report, script } = reading;
  const properties = open.properties;
  open.properties = [];
  if (properties.some((property) => isGroup(property))) {
    report("a group of addresses, not a person", { line: open.line });
    return;
  }
  const parts = emptyParts();
  const labels = labelsByGroup(properties, script);
  const formal: FormalName = { given: "", middle: "", family: "", suffix: "" };
  const places: { text: string; rank: number }[] = [];
  const titles: string[] = [];
  const roles: string[] = [];
  for (const property of properties) {
    const label = labelOf(property, labels);
    const isPreferred = property.types.includes("pref") || property.parameters.get("PREF") === "1";
    const address = () => ({ value: textOf(property, script), label, preferred: isPreferred, line: property.line });
    switch (property.name) {
      case "FN":
        parts.name ||= oneLine(textOf(property, script));
        break;
      case "N":
        readFormalName(property, script, formal);
        break;
      case "NICKNAME":
        parts.nicknames.push(...itemsOf(property, script));
        break;
      case "ORG": {
        const [organization = "", ...units] = partsOf(property, script).map(oneLine);
        if (parts.organization === "") parts.organization = organization;
        else if (organization !== "" && organization !== parts.organization)
          parts.about.push(`Organization: ${organization}`);
        const department = units.filter(Boolean).join(", ");
        if (department !== "") parts.about.push(`Department: ${department}`);
        break;
      }
      case "TITLE":
        titles.push(oneLine(textOf(property, script)));
        break;
      case "ROLE":
        roles.push(oneLine(textOf(property, script)));
        break;
      case "EMAIL":
        parts.emails.push(address());
        break;
      case "TEL":
      case "X-MS-TEL":
        parts.phones.push(address());
        break;
      case "URL":
      case "X-SOCIALPROFILE":
      case "IMPP":
        parts.urls.push(address());
        break;
      case "ADR": {
        const text = placeOf(partsOf(property, script));
        if (text !== "") places.push({ text, rank: isPreferred ? 0 : property.types.includes("work") ? 1 : 2 });
        break;
      }
      case "NOTE":
        parts.about.push(textOf(property, script));
        break;
      case "AGENT":
        readInlineAgent(property, reading);
        break;
      default: {
        const service = messengers.get(property.name);
        const user = service === undefined ? "" : oneLine(textOf(property, script));
        if (service !== undefined && user !== "")
          parts.urls.push({ value: `${service}:${user}`, label: service, line: property.line });
      }
    }
  }
  useFormalName(parts, formal);
  parts.role = [...titles, ...roles].find((role) => role !== "") ?? "";
  parts.place = places.reduce(
    (best, place) => (best.rank <= place.rank ? best : place),
    places[0] ?? { text: "", rank: 9 },
  ).text;
  // The note a person wrote comes before what we say of departments.
  parts.about.sort((a, b) => Number(isOurLine(a)) - Number(isOurLine(b)));
  open.card = toCard(parts, (what, line) => report(what, { line, kept: "the card without it" }));
  if (open.card === null) report("a card without a name or an address", { line: open.line });
}

interface FormalName {
  given: string;
  middle: string;
  family: string;
  suffix: string;
}

/** Messengers that have a property of their own (Evolution, Gmail, Outlook), with the scheme for their user name. */
const messengers = new Map([
  ["X-AIM", "aim"],
  ["X-GOOGLE-TALK", "gtalk"],
  ["X-GTALK", "gtalk"],
  ["X-ICQ", "icq"],
  ["X-JABBER", "xmpp"],
  ["X-MS-IMADDRESS", "im"],
  ["X-MSN", "msn"],
  ["X-QQ", "qq"],
  ["X-SKYPE", "skype"],
  ["X-SKYPE-USERNAME", "skype"],
  ["X-TWITTER", "twitter"],
  ["X-YAHOO", "yahoo"],
]);

/** Types that say nothing about which address it is. */
const idleTypes = new Set([
  "internet",
  "pref",
  "voice",
  "msg",
  "video",
  "text",
  "postal",
  "parcel",
  "dom",
  "intl",
  "x400",
]);

function isGroup(property: Property): boolean {
  const saysKind = property.name === "KIND" || property.name === "X-ADDRESSBOOKSERVER-KIND";
  return saysKind && property.value.trim().toLowerCase() === "group";
}

/** Apple and Google put a person's own label beside the property: `item1.X-ABLabel:_$!<HomePage>!$_`. */
function labelsByGroup(properties: readonly Property[], script: Script): Map<string, string> {
  const labels = new Map<string, string>();
  for (const property of properties) {
    if (property.group === null || property.name !== "X-ABLABEL") continue;
    const label = textOf(property, script).trim();
    labels.set(property.group, label.startsWith("_$!<") && label.endsWith(">!$_") ? label.slice(4, -4) : label);
  }
  return labels;
}

function labelOf(property: Property, labels: Map<string, string>): string | null {
  const own = property.group === null ? undefined : labels.get(property.group);
  if (own !== undefined && own !== "") return own;
  const service = property.parameters.get("X-SERVICE-TYPE") ?? property.parameters.get("SERVICE-TYPE");
  if (service !== undefined) return service;
  const types = property.types
    .filter((type) => !idleTypes.has(type))
    .map((type) => (type === "cell" ? "mobile" : type));
  return types.length > 0 ? [...new Set(types)].join(" ") : null;
}

function readFormalName(property: Property, script: Script, formal: FormalName): void {
  const [family = "", given = "", middle = "", , suffix = ""] = partsOf(property, script);
  formal.family ||= readBare(family);
  formal.given ||= readBare(given);
  formal.middle ||= oneLine(middle.replaceAll(",", " "));
  formal.suffix ||= oneLine(suffix);
}

/**
 * FN is the name its owner shows; N says which part is which. N makes the name where FN is missing or is an address.
 * Where N holds a whole name in one part (Android writes it as the family name), it says nothing about parts.
 */
function useFormalName(parts: CardParts, formal: FormalName): void {
  if (parts.name === "" || parts.name.includes("@")) {
    const made = nameOfParts(formal.given, formal.middle, formal.family, formal.suffix);
    if (made !== "") parts.name = made;
  }
  const isWhole = (formal.given === "") !== (formal.family === "");
  const whole = readName(parts.name).name;
  if (isWhole && (formal.given + formal.family === whole || (formal.given + formal.family).includes(" "))) return;
  parts.givenName = formal.given;
  parts.familyName = formal.family;
}

/** Town, region and country; the whole address in one line where the writer did not divide it. */
function placeOf(parts: string[]): string {
  const [box = "", extended = "", street = "", town = "", region = "", , country = ""] = parts;
  const named = [town, region, country].map(oneLine).filter(Boolean);
  const lines = [box, extended, street].flatMap((part) => part.split("\n")).map(oneLine);
  return (named.length > 0 ? named : lines.filter(Boolean)).join(", ");
}

/** 3.0 writes an assistant's card into the value, with its line ends escaped. One level is read. */
function readInlineAgent(property: Property, reading: Reading): void {
  const inner = textOf(property, reading.script);
  if (markOf(inner.split("\n", 1)[0] ?? "") !== "begin") return;
  if (reading.cards.length >= limits.cardsMax) return;
  // The lines inside are counted from the AGENT line alone, since the file has no others for them.
  const report: Report = (what, place) => reading.report(what, { ...place, line: property.line });
  const own: Reading = { script: { ...reading.script, isBytes: false }, report, cards: [], photosSkipped: 0 };
  const inside = inner.replace(/^AGENT/gim, "X-AGENT");
  readText(inside, own);
  reading.photosSkipped += own.photosSkipped;
  reading.cards.push(...own.cards.slice(0, limits.cardsMax - reading.cards.length));
}

function isOurLine(line: string): boolean {
  return line.startsWith("Department: ") || line.startsWith("Organization: ");
}

/** Bytes as characters of the same number, so that lines can be cut before each is decoded. */
function binaryText(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 8192) parts.push(String.fromCharCode(...bytes.subarray(i, i + 8192)));
  return parts.join("");
}
