import type { NeedId, NoteId, OrganizationId, PersonId } from "#domain/model/id.ts";
import { shortened } from "#domain/model/say.ts";
import type { StepState } from "#domain/model/step.ts";
import { Likeness } from "#recall/likeness.ts";
import type { Replica } from "#replica/replica.ts";
import { organizationName } from "./asking.ts";

/** Why somebody may be able to help: the words that tie the need to what is known of them, and those very words. */
export interface MatchReason {
  words: readonly string[];
  quote: string;
  /** The note that says it (NT3); null where it is said of the person or the organization itself. */
  noteId: NoteId | null;
}

/** A person, or an organization that nobody is known at, who may be able to help. */
export interface NeedMatch {
  personId: PersonId | null;
  organizationId: OrganizationId | null;
  name: string;
  /** The role and the organization of a person. */
  about: string | null;
  /** The strongest first, never none. */
  reasons: readonly MatchReason[];
  /** Where they were asked about this need: whether they answered. */
  asked: StepState | null;
}

export const needMatchesNouns = ["need", "person", "organization", "note", "step"] as const;

/** More than that nobody looks through; the search finds the others. */
const matchesMax = 12;
const reasonsMax = 3;
/** Notes and people that are looked at before they are gathered by person. */
const nearestMax = 120;
const quoteMax = 160;

/**
 * Who could help with a need, or use what is offered, the likeliest first: by the words and the likeness of what is known of people and
 * organizations, and of the notes that name them. Each with its reason; what shares no word is not there.
 */
export function needMatches(replica: Replica, needId: NeedId): NeedMatch[] {
  const need = replica.get("need", needId);
  if (need === undefined) return [];
  const asked = new Map(replica.by("step", "needId", needId).map((step) => [step.ownerPersonId, step.state] as const));
  const known = knownOf(replica);
  const gathered = new Map<string, Gathered>();
  const query = { ...nobody, text: [need.what, need.about].filter(Boolean).join("\n") };
  for (const { id, score, words } of known.likeness.like(query, nearestMax)) {
    const said = known.said.get(id);
    if (said === undefined || words.length === 0) continue;
    for (const about of said.of) {
      const one = gathered.get(about);
      const reason = {
        words: words.map(({ there }) => there),
        quote: shortened(said.text, quoteMax),
        noteId: said.noteId,
      };
      if (one === undefined) gathered.set(about, { score, reasons: [reason] });
      else if (one.reasons.length < reasonsMax) one.reasons.push(reason);
      // The best counts whole; each further one adds a part, so that much talk does not outweigh the right words.
      if (one !== undefined) one.score += score / (2 * one.reasons.length);
    }
  }
  return [...gathered]
    .map(([id, { score, reasons }]) => ({ match: matchOf(replica, id, { reasons, asked }), score }))
    .filter(({ match }) => match !== undefined)
    .sort((a, b) => b.score - a.score || (a.match!.name < b.match!.name ? -1 : 1)) // those without were just left out
    .slice(0, matchesMax)
    .map(({ match }) => match!); // as above
}

/** Words alone tie a need to what is known: it names nobody. */
const nobody = { personIds: [], organizationIds: [], sessionId: null, eventId: null, on: null } as const;

interface Gathered {
  score: number;
  reasons: MatchReason[];
}

function matchOf(
  replica: Replica,
  id: string,
  { reasons, asked }: { reasons: MatchReason[]; asked: ReadonlyMap<PersonId | null, StepState> },
): NeedMatch | undefined {
  const person = replica.get("person", id as PersonId); // an id of a person or of an organization
  if (person !== undefined) {
    const about = [person.role, organizationName(replica, person.organizationId)].filter(Boolean).join(", ");
    return {
      personId: person.id,
      organizationId: person.organizationId,
      name: person.name,
      about: about === "" ? null : about,
      reasons,
      asked: asked.get(person.id) ?? null,
    };
  }
  const organization = replica.get("organization", id as OrganizationId); // as above
  if (organization === undefined) return undefined;
  const { id: organizationId, name } = organization;
  return { personId: null, organizationId, name, about: null, reasons, asked: null };
}

/** What is known of people and organizations, one text an item, and of whom each is said. */
interface Known {
  likeness: Likeness;
  said: Map<string, { text: string; of: string[]; noteId: NoteId | null }>;
}

function knownOf(replica: Replica): Known {
  const known: Known = { likeness: new Likeness(), said: new Map() };
  const put = (id: string, { text, of, noteId }: { text: string; of: string[]; noteId: NoteId | null }) => {
    if (text.trim() === "" || of.length === 0) return;
    known.said.set(id, { text, of, noteId });
    known.likeness.put({ ...nobody, id, text });
  };
  const staff = new Map<OrganizationId, string[]>();
  for (const person of replica.all("person")) {
    const { id, role, about, organizationId } = person;
    if (organizationId !== null) staff.set(organizationId, [...(staff.get(organizationId) ?? []), id]);
    put(id, { text: [role, about].filter(Boolean).join(". "), of: [id], noteId: null });
  }
  for (const { id, name, about } of replica.all("organization")) {
    const people = staff.get(id) ?? [];
    // Whoever works there is asked; an organization where nobody is known stands for itself.
    put(id, { text: [name, about].filter(Boolean).join(". "), of: people.length > 0 ? people : [id], noteId: null });
  }
  for (const { id, text, state, personIds, organizationIds } of replica.all("note")) {
    if (state === "letGo" || (personIds.length === 0 && organizationIds.length === 0)) continue;
    const unknown = organizationIds.filter((one) => !staff.has(one));
    const named = personIds.length > 0 ? [...personIds] : organizationIds.flatMap((one) => staff.get(one) ?? []);
    put(id, { text, of: [...new Set([...named, ...unknown])], noteId: id });
  }
  return known;
}
