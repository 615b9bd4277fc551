import { type Noun, nounNames, type RecordOf } from "#domain/model/nouns.ts";
import { sayDay } from "#domain/model/say.ts";
import { Refusal } from "#domain/refusal.ts";
import { todayIn } from "#questions/asking.ts";
import { person } from "#questions/people.ts";
import { source } from "#questions/source.ts";
import type { Replica } from "#replica/replica.ts";
import type { Desk } from "./desk.ts";
import { paintFor } from "./paint.ts";
import { print, type Said } from "./print.ts";
import { matching, recordsAt, ref, severalFit, shownNouns, titleOf } from "./ref.ts";
import { type Found, linesOf, type Showing } from "./show-record.ts";
import { printable, shortened, wrap } from "./wrap.ts";

/** One thing in words, with its quote and the way back to the page and the file (NT3). */
export async function showCommand(desk: Desk, given: string, options: Said): Promise<void> {
  const replica = await desk.replica(nounNames);
  const found = thing(replica, given);
  if (found.noun === "event") return (await import("./events.ts")).eventCommand(desk, found.record.id, options);
  const { noun, record } = found;
  const origin = originOf(replica, noun, record);
  const details = noun === "person" ? person(replica, record.id) : record;
  print(desk, options, { noun, record: details, source: origin ?? null }, () => {
    const paint = paintFor(desk.world);
    const columns = desk.world.out.columns;
    const showing: Showing = { replica, paint, columns, today: todayIn(replica, { now: desk.world.now() }) };
    const lines = linesOf(found, showing);
    if (origin === undefined || noun === "page") return lines;
    const { before, lines: words, after } = origin.around;
    const { page } = origin;
    const when = page.takenOn === null ? "" : `, taken ${sayDay(page.takenOn)} ${page.takenOn.slice(0, 4)}`;
    lines.push("", paint.accent(`Where it came from: ${printable(page.name)}, line ${origin.line}${when}`));
    for (const [text, isQuote] of [
      [before, false],
      ...words.split("\n").map((one) => [one, true] as const),
      [after, false],
    ] as const) {
      if (text.trim() === "") continue;
      const shown = wrap(text, columns, "  | ");
      lines.push(`  | ${isQuote ? shown : paint.soft(shown)}`);
    }
    lines.push(paint.soft(`The whole page: upshot show ${ref(page.id)}`));
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

function originOf(replica: Replica, noun: Noun, record: RecordOf<Noun>): ReturnType<typeof source> {
  const at = record as { pageId?: Parameters<typeof source>[1]; start?: number | null; end?: number | null }; // nouns with a source have these
  if (at.pageId) return source(replica, at.pageId, at.start ?? null, at.end ?? null);
  if (noun !== "person" && noun !== "organization") return undefined;
  const made = [...replica.all("proposal")].find((proposal) => proposal.madeId === record.id);
  return made === undefined ? undefined : source(replica, made.pageId, made.start, made.end);
}
