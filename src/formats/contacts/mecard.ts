import { type CardParts, emptyParts, type FoundAddress } from "./card.ts";

/** More fields than a code has room for are none of a card's. */
const fieldsMax = 100;

/**
 * MECARD (NTT DoCoMo: "Phone book registration function", as codes on cards have it) -> parts; null where the text is none. Fields
 * are `NAME:value`, ended by a semicolon; a backslash takes its meaning from the sign after it. ORG and TITLE are none of
 * the format's and written by many. Linear in the text.
 */
export function readMecard(text: string): CardParts | null {
  const begun = /^\s{0,20}MECARD:/iu.exec(text);
  if (begun === null) return null;
  const parts = emptyParts();
  const address = (value: string, label: string | null = null): FoundAddress => ({ value, label, line: 1 });
  for (const { name, value } of fieldsOf(text.slice(begun[0].length))) {
    const words = unescaped(value);
    if (words.trim() === "") continue;
    switch (name) {
      case "N": {
        // "Ruiz,Ana": the family name first, where there is a comma.
        const [family = "", given = ""] = split(value, ",").map((part) => unescaped(part).trim());
        parts.name ||= given === "" ? family : `${given} ${family}`.trim();
        if (given !== "") [parts.givenName, parts.familyName] = [given, family];
        break;
      }
      case "NICKNAME":
        parts.nicknames.push(words);
        break;
      case "ORG":
        parts.organization ||= words;
        break;
      case "TITLE":
      case "ROLE":
        parts.role ||= words;
        break;
      case "EMAIL":
        parts.emails.push(address(words));
        break;
      case "TEL":
        parts.phones.push(address(words));
        break;
      case "TEL-AV":
        parts.phones.push(address(words, "video"));
        break;
      case "URL":
        parts.urls.push(address(words));
        break;
      case "ADR":
        parts.place ||= split(value, ",")
          .map((part) => unescaped(part).trim())
          .filter(Boolean)
          .join(", ");
        break;
      case "NOTE":
      case "MEMO":
        parts.about.push(words);
        break;
    }
  }
  return parts;
}

function fieldsOf(text: string): { name: string; value: string }[] {
  return split(text, ";")
    .slice(0, fieldsMax)
    .flatMap((field) => {
      const colon = field.indexOf(":");
      return colon < 1 ? [] : [{ name: field.slice(0, colon).trim().toUpperCase(), value: field.slice(colon + 1) }];
    });
}

/** Cuts at a sign that no backslash stands before; the backslashes stay. */
function split(text: string, sign: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === sign) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...pieces, text.slice(from)];
}

function unescaped(value: string): string {
  return value.replace(/\\(.)/gsu, "$1");
}
