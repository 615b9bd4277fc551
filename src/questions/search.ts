import type { Noun, RecordOf } from "#domain/model/nouns.ts";
import { type Hit, type Searchable, SearchIndex } from "#recall/search.ts";
import type { Replica } from "#replica/replica.ts";

const nouns = ["step", "note", "person", "organization", "session", "event"] as const satisfies readonly Noun[];

export const searchNouns = ["workspace", ...nouns] as const;

/** Finds steps, notes, people, organizations, sessions and events by their words. */
export function search(replica: Replica, words: string, max: number): Hit[] {
  const index = new SearchIndex();
  index.add(all(replica));
  return index.search(words, max);
}

/** Search over a replica that lives on: what changes is found as it is now. */
export class Finder {
  readonly #index = new SearchIndex();
  /** Resolves when everything there was can be found. */
  readonly isReady: Promise<void>;
  readonly stop: () => void;

  constructor(replica: Replica) {
    const meanwhile = new Map<string, Noun>();
    let isFilled = false;
    const fill = async () => {
      await this.#index.addInParts(all(replica));
      isFilled = true;
      for (const [id, noun] of meanwhile) this.#follow(replica, noun, id);
    };
    this.stop = replica.watch(
      nouns.map((noun) => ({ noun })),
      (changes) => {
        for (const { noun, id } of changes) {
          if (isFilled) this.#follow(replica, noun, id);
          else meanwhile.set(id, noun);
        }
      },
    );
    this.isReady = fill();
  }

  search(words: string, max: number): Hit[] {
    return this.#index.search(words, max);
  }

  #follow(replica: Replica, noun: Noun, id: string): void {
    const kept = replica.kept(noun, id);
    const item = kept === undefined || kept.removed ? undefined : searchable(replica, noun, kept.record);
    if (item === undefined) this.#index.remove(id);
    else this.#index.put(item);
  }
}

function all(replica: Replica): Searchable[] {
  return nouns.flatMap((noun) => [...replica.all(noun)].flatMap((record) => searchable(replica, noun, record) ?? []));
}

/** A record by its words; undefined for what is not searched. */
function searchable(replica: Replica, noun: Noun, record: RecordOf<Noun>): Searchable | undefined {
  const of = <N extends Noun>(_noun: N) => record as RecordOf<N>; // the noun beside it says which it is
  const joined = (...words: (string | null | undefined)[]) => words.filter(Boolean).join(" ");
  const { id } = record;
  switch (noun) {
    case "step": {
      const { what, quote, withName } = of(noun);
      return { id, noun, title: what, text: joined(quote, withName) };
    }
    case "note":
      return { id, noun, title: of(noun).text, text: "" };
    case "person": {
      const { name, organizationId, role, about, nicknames, emails } = of(noun);
      const organization = replica.get("organization", organizationId)?.name;
      const addresses = emails.map((email) => email.value);
      return { id, noun, title: name, text: joined(organization, role, about, ...nicknames, ...addresses) };
    }
    case "organization": {
      const { name, about } = of(noun);
      return { id, noun, title: name, text: about ?? "" };
    }
    case "session": {
      const { title, speakers, abstract } = of(noun);
      return { id, noun, title, text: joined(...speakers.map((speaker) => speaker.name), abstract) };
    }
    case "event": {
      const { name, place, purpose } = of(noun);
      return { id, noun, title: name, text: joined(place, purpose) };
    }
    case "workspace":
    case "member":
    case "page":
    case "proposal":
    case "meeting":
    case "touch":
    case "commitment":
    case "lead":
    case "need":
    case "sitting":
    case "card":
    case "dot":
    case "board":
    case "cluster":
    case "sticky":
    case "vote":
    case "initiative":
    case "checkin":
    case "charter":
    case "agreement":
    case "outcome":
    case "pulse":
      return undefined;
  }
}
