import { type Hit, type Searchable, SearchIndex } from "#recall/search.ts";
import type { Replica } from "#replica/replica.ts";

export const searchNouns = ["workspace", "event", "session", "person", "organization", "note", "step"] as const;

/** Finds steps, notes, people, organizations, sessions and events by their words. */
export function search(replica: Replica, words: string, max: number): Hit[] {
  const index = new SearchIndex();
  index.add([...searchables(replica)]);
  return index.search(words, max);
}

function* searchables(replica: Replica): Iterable<Searchable> {
  for (const { id, what, quote, withName } of replica.all("step")) {
    yield { id, noun: "step", title: what, text: [quote, withName].filter(Boolean).join(" ") };
  }
  for (const { id, text } of replica.all("note")) yield { id, noun: "note", title: text, text: "" };
  for (const person of replica.all("person")) {
    const organization = replica.get("organization", person.organizationId)?.name;
    const words = [
      organization,
      person.role,
      person.about,
      ...person.nicknames,
      ...person.emails.map((email) => email.value),
    ];
    yield { id: person.id, noun: "person", title: person.name, text: words.filter(Boolean).join(" ") };
  }
  for (const { id, name, about } of replica.all("organization"))
    yield { id, noun: "organization", title: name, text: about ?? "" };
  for (const { id, title, speakers, abstract } of replica.all("session")) {
    yield {
      id,
      noun: "session",
      title,
      text: [...speakers.map((speaker) => speaker.name), abstract].filter(Boolean).join(" "),
    };
  }
  for (const { id, name, place, purpose } of replica.all("event")) {
    yield { id, noun: "event", title: name, text: [place, purpose].filter(Boolean).join(" ") };
  }
}
