import { shortened } from "#domain/model/say.ts";
import { nounNames } from "#domain/model/nouns.ts";
import { Refusal } from "#domain/refusal.ts";
import { todayIn } from "#questions/asking.ts";
import { person } from "#questions/people.ts";
import type { Replica } from "#replica/replica.ts";
import type { Desk } from "./desk.ts";
import { paintFor } from "./paint.ts";
import { print, type Said } from "./print.ts";
import { matching } from "../matching.ts";
import { recordsAt, ref, severalFit, shownNouns, titleOf } from "./ref.ts";
import { originLines, originOf } from "./show-origin.ts";
import { type Found, linesOf, type Showing } from "./show-record.ts";

/** One thing in words, with its quote and the way back to the page and the file (NT3). */
export async function showCommand(desk: Desk, given: string, options: Said): Promise<void> {
  const replica = await desk.replica(nounNames);
  const found = thing(replica, given);
  if (found.noun === "event") {
    const { printEvent } = await import("./events.ts");
    return printEvent(desk, { replica, eventId: found.record.id, options });
  }
  const { noun, record } = found;
  const origin = originOf(replica, noun, record);
  // As lines, a person is asked about by the lines themselves.
  const details = noun === "person" && options.json === true ? person(replica, record.id) : record;
  print(desk, options, { noun, record: details, source: origin?.source ?? null, again: origin?.again ?? [] }, () => {
    const paint = paintFor(desk.world);
    const columns = desk.world.out.columns;
    const showing: Showing = { replica, paint, columns, today: todayIn(replica, { now: desk.world.now() }) };
    const lines = linesOf(found, showing);
    if (origin !== undefined && noun !== "page") lines.push(...originLines(origin, showing));
    return lines;
  });
}

/** Nouns that have a name to be called by. */
const namedNouns = ["person", "organization", "event", "session", "page", "member"] as const;

/** What a person means: an id or its end; a name; the words of a step. */
function thing(replica: Replica, given: string): Found {
  if (given.trim() === "") throw new Refusal("invalid", "Name what to show: an id as lists show it, or a name.");
  const byId = recordsAt(replica, shownNouns, given) as Found[]; // a noun stands beside its record
  if (byId.length > 0) return onlyOf(byId, given);
  const named = namedNouns.flatMap(
    (noun) => [...replica.all(noun)].map((record) => ({ id: record.id, found: { noun, record } as Found })), // as above
  );
  const byName = matching(named, ({ found }) => titleOf(found.record), given);
  if (byName.length > 0)
    return onlyOf(
      byName.map(({ found }) => found),
      given,
    );
  const steps = matching(replica.all("step"), (step) => step.what, given);
  if (steps.length > 0)
    return onlyOf(
      steps.map((record) => ({ noun: "step", record }) as const),
      given,
    );
  throw new Refusal(
    "not-found",
    `There is nothing with the id or the name "${given}". To look for words: upshot search ${shortened(given, 60)}`,
  );
}

function onlyOf(found: readonly Found[], given: string): Found {
  const [only, second] = found;
  if (only !== undefined && second === undefined) return only;
  throw severalFit(
    given,
    found.map(({ noun, record }) => `${noun} ${shortened(titleOf(record), 50)} (${ref(record.id)})`),
  );
}
