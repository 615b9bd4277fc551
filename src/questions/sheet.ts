import { type Commitment, spans } from "#domain/model/commitment.ts";
import { isIn, lastOf, liesIn, type Period, periodKey, periodOn, sayPeriod } from "#domain/model/period.ts";
import { sayCount, sayDay } from "#domain/model/say.ts";
import { dayWanted } from "#domain/model/step.ts";
import type { Day } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { type Asking, showStep, type StepShown, todayIn } from "./asking.ts";
import { isOurs, planNouns, servedBy } from "./commitments.ts";
import { inOutline } from "./plan.ts";
import { type StepServing, today, todayNouns } from "./today.ts";

/** One line of a sheet: a box to tick, the words, and what stands beside them. */
export interface SheetLine {
  text: string;
  beside: string | null;
  depth: number;
  box: "open" | "done" | "dropped" | null;
}

export interface SheetPart {
  heading: string;
  lines: SheetLine[];
  /** How many there is no room for. */
  more: number;
}

/** A list for one page of paper, A4 or Letter. */
export interface Sheet {
  title: string;
  about: string;
  parts: SheetPart[];
}

export const sheetNouns = [...new Set([...todayNouns, ...planNouns])];

/** PL5: so many rows stand on one page of A4 or Letter (the shorter), and so many characters in a row, at 10 points. Measured in print. */
const rowsMax = 44;
const rowLength = 78;
/** A heading, with the room above it. */
const headingRows = 2;

/** PL5: the day's list on one page. */
export function daySheet(replica: Replica, asking: Asking): Sheet {
  const shown = today(replica, asking);
  const lineOf = (one: StepServing & { why?: string; daysMissed?: number }) => stepLine(one, shown.day, one.serves);
  return {
    title: sayDay(shown.day),
    about:
      shown.idle.length === 0 ? "" : `Nothing planned this week for: ${shown.idle.map(({ what }) => what).join("; ")}`,
    parts: fitted([
      { heading: "First", lines: shown.first.map(lineOf) },
      { heading: "Due", lines: shown.due.map(lineOf) },
      { heading: "Late", lines: shown.missed.map(lineOf) },
      {
        heading: "Ask again",
        lines: shown.askAgain.map((one) => ({ ...stepLine(one, shown.day, null), beside: one.who })),
      },
      {
        heading: "Follow up",
        lines: shown.followUps.map(({ person, organization, event }) => ({
          text: [person.name, organization].filter(Boolean).join(", "),
          beside: event === null ? null : `after ${event.name}`,
          depth: 0,
          box: "open",
        })),
      },
    ]),
  };
}

/** PL5: a month on one page: what is committed to, each with its steps of the month, then the month's other steps by day. */
export function monthSheet(replica: Replica, month: Period, asking: Asking): Sheet {
  const day = todayIn(replica, asking);
  const last = lastOf(month);
  const isWanted = (shown: StepShown) => {
    const wanted = dayWanted(shown.step);
    return (
      wanted !== null &&
      wanted <= last &&
      (wanted >= month.startsOn || (shown.step.state === "open" && isIn(day, month)))
    );
  };
  const mine = [...replica.all("step")]
    .filter(({ state }) => state !== "dropped")
    .map((step) => showStep(replica, step))
    .filter((shown) => shown.owner === "me" && isWanted(shown))
    .sort((a, b) => ((dayWanted(a.step) ?? "") < (dayWanted(b.step) ?? "") ? -1 : 1));
  const serving = Map.groupBy(mine, ({ step }) => servedBy(replica, step)?.id ?? null);
  const ours = [...replica.all("commitment")].filter((one) => isOurs(replica, one) && one.state !== "dropped");
  const now = inOutline(ours.filter((one) => liesIn(month, one) || (one.state === "open" && liesIn(one, month))));
  const shownIds = new Set<string>(now.map(({ commitment }) => commitment.id));
  const others = mine.filter(({ step }) => !shownIds.has(servedBy(replica, step)?.id ?? ""));
  return {
    title: sayPeriod(month),
    about: countsOf(mine),
    parts: fitted([
      {
        heading: "Committed to",
        lines: now.flatMap(({ commitment, depth }) => [
          commitmentLine(commitment, depth),
          ...(serving.get(commitment.id) ?? []).map((one) => ({ ...stepLine(one, day, null), depth: depth + 1 })),
        ]),
      },
      { heading: "Also this month", lines: others.map((one) => stepLine(one, day, null)) },
    ]),
  };
}

/** PL5: a year on one page: the outline with its quarters and months, and a box to tick. */
export function yearSheet(replica: Replica, year: Period): Sheet {
  const ours = [...replica.all("commitment")].filter((one) => isOurs(replica, one) && liesIn(one, year));
  const done = ours.filter(({ state }) => state === "done").length;
  const counts = spans.flatMap((span) => {
    const count = ours.filter((one) => one.span === span).length;
    return count === 0 ? [] : [`${count} for ${span === "year" ? "the year" : `a ${span}`}`];
  });
  return {
    title: periodKey(year),
    about: ours.length === 0 ? "" : `${sayCount(ours.length, "commitment")}: ${counts.join(", ")}; ${done} done`,
    parts: fitted([
      {
        heading: "Committed to",
        lines: inOutline(ours).map(({ commitment, depth }) => commitmentLine(commitment, depth)),
      },
    ]),
  };
}

/** The sheet of a day, a month or a year; of a quarter, that of its year. */
export function sheetOf(replica: Replica, period: Period | null, asking: Asking): Sheet {
  if (period === null) return daySheet(replica, asking);
  if (period.span === "month") return monthSheet(replica, period, asking);
  return yearSheet(replica, periodOn("year", period.startsOn));
}

function commitmentLine(commitment: Commitment, depth: number): SheetLine {
  return { text: commitment.what, beside: sayPeriod(commitment), depth, box: commitment.state };
}

function stepLine({ step, with: other, organization }: StepShown, day: Day, serves: string | null): SheetLine {
  const wanted = dayWanted(step);
  const name = other ?? organization;
  const beside = [
    name !== null && !step.what.includes(name) ? name : null,
    wanted === null || wanted === day ? null : sayDay(wanted, day),
    serves === null ? null : `for “${serves}”`,
  ].filter((part) => part !== null);
  return { text: step.what, beside: beside.join(" · ") || null, depth: 0, box: step.state };
}

function countsOf(steps: readonly StepShown[]): string {
  const done = steps.filter(({ step }) => step.state === "done").length;
  return steps.length === 0 ? "" : `${sayCount(steps.length, "step")}, ${done} done`;
}

/** As many lines of each part as the page has room for: every part has its share, and what one leaves the next may take. */
function fitted(parts: readonly Omit<SheetPart, "more">[]): SheetPart[] {
  const filled = parts.filter(({ lines }) => lines.length > 0);
  let room = rowsMax - filled.length * headingRows;
  return filled.map(({ heading, lines }, at) => {
    const waiting = filled.slice(at + 1);
    // Those that come after keep what they need, up to an even share.
    const even = Math.floor(room / (waiting.length + 1));
    const kept = waiting.reduce((sum, part) => sum + Math.min(even, rowsOf(part.lines)), 0);
    const own = room - kept;
    const shown: SheetLine[] = [];
    let rows = 0;
    const needsMore = rowsOf(lines) > own;
    for (const line of lines) {
      const next = rowsOf([line]);
      if (rows + next > own - (needsMore ? 1 : 0)) break;
      shown.push(line);
      rows += next;
    }
    const more = lines.length - shown.length;
    room -= rows + (more > 0 ? 1 : 0);
    return { heading, lines: shown, more };
  });
}

function rowsOf(lines: readonly SheetLine[]): number {
  return lines.reduce((sum, { text, beside, depth }) => {
    const length = text.length + (beside === null ? 0 : beside.length + 2) + depth * 3;
    return sum + Math.max(1, Math.ceil(length / rowLength));
  }, 0);
}
