import { sayRepeat } from "#questions/say-repeat.ts";
import { useWorkingDays } from "./working-days.ts";

/** How a step repeats, in words (RP3). */
export function RepeatSaid({ repeats }: { repeats: string }) {
  return <>{sayRepeat(repeats, useWorkingDays())}</>;
}
