import type { Meaning, ProposalDraft } from "#domain/model/proposal.ts";
import { mergeMentions, mergeRepeats, type Placed } from "#reading/merge.ts";
import type { PageReading } from "#reading/read.ts";

/** Readings with what a language model added, and how often the two agreed. */
export interface Joined {
  readings: PageReading[];
  added: number;
  /** The model's proposals that say again what is proposed already, by the reader or by itself. */
  agreeing: number;
}

/** Behind the plain reading of what a language model proposed (RD1, RD4). */
export const modelMark = " (language model)";

/**
 * Puts a language model's proposals beside the built-in reader's, which stay as they are. One whose words overlap those of a
 * proposal of the same meaning, or that names a person already proposed, says nothing new and is dropped as agreeing. What is
 * left is merged where the model repeats itself (S10), marked in its plain reading, and comes last on its page. Takes one list for each page.
 */
export function join(readings: readonly PageReading[], offers: readonly (readonly ProposalDraft[])[]): Joined {
  const taken = takenBy(readings, offers);
  const names = new Set(readings.flatMap(({ proposals }) => proposals.flatMap(nameOf)));
  const fresh: Placed[] = [];
  let agreeing = 0;
  for (const [page, drafts] of offers.entries()) {
    for (const draft of drafts) {
      const isKnown = taken.overlaps(page, draft.means, draft) || nameOf(draft).some((name) => names.has(name));
      if (isKnown) {
        agreeing += 1;
        continue;
      }
      taken.add(page, draft.means, draft);
      fresh.push({ page, draft });
    }
  }
  const merged = mergeMentions(mergeRepeats(fresh));
  const result = readings.map((reading): PageReading => ({ ...reading, proposals: [...reading.proposals] }));
  for (const { page, draft } of merged) result[page]?.proposals.push(marked(draft));
  return { readings: result, added: merged.length, agreeing: agreeing + fresh.length - merged.length };
}

/** A line holds 1,000 characters; the mark is never what is cut. */
function marked(draft: ProposalDraft): ProposalDraft {
  const reading = draft.reading.slice(0, 1000 - modelMark.length).trimEnd() + modelMark;
  return { ...draft, reading, proposedBy: "language-model" };
}

function nameOf({ person }: ProposalDraft): string[] {
  return person === null ? [] : [person.name.toLowerCase()];
}

interface Range {
  start: number;
  end: number;
}

interface Taken {
  overlaps: (page: number, means: Meaning, range: Range) => boolean;
  add: (page: number, means: Meaning, range: Range) => void;
}

/** The characters that proposals of each meaning stand on, on pages with offers; what repeats one counts too. */
function takenBy(readings: readonly PageReading[], offers: readonly (readonly unknown[])[]): Taken {
  const places = new Map<string, Set<number>>();
  const at = (page: number, means: Meaning) => {
    const key = `${page} ${means}`;
    const set = places.get(key) ?? new Set<number>();
    places.set(key, set);
    return set;
  };
  const add: Taken["add"] = (page, means, { start, end }) => {
    if ((offers[page]?.length ?? 0) === 0) return;
    const set = at(page, means);
    for (let place = start; place < end; place += 1) set.add(place);
  };
  for (const [page, { proposals }] of readings.entries()) {
    for (const draft of proposals) {
      add(page, draft.means, draft);
      for (const repeat of draft.repeats) add(repeat.page, draft.means, repeat);
    }
  }
  return {
    add,
    overlaps: (page, means, { start, end }) => {
      const set = at(page, means);
      for (let place = start; place < end; place += 1) if (set.has(place)) return true;
      return false;
    },
  };
}
