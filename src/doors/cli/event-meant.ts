import { plain } from "#domain/model/plain.ts";
import type { Event } from "#domain/model/event.ts";
import type { Replica } from "#replica/replica.ts";
import { matching } from "../matching.ts";
import { ref, severalFit } from "./ref.ts";
import { shortened } from "#domain/model/say.ts";

/**
 * The kept event that a person means by a name, or by the end of an id; undefined where it is the name of a new one. `isPart`: a part of
 * the name is enough, as for words that look things up.
 */
export function eventMeant(replica: Replica, given: string, { isPart }: { isPart: boolean }): Event | undefined {
  const fits = matching(replica.all("event"), (event) => event.name, given).filter(
    (event) => isPart || plain(event.name) === plain(given.trim()) || event.id.endsWith(given.trim().toLowerCase()),
  );
  const [only, second] = fits;
  if (second === undefined) return only;
  throw severalFit(
    given,
    fits.map(({ name, id }) => `${name} (${ref(id)})`),
  );
}

/** Into which event something goes, as lines; where a new one is like one that is there, that is said. */
export function intoLines(event: Event, others: readonly Event[], isNew: boolean): string[] {
  const called = ({ name, id }: Event) => `${shortened(name, 60)} (${ref(id)})`;
  if (!isNew) return [`Into the event ${called(event)}`];
  const key = plain(event.name);
  const like = others.find(({ name }) => plain(name).includes(key) || key.includes(plain(name)));
  const hint =
    like === undefined ? "" : `. If you meant ${called(like)}: upshot undo, then again with --event ${ref(like.id)}`;
  return [`A new event: ${called(event)}${hint}`];
}
