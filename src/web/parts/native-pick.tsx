import { useId } from "react";
import styles from "./field.module.css";

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Without it, nothing can be chosen, too. */
  isNeeded: boolean;
  /** What choosing nothing means, in words. */
  nothing?: string;
  from: readonly { id: string; words: string }[];
}

/** One of many, by the browser's own list: it is quick with thousands, and a phone shows it as its own. */
export function NativePick({ label, value, onChange, isNeeded, nothing = "Not said", from }: Props) {
  const id = useId();
  return (
    <div className={styles["field"]}>
      <label htmlFor={id} className={styles["label"]}>
        {label}
      </label>
      <select
        id={id}
        className={styles["input"]}
        value={value}
        required={isNeeded}
        onChange={({ target }) => onChange(target.value)}
      >
        {(!isNeeded || value === "") && <option value="">{isNeeded ? "Choose" : nothing}</option>}
        {from.map((one) => (
          <option key={one.id} value={one.id}>
            {one.words}
          </option>
        ))}
      </select>
    </div>
  );
}
