import type { ReactNode } from "react";
import styles from "./empty.module.css";

/** An empty place: what belongs here, and the first act. */
export function Empty({ title, children, act }: { title: string; children?: ReactNode; act?: ReactNode }) {
  return (
    <div className={styles["empty"]}>
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {act}
    </div>
  );
}
