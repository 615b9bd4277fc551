import type { Block } from "#domain/model/block.ts";
import type { Memory } from "#domain/model/memory.ts";
import type { OrganizationRelation } from "#domain/model/person.ts";
import type { ProposalDraft } from "#domain/model/proposal.ts";
import type { Speaker } from "#domain/model/session.ts";
import type { Day, Instant, TimeZone } from "#domain/model/time.ts";
import type { LeftAlone } from "./left-alone.ts";
import { readPage } from "./page.ts";
import { indexNames } from "./names.ts";
import { withFullNames } from "./full-names.ts";
import { mergeMentions, mergeRepeats } from "./merge.ts";

/** One page as the reader takes it: the text as received and its blocks (from `formats/notes`). */
export interface PageToRead {
  /** The name shown to people; day and session hints in it are used. */
  file: string;
  text: string;
  blocks: readonly Block[];
  /** The day the page was taken on, where the file, its name or the person says so. */
  takenOn: Day | null;
}

export interface KnownPerson {
  name: string;
  givenName: string | null;
  familyName: string | null;
  nicknames: readonly string[];
  organization: string | null;
  emails: readonly string[];
  /** The contact file the person is from, or "programme". */
  source: string;
}

export interface KnownSession {
  guid: string | null;
  title: string;
  startsAt: Instant | null;
  endsAt: Instant | null;
  track: string | null;
  room: string | null;
  speakers: readonly Speaker[];
  abstract: string | null;
}

/** All that the reader knows besides the pages. It reads no clock: `takenOn` is the day where a page has none. */
export interface Known {
  takenOn: Day;
  timeZone: TimeZone;
  event: { name: string; startsOn: Day | null; endsOn: Day | null } | null;
  /** Other events whose end "after <event>" may name. */
  events: readonly { name: string; endsOn: Day | null }[];
  me: { name: string; organization: string | null } | null;
  colleagues: readonly string[];
  people: readonly KnownPerson[];
  organizations: readonly { name: string; relation: OrganizationRelation | null }[];
  sessions: readonly KnownSession[];
  /** ISO weekdays worked, 1 = Monday. */
  workingDays: readonly number[];
  /** What a person's answers taught the workspace (RD6), where there is one. */
  memory?: Memory;
}

/** A passage: a clause, sentence or line that is in one state of the ledger (NT2). */
export interface Passage {
  /** Range in the page's text as received. Passages of a page are in order and never overlap. */
  start: number;
  end: number;
  /** The clean words. */
  text: string;
  session: { guid: string | null; title: string } | null;
}

/** What was read on one page. Each proposal lies wholly within one passage. */
export interface PageReading {
  passages: Passage[];
  proposals: ProposalDraft[];
  /** Words that hold an act and were not proposed, in page order, with the reason. */
  leftAlone: LeftAlone[];
}

/**
 * Reads pages: one `PageReading` for each, in order. Repeats are merged across pages (S10), so a proposal stands
 * on the page where it was said first and quotes the others. Pure and deterministic: no clock, no network; equal
 * input gives equal output. Theirs gets a check-back day: the first working day after the due day, or seven days
 * after the note where no day is said. Cost is linear in the text.
 */
export function read(pages: readonly PageToRead[], known: Known): PageReading[] {
  const index = indexNames(known);
  const readings = pages.map((page) => readPage(page, known, index));
  const placed = readings.flatMap(({ proposals }, page) => proposals.map((draft) => ({ page, draft })));
  const merged = mergeMentions(mergeRepeats(withFullNames(placed)));
  const result = readings.map(({ passages, leftAlone }): PageReading => ({ passages, proposals: [], leftAlone }));
  for (const { page, draft } of merged) result[page]?.proposals.push(draft);
  return result;
}
