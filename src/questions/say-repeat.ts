import { type Weekday, weekdays } from "./repeat-lexicon.ts";

const dayNames: Record<Weekday, string> = {
  MO: "Monday",
  TU: "Tuesday",
  WE: "Wednesday",
  TH: "Thursday",
  FR: "Friday",
  SA: "Saturday",
  SU: "Sunday",
};
const monthNames = "January February March April May June July August September October November December".split(" ");
const units: Record<string, string> = { DAILY: "day", WEEKLY: "week", MONTHLY: "month", YEARLY: "year" };
const ordinals: Record<string, string> = { "1": "first", "2": "second", "3": "third", "4": "fourth", "-1": "last" };

/**
 * RP3: a rule of RFC 5545 as people say it: "every Monday", "every 2 weeks on Friday", "on the first working day of each month". A rule with
 * parts that have no words here is told as it stands.
 * @param workingDays the ISO weekdays that are worked: all of them together are "working day"
 */
export function sayRepeat(repeats: string, workingDays: readonly number[]): string {
  const parts = new Map(repeats.split(";").map((part) => [part.split("=")[0] ?? "", part.split("=")[1] ?? ""]));
  const unit = units[parts.get("FREQ") ?? ""];
  const untold = [...parts.keys()].filter((name) => !told.has(name));
  if (unit === undefined || untold.length > 0) return `by the rule ${repeats}`;
  const each = Number(parts.get("INTERVAL") ?? 1);
  const every =
    each === 1 ? `every ${unit}` : each === 3 && unit === "month" ? "every quarter" : `every ${each} ${unit}s`;
  const until = parts.has("UNTIL")
    ? `, until ${(parts.get("UNTIL") ?? "").slice(0, 8).replace(/(\d{4})(\d\d)/, "$1-$2-")}`
    : "";
  const on = placeIn(parts, workingDays);
  if (on === null) return `${every}${until}`;
  if (unit === "week") return `${each === 1 ? `every ${on.days}` : `${every} on ${on.days}`}${until}`;
  if (unit === "year")
    return `${every} on ${on.days} ${monthNames[Number(parts.get("BYMONTH")) - 1] ?? ""}`.trimEnd() + until;
  if (unit === "day" || parts.has("BYMONTH")) return `by the rule ${repeats}`;
  return `on the ${on.days} of ${each === 1 ? "each month" : every}${until}`;
}

const told = new Set(["FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYSETPOS", "BYMONTH", "WKST", "UNTIL"]);

/** The days within a week, month or year: "Monday and Friday", "first working day", "15th", "last day". */
function placeIn(parts: Map<string, string>, workingDays: readonly number[]): { days: string } | null {
  const ofMonth = parts.get("BYMONTHDAY");
  if (ofMonth !== undefined) {
    const last = ofMonth.split(",").at(-1) ?? "";
    return { days: last === "-1" ? "last day" : parts.has("BYMONTH") ? last : numbered(Number(last)) };
  }
  const byDay = parts.get("BYDAY");
  if (byDay === undefined) return null;
  const [, nth = parts.get("BYSETPOS"), day] = /^([+-]?\d)?([A-Z]{2})$/.exec(byDay) ?? [
    undefined,
    parts.get("BYSETPOS"),
    undefined,
  ];
  const list = byDay.split(",");
  const worked = workingDays.map((one) => weekdays[one - 1]).join(",");
  const days =
    day !== undefined
      ? dayNames[day as Weekday]
      : byDay === worked
        ? "working day"
        : joined(list.map((one) => dayNames[one as Weekday] ?? one));
  return { days: nth === undefined ? days : `${ordinals[nth.replace("+", "")] ?? `${nth}.`} ${days}` };
}

function joined(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function numbered(day: number): string {
  const tens = Math.floor(day / 10);
  return `${day}${tens === 1 ? "th" : ({ 1: "st", 2: "nd", 3: "rd" }[day % 10] ?? "th")}`;
}
