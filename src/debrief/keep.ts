import type { ProposalDraft } from "#domain/model/proposal.ts";
import type { PageReading } from "#reading/read.ts";
import type { Debrief } from "./debrief.ts";

/** A page as the command `page.add` takes it. */
export interface PageToKeep extends Pick<PageReading, "passages"> {
  name: string;
  text: string;
  markup: Debrief["gathered"]["pages"][number]["markup"];
  encoding: string;
  takenOn: string | null;
  proposals: ProposalDraft[];
}

/**
 * The pages of a debrief with what a person is to be asked about, but for those whose text is kept already (`isKept`). A
 * repeat on a page that is not kept anew is left out.
 */
export function pagesToKeep({ gathered, known, readings }: Debrief, isKept: (text: string) => boolean): PageToKeep[] {
  const fresh = gathered.pages.flatMap((page, place) => (isKept(page.text) ? [] : [place]));
  const newPlace = new Map(fresh.map((place, index) => [place, index]));
  return fresh.flatMap((place) => {
    const page = gathered.pages[place];
    const reading = readings[place];
    if (page === undefined || reading === undefined) return [];
    const { name, text, markup, encoding, takenOn } = page;
    const proposals = reading.proposals.filter(isWorthAsking).map((draft) => ({
      ...draft,
      repeats: draft.repeats.flatMap((repeat) => {
        const index = newPlace.get(repeat.page);
        return index === undefined ? [] : [{ ...repeat, page: index }];
      }),
    }));
    return [{ name, text, markup, encoding, takenOn: takenOn ?? known.takenOn, passages: reading.passages, proposals }];
  });
}

/** Answering it would change something: a known person who is only named, or an organization nothing is said of, is no question. */
function isWorthAsking({ person, organization }: ProposalDraft): boolean {
  if (person !== null) return person.met || person.known === null;
  return organization === null || organization.relation !== null;
}
