import { useSyncExternalStore } from "react";

/** The clock of all screens: one instant a minute, so that "today" becomes tomorrow while a screen is open. */
const minuteMs = 60_000;

let shown = thisMinute();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** The minute it is. */
export function useMinute(): Temporal.Instant {
  return useSyncExternalStore(subscribe, () => shown);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(advance, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function advance(): void {
  const minute = thisMinute();
  if (Temporal.Instant.compare(minute, shown) === 0) return;
  shown = minute;
  for (const listener of listeners) listener();
}

function thisMinute(): Temporal.Instant {
  const now = Temporal.Now.instant().epochMilliseconds;
  return Temporal.Instant.fromEpochMilliseconds(now - (now % minuteMs));
}
