import { useId } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { sayDay } from "#domain/model/say.ts";
import { Day } from "#domain/model/time.ts";
import { type DayWord, dayWords } from "#questions/day-words.ts";
import { useToday } from "./day-said.tsx";
import { useQuestion } from "./workspace.tsx";
import styles from "./day-field.module.css";

interface Props {
  label: string;
  value: Day | null;
  onChange: (day: Day | null) => void;
  /** Called with a day of the list that was pressed: it is decided in one tap. */
  onPick?: ((day: Day) => void) | undefined;
}

/** A day: the few that people mean most, in one tap, and any other. */
export function DayField({ label, value, onChange, onPick }: Props) {
  const words = useQuestion(dayWords, []);
  const today = useToday();
  const id = useId();
  const chosen = words.find(({ day }) => day === value);
  return (
    <div>
      <ToggleButtonGroup
        aria-label={label}
        className={styles["days"] ?? ""}
        selectedKeys={chosen === undefined ? [] : [chosen.day]}
        onSelectionChange={(keys) => {
          const picked = words.find(({ day }) => keys.has(day));
          onChange(picked?.day ?? null);
        }}
      >
        {words.map(({ words: said, day }: DayWord) => (
          <ToggleButton key={day} id={day} className={styles["day"] ?? ""} onPress={() => onPick?.(day)}>
            {said}
            <small>{sayDay(day, today)}</small>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <div className={styles["other"]}>
        <label htmlFor={id}>Another day</label>
        <input
          id={id}
          type="date"
          value={chosen === undefined ? (value ?? "") : ""}
          onChange={({ target }) => onChange(Day.safeParse(target.value).data ?? null)}
        />
      </div>
    </div>
  );
}
