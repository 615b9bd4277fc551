import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import styles from "./filters.module.css";

interface Props<K extends string> {
  label: string;
  choices: Readonly<Record<K, { words: string }>>;
  /** Null while nothing is chosen. */
  chosen: K | null;
  onChoose: (key: K) => void;
}

/** One of a few views of a list. */
export function Filters<K extends string>({ label, choices, chosen, onChoose }: Props<K>) {
  const keys = Object.keys(choices) as K[]; // the keys of a record of K
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={styles["filters"] ?? ""}
      disallowEmptySelection={chosen !== null}
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(selected) => {
        const key = keys.find((one) => selected.has(one));
        if (key !== undefined) onChoose(key);
      }}
    >
      {keys.map((key) => (
        <ToggleButton key={key} id={key} className={styles["filter"] ?? ""}>
          {choices[key].words}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
