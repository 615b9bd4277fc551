import { type ReactNode, useId } from "react";
import styles from "./section.module.css";

interface Props {
  title: string;
  /** How many things it holds; with none it is not shown. */
  count?: number;
  aside?: ReactNode;
  children: ReactNode;
}

/** A part of a screen under its heading. */
export function Section({ title, count, aside, children }: Props) {
  const id = useId();
  if (count === 0) return null;
  return (
    <section className={styles["section"]} aria-labelledby={id}>
      <div className={styles["head"]}>
        <h2 id={id}>{title}</h2>
        <span className={styles["aside"]}>{aside ?? count}</span>
      </div>
      {children}
    </section>
  );
}
