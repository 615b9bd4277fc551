import { periodKey, type Period, periodOn, sayPeriod } from "#domain/model/period.ts";
import { sayCount, sayDay } from "#domain/model/say.ts";
import { addDays, type Day } from "#domain/model/time.ts";
import { Refusal } from "#domain/refusal.ts";
import { todayIn } from "#questions/asking.ts";
import { monthEnd, monthEndDue, type MonthEndItem, monthEndNouns } from "#questions/month-end.ts";
import type { Replica } from "#replica/replica.ts";
import { ask, Keys, Stopped } from "./ask.ts";
import type { Desk } from "./desk.ts";
import { type Paint, paintFor } from "./paint.ts";
import { periodTyped } from "./plan.ts";
import { jsonText, type Said } from "./print.ts";
import { stepLine } from "./show-step.ts";
import { printable } from "./wrap.ts";

const help = "k keep, m move, x drop, d done, q stop";

/** PL4: keep, move or drop what is open of a month, one key each. Each answer is kept at once, so it resumes where it stopped. */
export async function monthEndCommand(desk: Desk, typed: string | undefined, options: Said): Promise<void> {
  const { world } = desk;
  const asking = { now: world.now() };
  const replica = await desk.replica(monthEndNouns);
  const month = monthMeant(replica, typed, asking);
  const shown = monthEnd(replica, month, asking);
  if (options.json === true) return void world.out.write(jsonText(shown));
  const { items, day } = shown;
  if (items.length === 0) return void world.out.write(`Nothing of ${sayPeriod(month)} is left open.\n`);
  world.out.write(`${sayPeriod(month)}: ${sayCount(items.length, "open thing")}. ${help}\n`);
  const paint = paintFor(world);
  const keys = new Keys(world);
  let left = items.length;
  const stopped = () => `${left} left. Go on with: upshot month-end ${periodKey(month)}`;
  try {
    for (const item of items) {
      world.out.write(`\n${lineOf(item, day, paint)}\n`);
      for (let isAnswered = false; !isAnswered;) {
        const key = await keys.next();
        if (key === undefined || key === "q") {
          if (keys.isInterrupted) throw new Stopped(stopped());
          return void world.out.write(`\n${stopped()}\n`);
        }
        isAnswered = await answer(desk, { item, month, day, key, keys });
        if (!isAnswered) world.out.write(`${paint.soft(help)}\n`);
      }
      left -= 1;
    }
    world.out.write(`\n${sayPeriod(month)} is answered.\n`);
  } catch (error) {
    if (error instanceof Stopped) throw new Stopped(stopped());
    throw error;
  } finally {
    keys.close();
  }
}

function monthMeant(replica: Replica, typed: string | undefined, asking: { now: Temporal.Instant }): Period {
  if (typed === undefined) {
    const day = todayIn(replica, asking);
    return monthEndDue(replica, asking)?.month ?? periodOn("month", addDays(periodOn("month", day).startsOn, -1));
  }
  const period = periodTyped(typed);
  if (period.span === "month") return period;
  throw new Refusal("invalid", `"${typed}" is no month. Write it like 2026-11.`);
}

function lineOf(item: MonthEndItem, day: Day, paint: Paint): string {
  if (item.is === "step") {
    const serves = item.serves === null ? "" : paint.soft(`  for “${printable(item.serves)}”`);
    return `${stepLine(item.shown, day, paint)}${serves}  ${paint.soft(`(m: ${sayDay(item.moveTo, day)})`)}`;
  }
  const { what } = item.commitment;
  return `${paint.strong(printable(what))}  ${paint.soft(`${sayPeriod(item.commitment)}  (m: ${sayPeriod(item.moveTo)})`)}`;
}

interface Answering {
  item: MonthEndItem;
  month: Period;
  day: Day;
  key: string;
  keys: Keys;
}

/** Does what a key says; false for a key that says nothing. */
async function answer(desk: Desk, { item, month, day, key, keys }: Answering): Promise<boolean> {
  const { startsOn } = month;
  const why = async (question: string) => {
    keys.close();
    return (await ask(desk.world, question)) || null;
  };
  if (item.is === "commitment") {
    const { id: commitmentId } = item.commitment;
    if (key === "k") await desk.run("commitment.keep", { commitmentId, month: startsOn });
    else if (key === "m")
      await desk.run("commitment.move", { commitmentId, month: startsOn, to: item.moveTo.startsOn });
    else if (key === "x") {
      const reason = await why("Why? ");
      if (reason === null) return false; // nothing is dropped without a word
      await desk.run("commitment.drop", { commitmentId, why: reason });
    } else if (key === "d")
      await desk.run("commitment.done", { commitmentId, cameOfIt: await why("What came of it? ") });
    else return false;
    return true;
  }
  const { id: stepId } = item.shown.step;
  if (key === "k") await desk.run("step.keep", { stepId, month: startsOn });
  else if (key === "m") {
    const reason = item.needsWhy ? await why("Put off often already. Why this time? ") : null;
    await desk.run("step.defer", { stepId, to: item.moveTo, why: reason });
  } else if (key === "x") await desk.run("step.drop", { stepId, cameOfIt: await why("Why? ") });
  else if (key === "d") {
    const { nextDay } = await import("#questions/repeating.ts");
    const again = nextDay(item.shown.step, day);
    await desk.run("step.done", { stepId, cameOfIt: await why("What came of it? "), again });
  } else return false;
  return true;
}
