import { lazy, Suspense, useEffect, useState } from "react";

/** One thing said at the edge of the screen. */
export interface Said {
  /** What happened: "Step done". */
  what: string;
  /** What was kept, and what to do; for what was refused. */
  more?: string;
  isRefused?: boolean;
  act?: { does: string; do: () => void };
}

/** Long enough to read and reach; the key takes it back after that, too. */
const shownMs = 8000;

/** Nothing is said before anything was done: the first screen does not wait for the code of it. */
const load = () => import("./toast-regions.tsx");
const Regions = lazy(async () => ({ default: (await load()).Regions }));

/** Says that something was done, with the way to take it back where there is one. */
export function sayDone(what: string, act?: Said["act"]): void {
  void saying(({ done }) => {
    done.clear();
    done.add({ what, ...(act && { act }) }, { timeout: shownMs });
  });
}

/** Says why something was not done, what was kept, and what to do. It stays until it is closed. */
export function sayRefused(what: string, more: string): void {
  void saying(({ refused }) => refused.add({ what, more, isRefused: true }));
}

async function saying(say: (regions: Awaited<ReturnType<typeof load>>) => void): Promise<void> {
  say(await load());
}

/** Where things are said; one for the whole app. */
export function Toasts() {
  const [isWanted, setWanted] = useState(false);
  useEffect(() => {
    const soon = setTimeout(() => setWanted(true), 100);
    return () => clearTimeout(soon);
  }, []);
  return <Suspense fallback={null}>{isWanted && <Regions />}</Suspense>;
}
