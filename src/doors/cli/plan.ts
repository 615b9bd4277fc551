import type { Commitment } from "#domain/model/commitment.ts";
import { type Period, periodAt, periodKey, periodOn, sayPeriod } from "#domain/model/period.ts";
import { sayAll, sayCount } from "#domain/model/say.ts";
import type { Day } from "#domain/model/time.ts";
import { Refusal } from "#domain/refusal.ts";
import { todayIn } from "#questions/asking.ts";
import { planNouns } from "#questions/commitments.ts";
import { plan, type PlanItem } from "#questions/plan.ts";
import { sheetNouns, sheetOf } from "#questions/sheet.ts";
import type { Replica } from "#replica/replica.ts";
import { matching } from "../matching.ts";
import type { Desk } from "./desk.ts";
import { type Paint, paintFor } from "./paint.ts";
import { print, said, type Said } from "./print.ts";
import { recordAt, ref, severalFit } from "./ref.ts";
import { type SheetOptions, writeSheet } from "./sheet.ts";
import { sheetMarkdown } from "./sheet-text.ts";
import { stepLine } from "./show-step.ts";
import { printable } from "./wrap.ts";

/** PL1, PL3: the outline of a year with what hangs on each; of a month its list. */
export async function planCommand(desk: Desk, typed: string | undefined, options: SheetOptions): Promise<void> {
  const asking = { now: desk.world.now() };
  const replica = await desk.replica([...new Set([...planNouns, ...sheetNouns])]);
  const period = typed === undefined ? periodOn("year", todayIn(replica, asking)) : periodTyped(typed);
  if (options.md !== undefined || options.html !== undefined) return writeSheet(desk, period, options);
  if (period.span === "month") {
    const sheet = sheetOf(replica, period, asking);
    return print(desk, options, sheet, () => [sheetMarkdown(sheet).trimEnd()]);
  }
  const shown = plan(replica, period, asking);
  const paint = paintFor(desk.world);
  print(desk, options, shown, () => {
    if (shown.items.length === 0) {
      return [
        `Nothing is committed to for ${sayPeriod(period)}. Begin: upshot commit "..." --for ${periodKey(period)}`,
      ];
    }
    const idle = shown.idle === 0 ? "" : `, ${shown.idle} with nothing this month`;
    return [
      `${paint.strong(sayPeriod(period))}  ${paint.soft(`${sayCount(shown.items.length, "commitment")}${idle}`)}`,
      ...shown.items.flatMap((item) => linesOf(item, shown.day, paint)),
    ];
  });
}

function linesOf(item: PlanItem, day: Day, paint: Paint): string[] {
  const { commitment, depth, who, steps, leads, needs, counts, isIdle, isOver, moved } = item;
  const indent = "  ".repeat(depth);
  const about = sayAll([
    [counts.open, `${counts.open} open`],
    [counts.done, `${counts.done} done`],
    [counts.leads, sayCount(counts.leads, "lead")],
    [counts.needs, sayCount(counts.needs, "need")],
  ]);
  const state = commitment.state === "open" ? "" : ` [${commitment.state}]`;
  const marks = [
    isIdle ? "nothing this month" : "",
    isOver ? "its time is over" : "",
    moved > 0 ? `moved ${sayCount(moved, "time")}` : "",
  ].filter(Boolean);
  const soft = [sayPeriod(commitment), who, about].filter(Boolean).join(", ");
  return [
    `${indent}${paint.soft(ref(commitment.id))}  ${printable(commitment.what)}  ${paint.soft(soft + state)}${marks.length === 0 ? "" : `  ${paint.warn(marks.join(", "))}`}`,
    ...steps.map((step) => `${indent}    ${stepLine(step, day, paint)}`),
    ...leads.map(({ id, name }) => `${indent}    ${paint.soft(ref(id))}  lead: ${printable(name)}`),
    ...needs.map(({ id, what }) => `${indent}    ${paint.soft(ref(id))}  need: ${printable(what)}`),
  ];
}

export interface CommitOptions extends Said {
  for?: string;
  under?: string;
  team?: boolean;
  done?: string | true;
  drop?: string;
  reopen?: boolean;
  step?: string;
}

/** PL1: commits to something, or says what became of it. */
export async function commitCommand(desk: Desk, words: string, options: CommitOptions): Promise<void> {
  const isAct = options.done !== undefined || options.drop !== undefined || options.reopen === true;
  if (!isAct) await desk.context(); // the first word may begin a workspace
  const replica = await desk.replica(planNouns);
  if (isAct || options.step !== undefined) return actOn(desk, { replica, words }, options);
  if (options.for === undefined) {
    throw new Refusal("invalid", `Say for when: upshot commit "${words}" --for ${exampleOf(replica, desk)}`);
  }
  const period = periodTyped(options.for);
  const parent = options.under === undefined ? null : commitmentNamed(replica, options.under);
  const { result } = await desk.run("commitment.add", {
    what: words,
    ...period,
    parentId: parent?.id ?? null,
    ...(options.team === true && { memberId: null }),
  });
  const under = parent === null ? "" : `, for "${parent.what}"`;
  said(desk, options, result, `Committed to ${words}, ${sayPeriod(period)}${under} (${ref(result.commitmentId)})`);
}

async function actOn(desk: Desk, { replica, words }: { replica: Replica; words: string }, options: CommitOptions) {
  const commitment = commitmentNamed(replica, words);
  const commitmentId = commitment.id;
  if (options.step !== undefined) {
    const { record: step } = recordAt(replica, ["step"], options.step);
    await desk.run("step.change", { stepId: step.id, commitmentId });
    return said(desk, options, { commitmentId, stepId: step.id }, `"${step.what}" serves "${commitment.what}"`);
  }
  if (options.reopen === true) {
    await desk.run("commitment.reopen", { commitmentId });
    return said(desk, options, { commitmentId }, `Open again: ${commitment.what}`);
  }
  if (options.drop !== undefined) {
    await desk.run("commitment.drop", { commitmentId, why: options.drop });
    return said(desk, options, { commitmentId }, `Dropped: ${commitment.what}`);
  }
  await desk.run("commitment.done", { commitmentId, cameOfIt: options.done === true ? null : (options.done ?? null) });
  said(desk, options, { commitmentId }, `Done: ${commitment.what}`);
}

/** A period as a person types it. */
export function periodTyped(typed: string): Period {
  const period = periodAt(typed);
  if (period !== undefined) return period;
  throw new Refusal("invalid", `"${typed}" is no year, quarter or month. Write it like 2026, 2026-Q4 or 2026-11.`);
}

function exampleOf(replica: Replica, desk: Desk): string {
  return todayIn(replica, { now: desk.world.now() }).slice(0, 7);
}

/** The commitment that is meant, by its words or its id. */
function commitmentNamed(replica: Replica, typed: string): Commitment {
  const found = matching<Commitment>(replica.all("commitment"), ({ what }) => what, typed);
  const [only, second] = found;
  if (only === undefined) {
    throw new Refusal("not-found", `There is no commitment called "${typed}". "upshot plan" lists them.`);
  }
  if (second === undefined) return only;
  throw severalFit(
    typed,
    found.map(({ what, id }) => `${what} (${ref(id)})`),
  );
}
