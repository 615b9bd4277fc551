import { scaleLinear } from "d3-scale";
import { curveMonotoneX, line } from "d3-shape";
import { type Pulse, pulseWords } from "#domain/model/pulse.ts";
import { sayCount, sayDay } from "#domain/model/say.ts";
import { addDays, type Day, daysBetween, plainDate } from "#domain/model/time.ts";
import type { Moment } from "#questions/value.ts";
import { rounded } from "./bars.ts";
import { type Mark, type Picture, pictureWidth } from "./picture.ts";

const width = pictureWidth;
const side = 14;

/** Rows of the time line, with what stands in each. */
const rows = [
  ["step", "Steps done"],
  ["outcome", "Outcomes"],
  ["pulse", "Still of value"],
] as const;

/** From an event's first day to now: steps as they were done, outcomes as they came, and what was answered (OC2). */
export function timelinePicture(moments: readonly Moment[], today: Day): Picture | null {
  const first = moments[0]?.day;
  if (first === undefined || first > today) return null;
  const x = across(first, today);
  const shown = rows.filter(([what]) => moments.some((moment) => moment.what === what));
  const height = 34 + shown.length * 40;
  const marks: Mark[] = months(first, today).flatMap(({ day, words }): Mark[] => [
    { is: "line", x1: x(day), y1: 18, x2: x(day), y2: height - 4, tone: "line" },
    { is: "words", x: x(day) + 3, y: 12, words, at: "start", tone: "soft" },
  ]);
  const [from, until] = [
    moments.find(({ what }) => what === "first-day"),
    moments.find(({ what }) => what === "last-day"),
  ];
  if (from !== undefined) {
    const end = x(until?.day ?? from.day);
    marks.push({
      is: "box",
      x: x(from.day),
      y: 18,
      width: Math.max(3, rounded(end - x(from.day))),
      height: height - 22,
      round: 1,
      tone: "pale",
    });
  }
  for (const [row, [what, words]] of shown.entries()) {
    const y = 46 + row * 40;
    const own = moments.filter((moment) => moment.what === what);
    marks.push({ is: "words", x: side, y: y - 12, words: `${words} (${own.length})`, at: "start", tone: "soft" });
    marks.push({ is: "line", x1: side, y1: y, x2: width - side, y2: y, tone: "line" });
    for (const [day, same] of Map.groupBy(own, (moment) => moment.day)) {
      const hint = `${sayDay(day, today)}: ${same.map(({ title }) => title).join("; ")}`;
      const r = rounded(Math.min(9, 4 + same.length));
      const tone = what === "outcome" ? "theirs" : what === "pulse" ? "cold" : "mine";
      marks.push({ is: "dot", x: x(day), y, r, tone, hint });
    }
  }
  const counted = shown.map(
    ([what, words]) => `${words.toLowerCase()}: ${moments.filter((one) => one.what === what).length}`,
  );
  return { width, height, says: `From ${sayDay(first, today)} to today. ${counted.join(", ")}.`, marks };
}

/** Answers to "still seeing value?" as a line over time (OC3); each person's answers are a line of their own. */
export function pulsePicture(pulses: readonly Pulse[]): Picture | null {
  if (pulses.length === 0) return null;
  const height = 150;
  const left = 92;
  const longest = Math.max(30, ...pulses.map(({ afterDays }) => afterDays));
  const x = scaleLinear([0, longest], [left, width - side]);
  const y = scaleLinear([1, 5], [height - 34, 14]);
  const marks: Mark[] = [1, 2, 3, 4, 5].flatMap((answer): Mark[] => [
    { is: "line", x1: left, y1: rounded(y(answer)), x2: width - side, y2: rounded(y(answer)), tone: "line" },
    { is: "words", x: left - 8, y: rounded(y(answer) + 4), words: pulseWords[answer] ?? "", at: "end", tone: "soft" },
  ]);
  for (const days of new Set(pulses.map(({ afterDays }) => afterDays))) {
    marks.push({ is: "words", x: rounded(x(days)), y: height - 10, words: `${days} d`, at: "middle", tone: "soft" });
  }
  const way = line<Pulse>(
    ({ afterDays }) => rounded(x(afterDays)),
    ({ answer }) => rounded(y(answer)),
  ).curve(curveMonotoneX);
  for (const own of Map.groupBy(pulses, ({ memberId }) => memberId).values()) {
    const d = own.length > 1 ? way(own) : null;
    if (d !== null) marks.push({ is: "way", d, tone: "cold" });
    for (const { afterDays, answer, line: words } of own) {
      const hint = `After ${sayCount(afterDays, "day")}: ${pulseWords[answer]}${words === null ? "" : `. ${words}`}`;
      marks.push({ is: "dot", x: rounded(x(afterDays)), y: rounded(y(answer)), r: 5, tone: "cold", hint });
    }
  }
  const said = pulses.map(({ afterDays, answer }) => `${answer} of 5 after ${sayCount(afterDays, "day")}`);
  return { width, height, says: `Still seeing value: ${said.join(", ")}.`, marks };
}

function across(first: Day, last: Day): (day: Day) => number {
  const scale = scaleLinear([0, Math.max(1, daysBetween(first, last))], [side, width - side]);
  return (day) => rounded(scale(daysBetween(first, day)));
}

/** At most so many names of months side by side. */
const monthsShown = 6;

/** The first days of months in a stretch, thinned out where they are many. */
function months(first: Day, last: Day): { day: Day; words: string }[] {
  const found: Day[] = [];
  const start = plainDate(first);
  let day = addDays(first, start.daysInMonth - start.day + 1);
  while (day <= last && found.length < 240) {
    found.push(day);
    day = addDays(day, plainDate(day).daysInMonth);
  }
  const each = Math.ceil(found.length / monthsShown);
  return found
    .filter((_, at) => at % each === 0)
    .map((one) => ({
      day: one,
      words: `${sayDay(one).split(" ")[2]}${one.slice(5, 7) === "01" ? ` ${one.slice(0, 4)}` : ""}`,
    }));
}
