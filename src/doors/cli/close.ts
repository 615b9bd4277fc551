import { sayDayFrom, sayDay } from "#domain/model/say.ts";
import { deferralsWithoutWhy, isPutOff, type Step } from "#domain/model/step.ts";
import { type Day, dayAt, type TimeZone } from "#domain/model/time.ts";
import { Refusal } from "#domain/refusal.ts";
import { stepShownNouns } from "#questions/asking.ts";
import { ask, Stopped } from "./ask.ts";
import { dayTyped } from "./day.ts";
import type { Desk } from "./desk.ts";
import { said, type Said, typedFrom } from "./print.ts";
import { wayNamed } from "./touch.ts";
import { recordAt, ref } from "./ref.ts";

/** Closes a step; one that is done already can still be told what came of it. */
export async function doneCommand(
  desk: Desk,
  id: string,
  options: Said & { cameOf?: string; drop?: boolean; by?: string; again?: string },
): Promise<void> {
  const replica = await desk.replica(stepShownNouns);
  const { record: step } = recordAt(replica, ["step"], id);
  const isLate = step.state === "done" && options.cameOf !== undefined && options.drop !== true;
  // Before anything is asked: an answer that could not be kept is a question too many.
  if (step.state !== "open" && !isLate) throw closedAlready(step, typedFrom(desk, replica).timeZone);
  const again = isLate || options.drop === true ? null : await againOn(desk, step, options.again);
  const given = options.cameOf ?? (await askCameOfIt(desk, options, step));
  const cameOfIt = given?.trim() || null;
  const touch = options.by === undefined ? null : wayNamed(options.by);
  if (isLate) await desk.run("step.cameOf", { stepId: step.id, cameOfIt });
  else if (options.drop === true) await desk.run("step.drop", { stepId: step.id, cameOfIt });
  else await desk.run("step.done", { stepId: step.id, cameOfIt, touch, again });
  const word = options.drop === true ? "Dropped" : "Done";
  const came = cameOfIt === null ? "" : `\nWhat came of it: ${cameOfIt}`;
  said(
    desk,
    options,
    { stepId: step.id, cameOfIt, ...(again !== null && { again }) },
    `${word}: ${step.what}${came}${touch === null ? "" : "\nLogged as a touch, too."}${again === null ? "" : `\nAgain on ${sayDay(again)}.`}`,
  );
}

/** RP2: when a step that repeats comes again: on the day that was typed, by its rule, or ("never") no more. */
async function againOn(desk: Desk, step: Step, typed: string | undefined): Promise<Day | null> {
  if (step.repeats === null && typed === undefined) return null;
  if (typed?.trim().toLowerCase() === "never") return null;
  const from = typedFrom(desk, await desk.replica(stepShownNouns));
  if (typed !== undefined) return dayTyped(typed, from);
  const { nextDay } = await import("#questions/repeating.ts");
  const next = nextDay(step, from.today);
  if (next !== null) return next;
  throw new Refusal(
    "invalid",
    `"${step.what}" repeats by a rule that says no further day (${step.repeats}). Say which: upshot done ${ref(step.id)} --again "next monday", or --again never.`,
  );
}

function closedAlready(step: Step, timeZone: TimeZone): Refusal {
  const when = step.closedAt === null ? "" : ` on ${sayDay(dayAt(step.closedAt, timeZone))}`;
  const late = step.state === "done" ? ` To say what came of it: upshot done ${ref(step.id)} --came-of "..."` : "";
  return new Refusal(
    "changed-since",
    `"${step.what}" was ${step.state} already${when}.${late}\nTo open it again: upshot command step.reopen '{"stepId": "${ref(step.id)}"}'`,
  );
}

/** ST5: asks on a terminal; an empty line skips, "nothing" is an answer. Elsewhere it is skipped. */
async function askCameOfIt(desk: Desk, options: Said, step: Step): Promise<string | null> {
  const { world } = desk;
  if (world.in.isTTY !== true || world.out.isTTY !== true || options.json === true) return null;
  try {
    return await ask(world, 'What came of it? (one line; Enter skips, "nothing" is an answer) ');
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    throw new Stopped(`"${step.what}" is still open. Go on with: upshot done ${ref(step.id)}`);
  }
}

/** ST3: putting off is counted, and asks why after the third time: at a terminal here, elsewhere with `--why`. */
export async function putOffCommand(
  desk: Desk,
  id: string,
  to: readonly string[],
  options: Said & { why?: string },
): Promise<void> {
  const replica = await desk.replica(stepShownNouns);
  const { record: step } = recordAt(replica, ["step"], id);
  const from = typedFrom(desk, replica);
  if (step.state !== "open") throw closedAlready(step, from.timeZone);
  const day = dayTyped(to.join(" "), from);
  const why = (options.why ?? (isPutOff(step, day) ? await askWhy(desk, options, step) : null))?.trim() || null;
  const { result } = await desk.run("step.defer", { stepId: step.id, to: day, why }).catch((error: unknown) => {
    if (!(error instanceof Refusal) || error.code !== "not-allowed" || why !== null) throw error;
    const again = `upshot put-off ${ref(step.id)} ${day} --why "..."`;
    throw new Refusal(error.code, `${error.message}\n  ${again}\n  upshot done ${ref(step.id)} --drop`);
  });
  const isLater = result.deferrals > step.deferrals.length;
  const times = isLater && result.deferrals > 1 ? ` (put off ${result.deferrals} times now)` : "";
  said(
    desk,
    options,
    { stepId: step.id, to: day, ...result },
    `${isLater ? "Put off to" : "Its day is now"} ${sayDayFrom(day, from.today)}: ${step.what}${times}`,
  );
}

async function askWhy(desk: Desk, options: Said, step: Step): Promise<string | null> {
  const { world } = desk;
  if (step.deferrals.length < deferralsWithoutWhy || world.in.isTTY !== true || options.json === true) return null;
  try {
    return await ask(world, `Put off ${step.deferrals.length} times already. Why this time? `);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    throw new Stopped(`"${step.what}" was not put off.`);
  }
}
