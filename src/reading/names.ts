import { comparable } from "#domain/model/memory.ts";
import type { OrganizationRelation } from "#domain/model/person.ts";
import { type OrganizationAt, besideAfter, knownOrganizationAt, maySay, roleAt } from "./names/beside.ts";
import type { Someone, SomeOrganization } from "./names/hits.ts";
import { type KnownNames, arrange, flagsOf } from "./names/known.ts";
import { organizationKey } from "./names/known-organizations.ts";
import { bareName } from "./names/known-people.ts";
import { flag } from "./names/lexicon.ts";
import { named, peopleAt } from "./names/people.ts";
import { relationBeside } from "./names/relation.ts";
import { Scan, flagsAt, gap, isJoined, mayStartName } from "./names/scan.ts";
import { strangeOrganizationAt } from "./names/strange-organizations.ts";
import { chatSpeakerAt, smallStrangerAt, strangerAt } from "./names/strangers.ts";
import type { Known, KnownPerson } from "./read.ts";

/** A person or organization that words name. */
export interface NameFound {
  /** Range in the clean words. */
  start: number;
  end: number;
  words: string;
  means: "person" | "organization";
  /** The known person's or organization's full name; the words themselves where nobody is known; null where two or more would fit. */
  name: string | null;
  person: KnownPerson | null;
  /** Those who would fit, where more than one does; it says why the name stays open. */
  candidates: KnownPerson[];
  /** For a person: the organization said beside the name ("Ana Ruiz from Contoso", "Li (Fabrikam)") or known. */
  organization: string | null;
  relation: OrganizationRelation | null;
  /** Role said beside the name ("the Contoso CTO"). */
  role: string | null;
  isColleague: boolean;
  /** The writer. */
  isMe: boolean;
}

/** What is known, arranged for finding names; made once per reading. */
export interface NameIndex {
  readonly known: Known;
  readonly names: KnownNames;
}

/** Arranges the known people, speakers, colleagues and organizations for `namesIn`. */
export function indexNames(known: Known): NameIndex {
  return { known, names: arrange(known) };
}

/** How many people a page's context holds; then a quarter is forgotten, the first named first. It keeps long pages linear. */
const recentMax = 100;

/**
 * The people and organizations that clean words name, in order of place; names never overlap. A person named before on
 * the page makes a first name, family name, nickname or initials mean that one: give one `recent` list per page, empty
 * at its start, and this adds to it whom it finds (also those nobody knows, with an empty `source`). Speakers of the
 * session a passage belongs to may be put in by the caller. Two who would fit leave `name` null (SPEC.md).
 */
export function namesIn(text: string, index: NameIndex, recent: KnownPerson[] = []): NameFound[] {
  const scan = new Scan(text, index.names);
  const found: NameFound[] = [];
  const state: State = {
    scan,
    index,
    recent,
    found,
    lastOrganization: -1,
    lastPerson: -1,
    awaited: new Map(),
    isChat: chatLine.test(text),
  };
  for (let at = 0; at < scan.tokens.length;) {
    const token = scan.tokens[at];
    at = token !== undefined && (state.isChat || mayStartName(scan, token)) ? (nameAt(state, at) ?? at + 1) : at + 1;
  }
  return found;
}

/** "15:02 <bettina> agenda": a line of a chat's log. */
const chatLine = /^[\d:.[\]\s-]{0,24}<[^<>\s]{1,40}>/u;

interface State {
  scan: Scan;
  index: NameIndex;
  recent: KnownPerson[];
  found: NameFound[];
  /** Number of the last word of the organization or person found last; -1 for none. */
  lastOrganization: number;
  lastPerson: number;
  /** Organizations said beside a person, by the number of their first word, until they are reached. */
  awaited: Map<number, OrganizationAt>;
  isChat: boolean;
}

/** Finds a name at a word and gives the number of the word to go on at, or null where none starts here. */
function nameAt(state: State, at: number): number | null {
  const { scan } = state;
  const token = scan.tokens[at];
  if (token === undefined) return null;
  if (token.isEmail) return emailAt(state, at);
  if (state.isChat && at < 4) {
    const speaker = chatSpeakerAt(scan, at);
    if (speaker !== null && !scan.entry(at).hits?.some((hit) => hit.who !== null)) return pushStranger(state, speaker);
  }
  const awaited = state.awaited.get(at);
  if (awaited !== undefined) return pushOrganization(state, awaited);
  const entry = scan.entry(at);
  const isKnownWord = entry.longest > 0;
  if (token.shape === "lower" && !isKnownWord) return smallNameAt(state, at);
  if (!isKnownWord && isPlainWord(scan, at, entry.flags)) return null;
  if (scan.isUnspoken(at)) return null;
  const organization = isKnownWord ? knownOrganizationAt(scan, at) : null;
  const people = isKnownWord || token.shape === "capital" ? peopleAt(scan, at, state.recent) : null;
  if (people !== null && (organization === null || people.to >= organization.to)) {
    return pushPeople(state, at, people);
  }
  if (organization !== null) return pushOrganization(state, organization);
  if (token.shape === "lower") return smallNameAt(state, at);
  const strange = strangeOrganizationAt(scan, at);
  if (strange !== null) return pushOrganization(state, strange, strange.role);
  const isListed = state.lastPerson >= 0 && state.lastPerson === at - 1 && listGap.test(gap(scan, at));
  const isAnd = state.lastPerson >= 0 && state.lastPerson === at - 2 && ands.has(scan.tokens[at - 1]?.plain ?? "");
  const stranger = strangerAt(scan, at, state.recent, isListed || isAnd);
  if (stranger === null) return null;
  return pushStranger(state, stranger);
}

function smallNameAt(state: State, at: number): number | null {
  if (state.scan.isUnspoken(at)) return null;
  const stranger = smallStrangerAt(state.scan, at);
  return stranger === null ? null : pushStranger(state, stranger);
}

/** An ordinary word with a capital and none after it, at the start of a line or sentence: most capitals are that. */
function isPlainWord(scan: Scan, at: number, flags: number): boolean {
  if ((flags & flag.ordinary) === 0 || (flags & flag.given) !== 0) return false;
  const next = scan.tokens[at + 1];
  if (next !== undefined && next.shape !== "lower" && isJoined(scan, at + 1)) return false;
  return at === 0 || !isJoined(scan, at);
}

const listGap = /^\s?[,/&+]\s?$/u;
const ands = new Set(["and", "und", "et", "y", "e", "or"]);

function pushPeople(
  state: State,
  from: number,
  people: { to: number; people: readonly Someone[]; isFullName: boolean },
): number {
  const { scan, recent } = state;
  const beside = besideAfter(scan, people.to, people.isFullName);
  const said = beside.organization ?? organizationBefore(state, from);
  let saidName = said === null ? null : organizationName(scan, said);
  let fitting = people.people;
  if (said !== null && saidName !== null) {
    const key = organizationKey(saidName);
    const same = fitting.filter((who) => maySay(key, who.organization));
    const [one] = same;
    if (one !== undefined) {
      fitting = same;
      if (same.length === 1 && one.organizationName !== null) {
        saidName = one.organizationName;
        if (beside.organization !== null)
          beside.organization = { ...said, known: { name: saidName, relation: null, key: one.organization } };
      }
    } else if (
      // A first name with another organization beside it is somebody else ("Sara of Adatum").
      !people.isFullName &&
      fitting.every((who) => who.organization !== "" && !recent.includes(who.person))
    ) {
      return pushStranger(state, { from, to: people.to, isFullName: false });
    }
  }
  const [first] = fitting;
  const isOne = fitting.length === 1;
  const sameName =
    first !== undefined && fitting.every((who) => who.given === first.given && who.family === first.family);
  const listed = isOne && first !== undefined && first.isListed ? first.person : null;
  push(
    state,
    {
      from,
      to: people.to,
      name: sameName && first !== undefined ? first.person.name : null,
      person: listed,
      candidates: isOne ? [] : fitting.slice(0, candidatesMax).map((who) => who.person),
      organization: saidName ?? (isOne ? (first?.organizationName ?? null) : null),
      role: beside.role ?? roleBefore(scan, from),
      isColleague: fitting.length > 0 && fitting.every((who) => who.isColleague),
      isMe: isOne && first !== undefined && first.isMe,
    },
    beside.organization,
  );
  if (isOne && first !== undefined) remember(recent, first.person);
  return people.to + 1;
}

/** Enough to ask "which Ana?"; a first name may fit hundreds. */
const candidatesMax = 20;

function pushStranger(state: State, stranger: { from: number; to: number; isFullName: boolean }): number {
  const { scan, recent, index } = state;
  const { from, to } = stranger;
  const words = scan.text.slice(scan.tokens[from]?.start ?? 0, scan.tokens[to]?.end ?? 0);
  if (index.names.nobody.size > 0 && index.names.nobody.has(comparable(words))) return to + 1;
  const beside = besideAfter(scan, to, stranger.isFullName);
  const said = beside.organization ?? organizationBefore(state, from);
  const saidName = said === null ? null : organizationName(scan, said);
  const before = stranger.isFullName ? [] : named(recent, scan.tokens[to]?.plain ?? "", "any");
  const same = before.length === 1 ? before[0] : undefined;
  const organization = saidName ?? same?.organization ?? null;
  const mine = index.known.me?.organization ?? null;
  push(
    state,
    {
      from,
      to,
      name: before.length > 1 ? null : (same?.name ?? words),
      person: same !== undefined && same.source !== "" ? same : null,
      candidates: before.length > 1 ? before.slice(0, candidatesMax) : [],
      organization,
      role: beside.role ?? roleBefore(scan, from),
      isColleague: organization !== null && mine !== null && organizationKey(organization) === organizationKey(mine),
      isMe: false,
    },
    beside.organization,
  );
  if (same !== undefined) remember(recent, same);
  else if (stranger.isFullName && before.length === 0)
    remember(recent, rememberedStranger(recent, words, organization));
  return to + 1;
}

/** The same stranger named twice is one person. */
function rememberedStranger(recent: readonly KnownPerson[], name: string, organization: string | null): KnownPerson {
  const there = recent.find((person) => person.source === "" && person.name === name);
  return there ?? bareName(name, organization);
}

/** Puts a person on the list, the newest last. */
function remember(recent: KnownPerson[], person: KnownPerson): void {
  if (recent.includes(person)) return;
  recent.push(person);
  if (recent.length > recentMax) recent.splice(0, recentMax >> 2);
}

interface PersonFields {
  from: number;
  to: number;
  name: string | null;
  person: KnownPerson | null;
  candidates: KnownPerson[];
  organization: string | null;
  role: string | null;
  isColleague: boolean;
  isMe: boolean;
}

function push(state: State, fields: PersonFields, beside: OrganizationAt | null = null): void {
  const { scan } = state;
  const { from, to, name, person, candidates, organization, role, isColleague, isMe } = fields;
  const token = scan.tokens[from];
  const start = token === undefined ? 0 : token.isHandle ? token.start - 1 : token.start;
  const end = scan.tokens[to]?.end ?? start;
  // Every name's fields in one order, here and below: what looks at many names is fast only where they are alike.
  state.found.push({
    start,
    end,
    words: scan.text.slice(start, end),
    means: "person",
    name,
    person,
    candidates,
    organization,
    relation: null,
    role,
    isColleague,
    isMe,
  });
  state.lastPerson = to;
  if (beside !== null && beside.from > to) state.awaited.set(beside.from, beside);
}

function pushOrganization(state: State, organization: OrganizationAt, role: string | null = null): number {
  const { scan } = state;
  const { from, to } = organization;
  const start = scan.tokens[from]?.start ?? 0;
  const end = scan.tokens[to]?.end ?? start;
  const isRoleNext = isJoined(scan, to + 1) && (flagsAt(scan, to + 1) & (flag.role | flag.rolePart)) !== 0;
  state.found.push({
    start,
    end,
    words: scan.text.slice(start, end),
    means: "organization",
    name: organizationName(scan, organization),
    person: null,
    candidates: [],
    organization: null,
    relation: relationBeside(scan, from, to) ?? organization.known?.relation ?? null,
    role: role ?? (isRoleNext ? (roleAt(scan, to + 1)?.words ?? null) : null),
    isColleague: false,
    isMe: false,
  });
  state.lastOrganization = to;
  return to + 1;
}

function organizationName(scan: Scan, organization: OrganizationAt): string {
  if (organization.known !== null) return organization.known.name;
  return scan.text.slice(scan.tokens[organization.from]?.start ?? 0, scan.tokens[organization.to]?.end ?? 0);
}

/** "Contoso's Ana Ruiz", "the Contoso CTO Ana Ruiz": the organization found right before, over a role between. */
function organizationBefore(state: State, from: number): OrganizationAt | null {
  const { scan, lastOrganization: last, found } = state;
  if (last < 0 || last >= from || from - last > 5) return null;
  const newest = found.at(-1);
  if (newest === undefined || newest.means !== "organization") return null;
  const role = last + 1 < from ? roleAt(scan, last + 1) : null;
  const reaches = role === null ? last + 1 === from : role.to + 1 === from;
  const between = gap(scan, from);
  const isBeside = between === " " || (role !== null && between === ", ");
  if (!reaches || !isBeside || newest.name === null) return null;
  const known: SomeOrganization = { name: newest.name, relation: newest.relation, key: organizationKey(newest.name) };
  return { from: last, to: last, known };
}

/** "CTO Ana Ruiz": a role with a capital, or a sure one, right before the name. */
function roleBefore(scan: Scan, from: number): string | null {
  let first = from;
  while (
    first > 0 &&
    from - first < 5 &&
    isJoined(scan, first) &&
    (flagsAt(scan, first - 1) & (flag.role | flag.rolePart)) !== 0
  )
    first -= 1;
  while (first < from) {
    const role = roleAt(scan, first);
    if (role !== null && role.to === from - 1 && sureRoles.test(role.words)) return role.words;
    first += 1;
  }
  return null;
}

const sureRoles =
  /^(?:C[A-Z]{1,2}O|[SE]?VP|(?:head|director|vp) of|founder|co-?founder|professor|president)\b|\b(?:CTO|CEO|CIO|CFO|COO|founder|director|manager|engineer|architect)$/iu;

/** An address that is known is its person; one of a known organization's domain names that, and the person it spells. */
function emailAt(state: State, at: number): number | null {
  const { scan, index } = state;
  const token = scan.tokens[at];
  if (token === undefined) return null;
  const address = scan.text.slice(token.start, token.end).toLowerCase();
  const who = index.names.emails.get(address);
  if (who !== undefined) return pushPeople(state, at, { to: at, people: [who], isFullName: true });
  const [local = "", domain = ""] = address.split("@");
  const label = domain.split(".").at(-2) ?? "";
  const organization = index.names.domains.get(label) ?? null;
  const parts = local.split(/[._]/u);
  const [given = "", family = ""] = parts;
  const spells = parts.length === 2 && family.length > 1 && (flagsOf(scan.known, given) & flag.given) !== 0;
  if (!spells) return null;
  const hits =
    scan.known.phrases.get(`${given} ${family}`)?.filter((hit) => hit.who !== null && hit.form === "full") ?? [];
  const known = hits.flatMap((hit) => (hit.who === null ? [] : [hit.who]));
  if (known.length > 0) return pushPeople(state, at, { to: at, people: known, isFullName: true });
  const name = `${capital(given)} ${capital(family)}`;
  push(state, {
    from: at,
    to: at,
    name,
    person: null,
    candidates: [],
    organization: organization?.name ?? null,
    role: null,
    isColleague: false,
    isMe: false,
  });
  remember(state.recent, rememberedStranger(state.recent, name, organization?.name ?? null));
  return at + 1;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
