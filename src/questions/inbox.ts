import type { EventId, ProposalId } from "#domain/model/id.ts";
import { type Ledger, ledgerOf } from "#domain/model/ledger.ts";
import type { Proposal } from "#domain/model/proposal.ts";
import type { Replica } from "#replica/replica.ts";
import { source, type Source } from "./source.ts";

export interface Inbox {
  /** Unanswered proposals in the order of the pages, steps before people on the same words. */
  proposals: { proposal: Proposal; source: Source | undefined }[];
  marked: number;
}

export const inboxNouns = ["workspace", "event", "page", "note", "proposal"] as const;

export interface InboxFilter {
  eventId?: EventId | undefined;
}

/** What the reader proposes and nobody has answered (RD2). It resumes where it stopped: answered ones are not in it. */
export function inbox(replica: Replica, filter: InboxFilter = {}): Inbox {
  const open = openProposals(replica, filter);
  return {
    proposals: open.map((proposal) => ({ proposal, source: sourceOf(replica, proposal) })),
    marked: open.filter((proposal) => proposal.isMarked).length,
  };
}

/** One proposal at a time, for answering with one key (RD2). */
export interface Sitting {
  /** The one to answer; undefined when all are answered. */
  current: { proposal: Proposal; source: Source | undefined } | undefined;
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
 * Where a sitting stands: at the open proposal `at`, or where that one is answered, at the first open one after it in the order of the
 * pages, and after the last at the first again.
 */
export function sitting(replica: Replica, { eventId, at }: InboxFilter & { at: ProposalId | null }): Sitting {
  const open = openProposals(replica, { eventId });
  const asked = replica.get("proposal", at);
  const found = asked === undefined ? 0 : open.findIndex((one) => one.id === asked.id || inOrder(one, asked) > 0);
  const place = Math.max(0, found);
  const current = open[place];
  const notes = eventId === undefined ? replica.all("note") : replica.by("note", "eventId", eventId);
  return {
    current: current && { proposal: current, source: sourceOf(replica, current) },
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
    .filter((proposal) => eventId === undefined || proposal.eventId === eventId)
    .sort(inOrder);
}

function sourceOf(replica: Replica, { pageId, start, end }: Proposal): Source | undefined {
  return source(replica, pageId, start, end);
}

function inOrder(a: Proposal, b: Proposal): number {
  return compare(a.pageId, b.pageId) || a.start - b.start || compare(b.means, a.means) || compare(a.id, b.id);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
