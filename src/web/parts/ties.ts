import { useEffect, useState } from "react";
import { Ties } from "#questions/comb-back/ties.ts";
import type { Replica } from "#replica/replica.ts";
import { useWorkspace } from "./workspace.tsx";

/** What the page knows of likeness, begun with the first comb-back and kept current from then on. */
let begun: { replica: Replica; focus: Ties; full: Promise<{ ties: Ties; stop: () => void }> } | undefined;

function tiesOf(replica: Replica) {
  if (begun?.replica !== replica) {
    void begun?.full.then(({ stop }) => stop());
    begun = { replica, focus: Ties.forFocus(replica), full: Ties.following(replica) };
  }
  return begun;
}

/** Which notes bear on a focus is known at once; what they resemble once the work under way is taken in, a part at a time. */
export function useTies(): { focus: Ties; ties: Ties | null } {
  const { replica } = useWorkspace();
  const { focus, full } = tiesOf(replica);
  const [ties, setTies] = useState<Ties | null>(null);
  useEffect(() => {
    let isHere = true;
    void full.then((filled) => isHere && setTies(filled.ties));
    return () => {
      isHere = false;
    };
  }, [full]);
  return { focus, ties };
}
