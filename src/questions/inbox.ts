import type { EventId } from "#domain/model/id.ts";
import type { Proposal } from "#domain/model/proposal.ts";
import type { Replica } from "#replica/replica.ts";
import { source, type Source } from "./source.ts";

export interface Inbox {
  /** Unanswered proposals in the order of the pages, steps before people on the same words. */
  proposals: { proposal: Proposal; source: Source | undefined }[];
  marked: number;
}

export const inboxNouns = ["workspace", "event", "page", "note", "proposal"] as const;

/** What the reader proposes and nobody has answered (RD2). It resumes where it stopped: answered ones are not in it. */
export function inbox(replica: Replica, filter: { eventId?: EventId | undefined } = {}): Inbox {
  const open = replica
    .by("proposal", "state", "open")
    .filter((proposal) => filter.eventId === undefined || proposal.eventId === filter.eventId)
    .sort((a, b) => compare(a.pageId, b.pageId) || a.start - b.start || compare(b.means, a.means));
  return {
    proposals: open.map((proposal) => ({
      proposal,
      source: source(replica, proposal.pageId, proposal.start, proposal.end),
    })),
    marked: open.filter((proposal) => proposal.isMarked).length,
  };
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
