import { firstFrom } from "#domain/model/place.ts";
import type { EventId, NoteId, PageId, ProposalId } from "#domain/model/id.ts";
import type { Note } from "#domain/model/note.ts";
import type { Proposal, ProposalDraft } from "#domain/model/proposal.ts";
import type { Quote } from "#domain/model/text.ts";
import { mergeMentions, mergeRepeats, type Placed } from "#reading/merge.ts";
import { plainReading } from "#reading/plain.ts";
import type { Passage } from "#reading/read.ts";
import type { Debrief } from "./debrief.ts";
import { type Kept, KeptPages } from "./kept.ts";
import { isWorthAsking } from "./worth-asking.ts";

/** A page as the command `page.add` takes it. */
interface PageToKeep {
  name: string;
  text: string;
  markup: Debrief["gathered"]["pages"][number]["markup"];
  encoding: string;
  takenOn: string;
  passages: (Passage & { sameAs: NoteId | null })[];
  proposals: ProposalDraft[];
}

/** A kept proposal that is said again on the pages to keep, as `page.add` takes it. */
interface Again {
  proposalId: ProposalId;
  places: (Quote & { page: number })[];
  adds: Pick<ProposalDraft, "step" | "person" | "organization" | "reading" | "isMarked"> | null;
}

export interface ToKeep {
  pages: PageToKeep[];
  again: Again[];
  /** Pages that are kept already, word for word. */
  keptAlready: number;
  /** Passages of newer versions of kept pages that are as they were. */
  passagesAsBefore: number;
}

/**
 * A debrief as the command `event.debrief` takes it, with what of it is kept already.
 * @param into the event that is there and what it holds; or the name of the one to add, null where the files hold none but contacts
 */
export function commandOf(debrief: Debrief, into: { eventId: EventId; kept: Kept } | { name: string | null }) {
  const { gathered, known } = debrief;
  const isThere = "eventId" in into;
  const toBeKept = toKeep(debrief, isThere ? into.kept : { pages: [], notes: [], proposals: [], steps: [] });
  const { pages, again } = toBeKept;
  const timeZone = gathered.event.timeZone ?? known.timeZone;
  return {
    args: {
      eventId: isThere ? into.eventId : null,
      event: isThere || into.name === null ? null : { ...gathered.event, name: into.name, timeZone },
      sessions: gathered.sessions,
      favourites: gathered.favourites,
      contacts: gathered.contacts
        .filter(({ cards }) => cards.length > 0)
        .map(({ file, cards }) => ({ source: file, cards })),
      pages,
      again,
    },
    toBeKept,
  };
}

/**
 * The pages of a debrief with what a person is to be asked about, given what the event holds. A page that is kept word for
 * word is not kept twice (NT1). One that grew is a page of its own whose old passages share their answers, so that nothing is
 * asked twice; and what any new page says again of a kept one becomes a further quote of the proposal that is there (S10).
 */
export function toKeep(debrief: Debrief, kept: Kept): ToKeep {
  const again = new RepeatsFound(kept);
  const pages = pagesAgainst(debrief, again.pages);
  const fresh = pages.flatMap(({ keptAs }, place) => (keptAs === null ? [place] : []));
  const newPlace = new Map(fresh.map((place, index) => [place, index]));
  const isFresh = ({ page, start }: Said) => newPlace.has(page) && !isAnswered(noteAt(pages[page], start));
  const own: Placed[] = [];
  for (const [page, { proposals }] of debrief.readings.entries()) {
    for (const draft of proposals.filter(isWorthAsking)) {
      const said: Said[] = [{ page, start: draft.start, end: draft.end, quote: draft.quote }, ...draft.repeats];
      const there = firstOf(said, (place) => proposedBefore(pages[place.page], place, draft, again.pages));
      const [first, ...more] = said.filter(there === null ? isFresh : ({ page: at }) => newPlace.has(at));
      if (first === undefined) continue;
      if (there !== null) again.add(there, [first, ...more]);
      else own.push({ page: first.page, draft: { ...draft, ...placeOf(first), repeats: more } });
    }
  }
  const left = again.takeRepeats(own);
  const numbered = <P extends { page: number }>(place: P): P => ({ ...place, page: newPlace.get(place.page) ?? 0 });
  return {
    pages: fresh.flatMap((place) => {
      const page = debrief.gathered.pages[place];
      if (page === undefined) return [];
      const { name, text, markup, encoding, takenOn } = page;
      const proposals = left
        .filter((one) => one.page === place)
        .map(({ draft }) => ({ ...draft, repeats: draft.repeats.map(numbered) }));
      const passages = pages[place]?.passages ?? [];
      return [{ name, text, markup, encoding, takenOn: takenOn ?? debrief.known.takenOn, passages, proposals }];
    }),
    again: again.all().map((one) => ({ ...one, places: one.places.map(numbered) })),
    keptAlready: pages.length - fresh.length,
    passagesAsBefore: fresh.reduce((sum, place) => sum + (pages[place]?.notes.filter(Boolean).length ?? 0), 0),
  };
}

type Said = Quote & { page: number };

function placeOf({ start, end, quote }: Said): Quote {
  return { start, end, quote };
}

/** A page of this debrief beside what is kept of it. */
interface PageAgainst {
  /** The kept page with the very same text. */
  keptAs: PageId | null;
  passages: PageToKeep["passages"];
  /** For each passage, the kept one it is word for word. */
  notes: (Note | null)[];
}

function pagesAgainst({ gathered, readings }: Debrief, kept: KeptPages): PageAgainst[] {
  return gathered.pages.map(({ name, text }, place) => {
    const passages = readings[place]?.passages ?? [];
    const keptAs = kept.sameText(text);
    const notes = keptAs === null ? kept.sameNotes({ name, text, passages }) : passages.map(() => null);
    return {
      keptAs,
      notes,
      passages: passages.map((passage, at) => {
        const note = notes[at];
        // Clean words that are cut otherwise than before are not the same note to `page.add`.
        return { ...passage, sameAs: note?.text === passage.text ? note.id : null };
      }),
    };
  });
}

function passageAt(page: PageAgainst | undefined, start: number): number {
  return Math.max(0, firstFrom(page?.passages ?? [], start + 1) - 1);
}

function noteAt(page: PageAgainst | undefined, start: number): Note | null {
  return page?.notes[passageAt(page, start)] ?? null;
}

/** A person said what becomes of these words; the same words are not asked about again. */
function isAnswered(note: Note | null): boolean {
  return note !== null && (note.state === "made" || note.state === "kept" || note.state === "letGo");
}

/** What was proposed from these very words when they were kept. */
function proposedBefore(
  page: PageAgainst | undefined,
  { start, end }: Said,
  { means }: ProposalDraft,
  kept: KeptPages,
): Proposal | null {
  if (page === undefined) return null;
  if (page.keptAs !== null) return kept.proposedAt(page.keptAs, { start, end }, means);
  const at = passageAt(page, start);
  const note = page.notes[at];
  const passage = page.passages[at];
  if (passage === undefined || note === null || note === undefined || note.pageId === null) return null;
  const moved = (note.start ?? 0) - passage.start;
  return kept.proposedAt(note.pageId, { start: start + moved, end: end + moved }, means);
}

function firstOf<T, R>(list: readonly T[], find: (one: T) => R | null): R | null {
  for (const one of list) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}

/** Gathers what of the new pages repeats kept proposals. */
class RepeatsFound {
  readonly pages: KeptPages;
  readonly #kept: Kept;
  readonly #openSteps: ReadonlySet<string>;
  readonly #peopleByName = new Map<string, Proposal[]>();
  readonly #found = new Map<ProposalId, Again>();

  constructor(kept: Kept) {
    this.#kept = kept;
    this.pages = new KeptPages(kept);
    this.#openSteps = new Set(kept.steps.flatMap(({ id, state }) => (state === "open" ? [id] : [])));
    for (const proposal of kept.proposals) {
      if (proposal.person === null) continue;
      const name = proposal.person.name.toLowerCase();
      this.#peopleByName.set(name, [...(this.#peopleByName.get(name) ?? []), proposal]);
    }
  }

  all(): Again[] {
    return [...this.#found.values()];
  }

  add({ id }: Pick<Proposal, "id">, places: readonly Said[], adds: Again["adds"] = null): void {
    const again = this.#found.get(id) ?? { proposalId: id, places: [], adds: null };
    again.places.push(...places.slice(0, 500 - again.places.length));
    again.adds = adds ?? again.adds;
    this.#found.set(id, again);
  }

  /** Takes out what says a kept step, person or organization again in other words (S10); gives what is new. */
  takeRepeats(drafts: readonly Placed[]): Placed[] {
    const kept = this.#kept.proposals.filter((proposal) => this.#isWaiting(proposal));
    // Kept ones come first, so that what is new joins them; their pages are counted down from -1 to tell them apart.
    const before = kept.map((proposal, at): Placed => ({ page: -1 - at, draft: draftOf(proposal) }));
    const byMore = Map.groupBy(drafts, ({ draft }) => this.#saysMore(draft));
    const merged = mergeMentions(mergeRepeats([...before, ...(byMore.get(false) ?? [])]));
    for (const { page, draft } of merged) {
      const proposal = kept[-1 - page];
      // Two kept ones that say the same stay two: only what stands on the new pages is a new quote.
      const places = draft.repeats.filter((repeat) => repeat.page >= 0);
      if (page >= 0 || proposal === undefined || places.length === 0) continue;
      const { step, person, organization, isMarked } = draft;
      const isGrown = step !== null && JSON.stringify(step) !== JSON.stringify(proposal.step);
      const reading = isGrown ? plainReading(step) : draft.reading;
      this.add(proposal, places, { step, person, organization, isMarked, reading });
    }
    return [...merged.filter(({ page }) => page >= 0), ...(byMore.get(true) ?? [])];
  }

  /** A step that was let go, or is closed, and is said anew is asked about anew. */
  #isWaiting({ means, state, madeId }: Proposal): boolean {
    if (means !== "step") return true;
    if (state === "open") return true;
    return state === "accepted" && this.#openSteps.has(madeId ?? "");
  }

  /** A person whose proposal was answered when they were only mentioned, and who was met now, is asked about once more. */
  #saysMore({ person }: ProposalDraft): boolean {
    if (person?.met !== true) return false;
    const same = this.#peopleByName.get(person.name.toLowerCase()) ?? [];
    return same.length > 0 && same.every((one) => one.state !== "open" && one.person?.met !== true);
  }
}

function draftOf({
  means,
  start,
  end,
  quote,
  step,
  person,
  organization,
  observation,
  ...more
}: Proposal): ProposalDraft {
  const { reading, isMarked, confidence, heading } = more;
  const said = {
    means,
    start,
    end,
    quote,
    step,
    person,
    organization,
    observation,
    reading,
    isMarked,
    confidence,
    heading,
  };
  return { ...said, repeats: [], session: null };
}
