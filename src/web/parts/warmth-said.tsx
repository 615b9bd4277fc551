import { Flame, type LucideIcon, Snowflake, Sun, Wind } from "lucide-react";
import type { Warmth, WarmthLevel } from "#domain/model/warmth.ts";
import styles from "./warmth-said.module.css";

const icons: Record<WarmthLevel, LucideIcon> = { hot: Flame, warm: Sun, cooling: Wind, cold: Snowflake };

/** How warm it is, and why, in one sentence (EC3). */
export function WarmthSaid({ warmth: { level, sentence } }: { warmth: Warmth }) {
  const Icon = icons[level];
  return (
    <p className={styles["warmth"]} data-level={level}>
      <Icon aria-hidden size={14} strokeWidth={2} />
      <span>
        <strong>{level}</strong>
        {sentence.slice(level.length)}
      </span>
    </p>
  );
}
