import type { EventId, NoteId, ProposalId } from "#domain/model/id.ts";
import { type Ledger, ledgerOf } from "#domain/model/ledger.ts";
import type { Proposal } from "#domain/model/proposal.ts";
import type { Replica } from "#replica/replica.ts";
import { bearing } from "./focus.ts";
import { source, type Source } from "./source.ts";

/** A proposal that waits for an answer. */
export interface Waiting {
  proposal: Proposal;
  source: Source | undefined;
  /** The question of its event's focus that its note bears on (FO2). */
  bearsOn: string | null;
}

export interface Inbox {
  /**
   * Unanswered proposals: first those that bear on the focus of their event (FO2), then the others; either in the order of the pages,
   * steps before people on the same words.
   */
  proposals: Waiting[];
  marked: number;
}

export const inboxNouns = ["workspace", "event", "page", "note", "proposal"] as const;

export interface InboxFilter {
  eventId?: EventId | undefined;
}

/** What the reader proposes and nobody has answered (RD2). It resumes where it stopped: answered ones are not in it. */
export function inbox(replica: Replica, filter: InboxFilter = {}): Inbox {
  const open = openProposals(replica, filter);
  const order = orderOf(replica, open);
  return {
    proposals: open.sort(order.compare).map((proposal) => order.waiting(proposal)),
    marked: open.filter((proposal) => proposal.isMarked).length,
  };
}

/** How many proposals wait for an answer. */
export function openCount(replica: Replica, filter: InboxFilter = {}): number {
  return openProposals(replica, filter).length;
}

/** One proposal at a time, for answering with one key (RD2). */
export interface Sitting {
  /** The one to answer; undefined when all are answered. */
  current: Waiting | undefined;
  /** Its place among the open ones, from 1, and how many are open. */
  place: number;
  open: number;
  /** How many of them the writer marked on purpose. */
  marked: number;
  before: Proposal | undefined;
  next: Proposal | undefined;
  /** What became of the passages so far (NT2). */
  ledger: Ledger;
}

/**
 * Where a sitting stands: at the open proposal `at`, or where that one is answered, at the first open one after it in the order of
 * the inbox, and after the last at the first again.
 */
export function sitting(replica: Replica, { eventId, at }: InboxFilter & { at: ProposalId | null }): Sitting {
  const open = openProposals(replica, { eventId });
  const asked = replica.get("proposal", at);
  const order = orderOf(replica, asked === undefined ? open : [...open, asked]);
  open.sort(order.compare);
  const found = asked === undefined ? 0 : open.findIndex((one) => one.id === asked.id || order.compare(one, asked) > 0);
  const place = Math.max(0, found);
  const current = open[place];
  const notes = eventId === undefined ? replica.all("note") : replica.by("note", "eventId", eventId);
  return {
    current: current && order.waiting(current),
    place: current === undefined ? 0 : place + 1,
    open: open.length,
    marked: open.filter((proposal) => proposal.isMarked).length,
    before: open[place - 1],
    next: open[place + 1],
    ledger: ledgerOf(notes),
  };
}

function openProposals(replica: Replica, { eventId }: InboxFilter): Proposal[] {
  return replica
    .by("proposal", "state", "open")
    .filter((proposal) => eventId === undefined || proposal.eventId === eventId);
}

interface Order {
  compare: (a: Proposal, b: Proposal) => number;
  waiting: (proposal: Proposal) => Waiting;
}

/** The order in which these proposals are asked about. */
function orderOf(replica: Replica, proposals: readonly Proposal[]): Order {
  const events = new Set(proposals.flatMap(({ eventId }) => eventId ?? []));
  const questions = new Map<NoteId, string>();
  for (const eventId of events) for (const [note, question] of bearing(replica, eventId)) questions.set(note, question);
  const rank = ({ noteId }: Proposal) => (questions.has(noteId) ? 0 : 1);
  return {
    compare: (a, b) => rank(a) - rank(b) || inOrderOfPages(a, b),
    waiting: (proposal) => ({
      proposal,
      source: source(replica, proposal.pageId, proposal.start, proposal.end),
      bearsOn: questions.get(proposal.noteId) ?? null,
    }),
  };
}

function inOrderOfPages(a: Proposal, b: Proposal): number {
  return compare(a.pageId, b.pageId) || a.start - b.start || compare(b.means, a.means) || compare(a.id, b.id);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
