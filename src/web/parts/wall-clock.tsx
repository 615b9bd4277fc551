import { useEffect, useState } from "react";
import type { Board } from "#domain/model/board.ts";
import styles from "./wall-clock.module.css";

/** The time that is left, where a clock runs; for everybody who has the wall open. */
export function WallClock({ board: { timerEndsAt } }: { board: Board }) {
  const left = useSecondsLeft(timerEndsAt);
  if (left === null) return null;
  const isOver = left <= 0;
  const said = `${Math.floor(Math.max(0, left) / 60)}:${String(Math.max(0, left) % 60).padStart(2, "0")}`;
  return (
    <span className={isOver ? styles["over"] : styles["clock"]} role="timer" aria-label="Time left">
      {isOver ? "Time is up" : said}
    </span>
  );
}

function useSecondsLeft(endsAt: string | null): number | null {
  const [, setTick] = useState(0);
  useEffect(() => {
    if (endsAt === null) return;
    const timer = setInterval(() => setTick((tick) => tick + 1), 500);
    return () => clearInterval(timer);
  }, [endsAt]);
  if (endsAt === null) return null;
  const ms = Temporal.Instant.from(endsAt).epochMilliseconds - Temporal.Now.instant().epochMilliseconds;
  return Math.ceil(ms / 1000);
}
