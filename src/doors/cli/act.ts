import { commandNames } from "#domain/commands.ts";
import { lastUndoable } from "#domain/commands/journal.ts";
import { sayCount, sayDayFrom } from "#domain/model/say.ts";
import { Direction, TouchWay, touchWays } from "#domain/model/touch.ts";
import { Refusal } from "#domain/refusal.ts";
import { stepShownNouns, todayIn, zoneOf } from "#questions/asking.ts";
import { dayTyped } from "./day.ts";
import type { Desk } from "./desk.ts";
import { namedOrAt, recordAt, ref } from "./ref.ts";

interface ActOptions {
  json?: boolean;
}

/** Says what was done: the sentence, or the command's result as JSON. */
function say(desk: Desk, options: ActOptions, value: unknown, sentence: string): void {
  desk.world.out.write(options.json === true ? `${JSON.stringify(value, null, 2)}\n` : `${sentence}\n`);
}

/** How many journal entries are looked through for the last thing that can be undone. */
const undoLookback = 500;

export async function doneCommand(
  desk: Desk,
  id: string,
  options: ActOptions & { cameOf?: string; drop?: boolean },
): Promise<void> {
  const replica = await desk.replica(stepShownNouns);
  const { record: step } = recordAt(replica, ["step"], id);
  const cameOfIt = options.cameOf ?? (await askCameOfIt(desk, options));
  await desk.run(options.drop === true ? "step.drop" : "step.done", { stepId: step.id, cameOfIt });
  const word = options.drop === true ? "Dropped" : "Done";
  say(
    desk,
    options,
    { stepId: step.id, cameOfIt },
    `${word}: ${step.what}${cameOfIt === null ? "" : `\nWhat came of it: ${cameOfIt}`}`,
  );
}

/** ST5: asks on a terminal; an empty line skips, "nothing" is an answer. Elsewhere it is skipped. */
async function askCameOfIt(desk: Desk, options: ActOptions): Promise<string | null> {
  const { world } = desk;
  if (world.in.isTTY !== true || world.out.isTTY !== true || options.json === true) return null;
  const { ask } = await import("./ask.ts");
  return (await ask(world, 'What came of it? (one line; Enter skips, "nothing" is an answer) ')) || null;
}

export async function putOffCommand(
  desk: Desk,
  id: string,
  to: readonly string[],
  options: ActOptions & { why?: string },
): Promise<void> {
  const replica = await desk.replica(stepShownNouns);
  const { record: step } = recordAt(replica, ["step"], id);
  const today = todayIn(replica, { now: desk.world.now() });
  const day = dayTyped(to.join(" "), today, zoneOf(replica));
  const { result } = await desk.run("step.defer", { stepId: step.id, to: day, why: options.why ?? null });
  const times = result.deferrals === 1 ? "" : ` (put off ${result.deferrals} times now)`;
  say(
    desk,
    options,
    { stepId: step.id, to: day, ...result },
    `Put off to ${sayDayFrom(day, today)}: ${step.what}${times}`,
  );
}

export async function touchCommand(
  desk: Desk,
  who: string,
  words: readonly string[],
  options: ActOptions & { by: string; in?: boolean; on?: string },
): Promise<void> {
  const replica = await desk.replica(stepShownNouns);
  const person = namedOrAt(replica, "person", who);
  const way = TouchWay.safeParse(options.by);
  if (!way.success) throw new Refusal("invalid", `--by is one of ${touchWays.join(", ")}; "${options.by}" is none.`);
  const today = todayIn(replica, { now: desk.world.now() });
  const touchedOn = options.on === undefined ? today : dayTyped(options.on, today, zoneOf(replica));
  const direction = Direction.parse(options.in === true ? "in" : "out");
  const line = words.join(" ").trim() || null;
  const { result } = await desk.run("touch.add", { personId: person.id, way: way.data, direction, touchedOn, line });
  // EC2: a touch closes nothing by itself; it offers.
  const offers = result.offers.flatMap((stepId) => {
    const step = replica.get("step", stepId);
    return step === undefined ? [] : [`  Was this it? upshot done ${ref(stepId)}   ${step.what}`];
  });
  say(
    desk,
    options,
    result,
    [`Logged: ${way.data} ${direction} with ${person.name}, ${sayDayFrom(touchedOn, today)}`, ...offers].join("\n"),
  );
}

export async function undoCommand(desk: Desk, entry: string | undefined, options: ActOptions): Promise<void> {
  const entries = await desk.entries(undoLookback);
  const { memberId } = await desk.context();
  const found =
    entry === undefined ? lastUndoable(entries, memberId) : entries.find((one) => one.id.endsWith(entry.toLowerCase()));
  if (found === undefined) throw new Refusal("not-found", "There is nothing to undo.");
  const { result, entryId } = await desk.run("undo", { entryId: found.id });
  say(
    desk,
    options,
    { undone: found.id, entryId, ...result },
    `Undone: ${found.command} of ${found.at} (${sayCount(result.changes, "change")}). To do it again: upshot undo ${ref(entryId)}`,
  );
}

export async function historyCommand(desk: Desk, options: ActOptions & { max?: string }): Promise<void> {
  const entries = await desk.entries(Number(options.max ?? 20) || 20);
  const lines = entries.map(
    (one) =>
      `${ref(one.id)}  ${one.at}  ${one.command}${one.undoes === null ? "" : ` (of ${ref(one.undoes)})`}  ${sayCount(one.changes.length, "change")}`,
  );
  say(desk, options, entries, lines.join("\n") || "Nothing was done yet.");
}

export async function mergeCommand(desk: Desk, keep: string, other: string, options: ActOptions): Promise<void> {
  const replica = await desk.replica(["person", "organization"]);
  const kept = namedOrAt(replica, "person", keep);
  const gone = namedOrAt(replica, "person", other);
  await desk.run("person.merge", { keepId: kept.id, otherId: gone.id });
  say(
    desk,
    options,
    { keepId: kept.id, otherId: gone.id },
    `${gone.name} is now part of ${kept.name}. "upshot undo" parts them again.`,
  );
}

/** FO1: the few questions an event should answer. */
export async function focusCommand(
  desk: Desk,
  name: string,
  questions: readonly string[],
  options: ActOptions,
): Promise<void> {
  const replica = await desk.replica(["event"]);
  const event = namedOrAt(replica, "event", name);
  await desk.run("event.focus", { eventId: event.id, questions: [...questions] });
  say(
    desk,
    options,
    { eventId: event.id, questions },
    `${event.name} should answer: ${questions.join("; ") || "nothing in particular"}`,
  );
}

/** Runs any command by name with its arguments as JSON: what has no word of its own is reached here. */
export async function rawCommand(
  desk: Desk,
  name: string | undefined,
  args: string | undefined,
  options: ActOptions,
): Promise<void> {
  if (name === undefined) {
    say(desk, options, commandNames, commandNames.join("\n"));
    return;
  }
  const known = commandNames.find((one) => one === name);
  if (known === undefined) throw new Refusal("invalid", `There is no command "${name}". "upshot command" lists them.`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(args ?? "{}");
  } catch {
    throw new Refusal("invalid", `The arguments of ${name} must be JSON, such as '{"eventId": "..."}'.`);
  }
  const done = await desk.run(known, parsed as never); // run checks the arguments against the command's schema
  desk.world.out.write(
    `${JSON.stringify({ result: done.result ?? null, entryId: done.entryId, version: done.version }, null, 2)}\n`,
  );
}
