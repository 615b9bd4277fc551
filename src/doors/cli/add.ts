import { shortened } from "#domain/model/say.ts";
import { capturedMax, commandFor } from "#debrief/captured.ts";
import type { Event } from "#domain/model/event.ts";
import { type Day, dayAt } from "#domain/model/time.ts";
import { Refusal } from "#domain/refusal.ts";
import { blocksOf } from "#formats/notes.ts";
import { showStep, stepShownNouns, zoneOf } from "#questions/asking.ts";
import { knownAt, knownNouns } from "#questions/known.ts";
import { repeatIn } from "#questions/repeat-words.ts";
import { type PageReading, read } from "#reading/read.ts";
import type { Replica } from "#replica/replica.ts";
import type { Desk } from "./desk.ts";
import { readAll } from "./input-stream.ts";
import { paintFor } from "./paint.ts";
import { jsonText, said, type Said } from "./print.ts";
import { namedOrAt, ref } from "./ref.ts";
import { stepLine } from "./show-step.ts";

export interface AddOptions extends Said {
  event?: string;
  note?: boolean;
  step?: boolean;
}

/**
 * A line captured on the spot. It is read like any note; what it says to do is made a step at once, since it was typed on
 * purpose, and the line stays as where it came from (NT3). A line that says nothing to do is a note. `--note` and `--step` settle it.
 */
export async function addCommand(desk: Desk, words: readonly string[], options: AddOptions): Promise<void> {
  const isPiped = words.length === 1 && words[0] === "-";
  const lines = isPiped
    ? new TextDecoder()
        .decode(await readAll(desk.world))
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean)
    : [words.join(" ").trim()];
  const [first] = lines;
  if (first === undefined || first === "")
    throw new Refusal("invalid", 'There is nothing to add. Say it in words: upshot add "call Ana on Friday"');
  const long = lines.find((line) => line.length > capturedMax);
  if (long !== undefined)
    throw new Refusal(
      "too-large",
      `A line holds up to ${capturedMax} characters, and "${shortened(long, 40)}" has ${long.length}. Keep it as a page: upshot debrief - --save "Event name"`,
    );
  const results = [];
  for (const line of lines) results.push(await capture(desk, line, options));
  if (options.json === true) desk.world.out.write(jsonText(isPiped ? results : results[0]));
}

async function capture(desk: Desk, text: string, options: AddOptions): Promise<unknown> {
  await desk.context();
  const replica = await desk.replica(options.event === undefined ? knownNouns : [...knownNouns, "session"]);
  const event = options.event === undefined ? undefined : namedOrAt(replica, "event", options.event);
  const eventId = event?.id ?? null;
  const takenOn = dayAt(desk.world.now(), event?.timeZone ?? zoneOf(replica));
  const reading = options.note === true ? undefined : readLine(desk, text, { replica, event, takenOn });
  const as = options.note === true ? "note" : options.step === true ? ({ step: null } as const) : undefined;
  const repeats = options.note === true ? null : await repeatsIn(text, takenOn, replica);
  const command = commandFor({ text, takenOn, reading, eventId, as, repeats });
  if (command.name === "note.add") {
    const { result } = await desk.run(command.name, command.args);
    const hint =
      options.note === true
        ? ""
        : ` It says nothing to do; to make it a step: upshot add --step ${event === undefined ? "" : `--event ${ref(event.id)} `}"${shortened(text, 60)}"`;
    if (options.json !== true) said(desk, options, result, `Noted.${hint}`);
    return result;
  }
  const { result } = await desk.run(command.name, command.args);
  if (options.json === true) return result;
  const after = await desk.replica(stepShownNouns);
  const paint = paintFor(desk.world);
  for (const stepId of result.stepIds) {
    const step = after.get("step", stepId);
    if (step !== undefined) desk.world.out.write(`${stepLine(showStep(after, step), takenOn, paint)}\n`);
  }
  return result;
}

/** RP3: what the line says about repeating, with its first day. */
async function repeatsIn(text: string, day: Day, replica: Replica) {
  const workingDays = replica.get("workspace", replica.workspaceId)?.workingDays ?? [];
  const found = repeatIn(text, { day, workingDays });
  if (found === null) return null;
  const { daysOf } = await import("#questions/repeating.ts");
  const [firstOn] = daysOf(found.repeats, day, 1);
  return firstOn === undefined ? null : { rule: found.repeats, firstOn, words: text.slice(found.start, found.end) };
}

interface Beside {
  replica: Replica;
  event: Event | undefined;
  takenOn: Day;
}

/** What the reader makes of one line, beside all that is known. */
function readLine(desk: Desk, text: string, { replica, event, takenOn }: Beside): PageReading | undefined {
  const [reading] = read(
    [{ file: "captured", text, blocks: blocksOf(text, "plain"), takenOn }],
    knownAt(replica, event, { now: desk.world.now() }),
  );
  return reading;
}
