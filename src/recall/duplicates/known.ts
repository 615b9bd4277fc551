import { fold } from "./likeness.ts";
import { organizationKey } from "./organization.ts";

/**
 * A person as the duplicates are looked for: the fields of `Person` and `ContactCard` that tell people apart, so that
 * both fit with a key added.
 */
export interface DuplicateCandidate {
  /** What the answer names the person by; one key, one candidate. */
  key: string;
  name: string;
  givenName: string | null;
  familyName: string | null;
  nicknames: readonly string[];
  organization: string | null;
  emails: readonly { value: string }[];
  phones: readonly { value: string }[];
  urls?: readonly { value: string }[];
  place?: string | null;
  /** Anything else that seldom coincides: a day of birth, a customer number. */
  facts?: readonly string[];
}

/** A candidate in the form in which it is compared. */
export interface Known {
  candidate: DuplicateCandidate;
  /** Folded. Where the parts are not known, the first word and the rest; one word alone is in `lone`. */
  given: string;
  family: string;
  lone: string;
  /** Other given names and whole names, folded. */
  others: string[];
  organization: string;
  emails: KnownEmail[];
  phones: string[];
  profiles: string[];
  places: string[];
  facts: string[];
}

export interface KnownEmail {
  value: string;
  local: string;
  domain: string;
  /** "info@", "sales@": a desk, not a person. */
  isDesk: boolean;
}

export function knownOf(candidate: DuplicateCandidate): Known {
  const name = namesOf(candidate);
  return {
    candidate,
    ...name,
    others: candidate.nicknames.map(fold).filter(Boolean),
    organization: candidate.organization === null ? "" : organizationKey(candidate.organization),
    emails: candidate.emails.flatMap(({ value }) => emailOf(value) ?? []),
    phones: candidate.phones.map(({ value }) => phoneKey(value)).filter((key) => key !== ""),
    profiles: (candidate.urls ?? []).map(({ value }) => profileKey(value)).filter((key) => key !== ""),
    // "Newcastle-upon-Tyne" is one word of a place: its parts say no more than the whole.
    places: [...new Set(fold((candidate.place ?? "").replace(/[-‐–]/gu, "")).split(" "))].filter(Boolean).slice(0, 30),
    facts: (candidate.facts ?? []).map(fold).filter(Boolean).slice(0, 10),
  };
}

/** Mail hosts on which anybody has an address: the same domain says nothing about two people. */
export const openDomains: ReadonlySet<string> = new Set(
  (
    "gmail.com googlemail.com hotmail.com hotmail.de hotmail.fr hotmail.es outlook.com outlook.de outlook.fr outlook.es live.com msn.com yahoo.com yahoo.de yahoo.fr yahoo.es " +
    "yahoo.co.uk icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de posteo.de mailbox.org proton.me protonmail.com orange.fr free.fr " +
    "laposte.net wanadoo.fr sfr.fr telefonica.net terra.es libero.it virgilio.it"
  ).split(" "),
);

function namesOf(candidate: DuplicateCandidate): { given: string; family: string; lone: string } {
  const given = fold(candidate.givenName ?? "");
  const family = fold(candidate.familyName ?? "");
  if (given !== "" || family !== "") return { given, family, lone: "" };
  const [first = "", ...rest] = fold(candidate.name).split(" ");
  return rest.length === 0
    ? { given: "", family: "", lone: first }
    : { given: first, family: rest.join(" "), lone: "" };
}

function emailOf(value: string): KnownEmail | null {
  const address = value.trim().toLowerCase();
  const at = address.lastIndexOf("@");
  if (at <= 0 || at === address.length - 1) return null;
  let domain = address.slice(at + 1);
  if (domain === "googlemail.com") domain = "gmail.com";
  const [bare = ""] = address.slice(0, at).split("+");
  // Gmail delivers without regard to dots.
  const local = domain === "gmail.com" ? bare.replaceAll(".", "") : bare;
  return { value: `${local}@${domain}`, local, domain, isDesk: desks.has(local.replace(/\d{1,4}$/, "")) };
}

const desks = new Set(
  (
    "info kontakt contact contacto hello hallo hola office buero mail post team sales vertrieb ventas commercial support help service kundenservice admin administration " +
    "marketing press presse events event partner partners hr jobs karriere reception empfang zentrale accueil secretariat sekretariat no-reply noreply billing invoice rechnung"
  ).split(" "),
);

/** The last nine digits: what stays when country codes and trunk zeros are written or not. An extension is part of it. */
function phoneKey(value: string): string {
  const [main = "", extension = ""] = value.toLowerCase().split(/(?:ext\.?|x|durchwahl|dw)\s*/, 2);
  const digits = main.replace(/\D/g, "");
  if (digits.length < 6) return "";
  const inside = extension.replace(/\D/g, "");
  return digits.slice(-9) + (inside === "" ? "" : `x${inside}`);
}

/** A person's page on a network where one page is one person; other links are shared by colleagues. */
function profileKey(value: string): string {
  const url = value
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^(?:www|[a-z]{2}|m)\./, "");
  const [path = ""] = url.split(/[?#]/, 1);
  const found =
    /^(linkedin\.com\/in|xing\.com\/profile|github\.com|twitter\.com|x\.com|mastodon\.social|bsky\.app\/profile)\/([^/]{2,100})/.exec(
      path,
    );
  return found === null ? "" : `${found[1] ?? ""}/${found[2] ?? ""}`;
}
