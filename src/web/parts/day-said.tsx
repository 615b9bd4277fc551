import { sayDay, sayDistance } from "#domain/model/say.ts";
import { type Day, daysBetween, plainDate } from "#domain/model/time.ts";
import { todayIn } from "#questions/asking.ts";
import { useQuestion } from "./workspace.tsx";

/** Today, in the workspace's zone; another day at midnight. */
export function useToday(): Day {
  return useQuestion(todayIn, []);
}

interface Props {
  day: Day;
  /** Only the nearer half of it: "tomorrow", "Fri" within a week, else the date. */
  isShort?: boolean;
  /** Without its distance, where something beside it says that. */
  isBare?: boolean;
}

/** A day as people say it, "Fri 28 Nov, in 4 days"; the exact date stands on hover and for screen readers. */
export function DaySaid({ day, isShort = false, isBare = false }: Props) {
  const today = useToday();
  const distance = sayDistance(daysBetween(today, day));
  const exact = exactDay(day);
  const said = isShort ? sayShort(day, today) : `${sayDay(day, today)}${isBare ? "" : `, ${distance}`}`;
  return (
    <time dateTime={day} title={exact}>
      <span aria-hidden>{said}</span>
      <span className="unseen">{isBare ? exact : `${exact}, ${distance}`}</span>
    </time>
  );
}

/** Within a week a weekday says most: "today", "tomorrow", "Fri"; beyond it the date does. */
function sayShort(day: Day, today: Day): string {
  const away = daysBetween(today, day);
  if (Math.abs(away) <= 1) return sayDistance(away);
  return away > 1 && away < 7 ? sayDay(day, today).slice(0, 3) : sayDay(day, today).replace(/^\w+ /, "");
}

/** "Friday 28 November 2026". */
export function exactDay(day: Day): string {
  return exactly.format(new Date(`${plainDate(day).toString()}T12:00:00Z`)).replace(",", "");
}

const exactly = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone: "UTC" });
