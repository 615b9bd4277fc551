import { type Span, spans } from "#domain/model/commitment.ts";
import { type Period, periodAfter, periodKey, periodOn, sayPeriod } from "#domain/model/period.ts";
import { Pick } from "./pick.tsx";
import { useToday } from "./day-said.tsx";
import styles from "./period-field.module.css";

const words: Record<Span, string> = { year: "A year", quarter: "A quarter", month: "A month" };
/** How many periods are offered: the one before, this one, and what follows. */
const offered: Record<Span, number> = { year: 4, quarter: 7, month: 15 };

/** For which year, quarter or month. */
export function PeriodField({ value, onChange }: { value: Period; onChange: (period: Period) => void }) {
  const today = useToday();
  const before = periodAfter(periodOn(value.span, today), -1);
  const listed = Array.from({ length: offered[value.span] }, (_, away) => periodAfter(before, away));
  const all = listed.some(({ startsOn }) => startsOn === value.startsOn) ? listed : [value, ...listed];
  return (
    <div className={styles["period"]}>
      <Pick
        label="For"
        value={value.span}
        onChange={(span) => onChange(periodOn(span, value.startsOn > today ? value.startsOn : today))}
        from={spans.map((span) => ({ id: span, words: words[span] }))}
      />
      <select
        aria-label="Which"
        value={periodKey(value)}
        onChange={({ target }) => {
          const chosen = all.find((period) => periodKey(period) === target.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {all.map((period) => (
          <option key={periodKey(period)} value={periodKey(period)}>
            {sayPeriod(period)}
          </option>
        ))}
      </select>
    </div>
  );
}
