import { useId } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import styles from "./pick.module.css";

interface Props<T extends string> {
  label: string;
  isLabelUnseen?: boolean;
  value: T;
  onChange: (value: T) => void;
  from: readonly { id: T; words: string; count?: number }[];
}

/** One of a few, all of them in sight. */
export function Pick<T extends string>({ label, isLabelUnseen = false, value, onChange, from }: Props<T>) {
  const id = useId();
  return (
    <div className={styles["pick"]}>
      <span id={id} className={isLabelUnseen ? "unseen" : styles["label"]}>
        {label}
      </span>
      <ToggleButtonGroup
        aria-labelledby={id}
        className={styles["choices"] ?? ""}
        selectedKeys={[value]}
        disallowEmptySelection
        onSelectionChange={(keys) => {
          const chosen = from.find((one) => keys.has(one.id));
          if (chosen !== undefined) onChange(chosen.id);
        }}
      >
        {from.map((one) => (
          <ToggleButton key={one.id} id={one.id} className={styles["choice"] ?? ""}>
            {one.words}
            {one.count !== undefined && <b>{one.count}</b>}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
