import { useState } from "react";
import type { Noun } from "#domain/model/nouns.ts";
import type { TimeZone } from "#domain/model/time.ts";
import { zoneOf } from "#questions/asking.ts";
import { history, type HistoryLine } from "#questions/history.ts";
import { saidOf } from "./said.ts";
import { useQuestion, useWorkspace } from "./workspace.tsx";
import styles from "./history.module.css";

/** What was done to a thing, by whom, when and where: "you, phone, Tue 14:02: due day Fri 6 Feb → Mon 9 Feb". Told when asked for. */
export function History({ noun, id }: { noun: Noun; id: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles["history"]} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>History</summary>
      {isOpen && <Lines noun={noun} id={id} />}
    </details>
  );
}

function Lines({ noun, id }: { noun: Noun; id: string }) {
  const workspace = useWorkspace();
  const lines = useQuestion(
    (replica, asking) =>
      history(replica, { noun, id }, { entries: workspace.entries(), deviceId: workspace.deviceId }, asking),
    [workspace, noun, id],
  );
  const zone = useQuestion(zoneOf, []);
  if (lines.length === 0) return <p>What was done to it is not on this device: it was before this copy began.</p>;
  return (
    <ol>
      {lines.map((line) => (
        <li key={line.entryId}>
          {line.who}, {line.device ?? (line.isThisDevice ? "this device" : "another device")}, {moment(line, zone)}:{" "}
          <b>{line.changes.length === 0 ? saidOf(line.command).toLowerCase() : changesOf(line)}</b>
        </li>
      ))}
    </ol>
  );
}

function changesOf({ changes }: HistoryLine): string {
  return changes.map(({ field, from, to }) => `${field} ${from ?? "none"} → ${to ?? "none"}`).join("; ");
}

function moment({ at }: HistoryLine, timeZone: TimeZone): string {
  return new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  }).format(new Date(at));
}
