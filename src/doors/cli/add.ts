import { dayAt } from "#domain/model/time.ts";
import { blocksOf } from "#formats/notes.ts";
import { read } from "#reading/read.ts";
import { stepShownNouns } from "#questions/asking.ts";
import { known } from "#questions/known.ts";
import type { Desk } from "./desk.ts";
import { paintFor } from "./paint.ts";
import { namedOrAt } from "./ref.ts";
import { stepLine } from "./show-step.ts";
import { showStep } from "#questions/asking.ts";

export interface AddOptions {
  json?: boolean;
  event?: string;
  note?: boolean;
}

/**
 * A line captured on the spot. It is read like any note; what it says to do is made a step at once, since it was typed on
 * purpose, and the line stays as where it came from (NT3). With `--note`, or where it says nothing to do, it is a note.
 */
export async function addCommand(desk: Desk, words: readonly string[], options: AddOptions): Promise<void> {
  const { world } = desk;
  await desk.context();
  const replica = await desk.replica([...stepShownNouns, "session"]);
  const text = words.join(" ").trim();
  const event = options.event === undefined ? undefined : namedOrAt(replica, "event", options.event);
  const eventId = event?.id ?? null;
  if (options.note === true) {
    const { result } = await desk.run("note.add", { text, eventId });
    world.out.write(options.json === true ? `${JSON.stringify(result, null, 2)}\n` : "Noted.\n");
    return;
  }
  const workspace = known(replica, { now: world.now() });
  const timeZone = event?.timeZone ?? workspace.timeZone;
  const takenOn = dayAt(world.now(), timeZone);
  const sessions = eventId === null ? [] : replica.by("session", "eventId", eventId);
  const [reading] = read([{ file: "captured", text, blocks: blocksOf(text, "plain"), takenOn }], {
    ...workspace,
    takenOn,
    timeZone,
    event: event ?? null,
    sessions,
  });
  const { result } = await desk.run("page.capture", {
    eventId,
    text,
    takenOn,
    passages: reading?.passages ?? [],
    proposals: reading?.proposals ?? [],
  });
  if (options.json === true) return void world.out.write(`${JSON.stringify(result, null, 2)}\n`);
  const after = await desk.replica(stepShownNouns);
  const paint = paintFor(world);
  for (const stepId of result.stepIds) {
    const step = after.get("step", stepId);
    if (step !== undefined) world.out.write(`${stepLine(showStep(after, step), takenOn, paint)}\n`);
  }
}
