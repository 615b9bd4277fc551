import { useEffect, useState } from "react";
import { isWorthAsking } from "#debrief/worth-asking.ts";
import type { EventId } from "#domain/model/id.ts";
import { knownAt } from "#questions/known.ts";
import type { PageReading } from "#reading/read.ts";
import { reader } from "../device/reader.ts";
import type { OpenWorkspace } from "../device/open-workspace.ts";
import { useWorkspace } from "./workspace.tsx";

/** A pause in typing after which the line is read. */
const pauseMs = 160;
/** A reader that takes longer than this holds nothing up: the line is kept as it is. */
const patienceMs = 4000;

/** What the reader makes of a line as it is typed, null while it has not read any; it reads beside the page, in the pauses. */
export function useLineReading(text: string, eventId: EventId | null): PageReading["proposals"] | null {
  const workspace = useWorkspace();
  const [proposals, setProposals] = useState<PageReading["proposals"] | null>(null);
  useEffect(() => {
    void ask(workspace, "", null); // so that it is there when the first words are
  }, [workspace]);
  useEffect(() => {
    if (text.trim() === "") return;
    let isCurrent = true;
    const show = async () => {
      const reading = await ask(workspace, text, eventId);
      if (isCurrent) setProposals((reading?.proposals ?? []).filter(isWorthAsking));
    };
    const pause = setTimeout(() => void show(), pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(pause);
    };
  }, [workspace, text, eventId]);
  // What was read of the words before stays in sight until these are read, so that nothing jumps.
  return text.trim() === "" ? null : proposals;
}

/** Reads a line that is to be kept; undefined where the reader fails or takes too long. */
export function readLine(workspace: OpenWorkspace, text: string, eventId: EventId | null) {
  const patience = new Promise<undefined>((done) => setTimeout(() => done(undefined), patienceMs));
  return Promise.race([ask(workspace, text, eventId), patience]);
}

async function ask(
  { replica }: OpenWorkspace,
  text: string,
  eventId: EventId | null,
): Promise<PageReading | undefined> {
  const known = knownAt(replica, replica.get("event", eventId), { now: Temporal.Now.instant() });
  try {
    return await reader.ask({ ask: "line", text, known });
  } catch {
    return undefined; // the words are what counts
  }
}
