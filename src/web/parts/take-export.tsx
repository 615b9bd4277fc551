import { useState } from "react";
import type { AlsoWanted } from "#domain/commands/arriving.ts";
import { sayAll, sayCount, sayDay, sayNouns } from "#domain/model/say.ts";
import { dayAt } from "#domain/model/time.ts";
import { type ArrivingShown, arriving } from "#questions/arriving.ts";
import { zoneOf } from "#questions/asking.ts";
import type { ExportRead } from "../device/reader.ts";
import { Button } from "./button.tsx";
import { ExportChoice } from "./export-choice.tsx";
import { useQuestion, useRun } from "./workspace.tsx";
import styles from "./take-export.module.css";

/** Records of which each field that differs is shown; more are counted. */
const differingShown = 50;

/** An export into the workspace that is here: chosen, looked at beside what is here, and only then taken in (DA1). */
export function TakeExport() {
  const [read, setRead] = useState<ExportRead | null>(null);
  if (read === null) return <ExportChoice does="Import an export" onRead={setRead} />;
  return <DryRun read={read} onDone={() => setRead(null)} />;
}

function DryRun({ read, onDone }: { read: ExportRead; onDone: () => void }) {
  const run = useRun();
  const [also, setAlso] = useState<AlsoWanted>({ differing: false, removed: false });
  const [isTaking, setTaking] = useState(false);
  const shown = useQuestion((replica, asking) => arriving(replica, { rows: read.rows, also }, asking), [read, also]);
  const zone = useQuestion(zoneOf, []);
  const isOwn = useQuestion((replica) => replica.workspaceId === read.workspaceId, [read]);
  const take = async () => {
    setTaking(true);
    try {
      await run("workspace.takeIn", shown.args);
      onDone();
    } finally {
      setTaking(false);
    }
  };
  const on = read.exportedAt === null ? "" : ` of ${sayDay(dayAt(Temporal.Instant.from(read.exportedAt), zone))}`;
  return (
    <section className={styles["dry"]} aria-labelledby="dry-run">
      <h3 id="dry-run">{isOwn ? `An export of this workspace${on}` : `Another workspace's export${on}`}</h3>
      <p>
        {isOwn
          ? "Nothing was taken in yet. What is here stays, unless you say otherwise below."
          : "Nothing was taken in yet. Its records are added to this workspace; its settings are not, and what was done there is no part of this history."}
      </p>
      <ul className={styles["facts"]}>
        <Fact words="Not here yet, and would come" what={sayCounts(shown.fresh)} />
        <Fact words="Here already, just so" what={shown.same === 0 ? "" : sayCount(shown.same, "record")} />
        <Fact words="Part of what was removed here, and left out" what={sayCounts(shown.left)} />
      </ul>
      {shown.differing.length > 0 && (
        <>
          <label className={styles["also"]}>
            <input
              type="checkbox"
              checked={also.differing}
              onChange={({ target }) => setAlso({ ...also, differing: target.checked })}
            />
            <span>
              Put {sayCount(shown.differing.length, "record")} that {shown.differing.length === 1 ? "says" : "say"}{" "}
              something else here back as the export has {shown.differing.length === 1 ? "it" : "them"}
            </span>
          </label>
          <Differing differing={shown.differing} />
        </>
      )}
      {shown.removed.length > 0 && (
        <label className={styles["also"]}>
          <input
            type="checkbox"
            checked={also.removed}
            onChange={({ target }) => setAlso({ ...also, removed: target.checked })}
          />
          <span>Bring back what was removed here since: {sayCounts(shown.removed)}</span>
        </label>
      )}
      <div className={styles["acts"]}>
        <Button look="main" isDisabled={shown.coming === 0 || isTaking} onPress={() => void take()}>
          {shown.coming === 0 ? "Nothing to take in" : `Take in ${sayCount(shown.coming, "record")}`}
        </Button>
        <Button isDisabled={isTaking} onPress={onDone}>
          Leave it
        </Button>
      </div>
    </section>
  );
}

function Fact({ words, what }: { words: string; what: string }) {
  if (what === "") return null;
  return (
    <li>
      <span>{words}</span>
      <span>{what}</span>
    </li>
  );
}

function sayCounts(counted: ArrivingShown["fresh"]): string {
  return sayAll(counted.map(({ noun, count }) => [count, sayNouns(count, noun)]));
}

function Differing({ differing }: Pick<ArrivingShown, "differing">) {
  const more = differing.length - differingShown;
  return (
    <details className={styles["differing"]}>
      <summary>What differs</summary>
      <ul>
        {differing.slice(0, differingShown).map(({ noun, id, name, changes }) => (
          <li key={id}>
            <b>{name}</b> <small>{noun}</small>
            {changes.map(({ field, from, to }) => (
              <p key={field}>
                {field}: {from ?? "none"} here, {to ?? "none"} in the export
              </p>
            ))}
          </li>
        ))}
        {more > 0 && <li>and {sayCount(more, "more record", "more records")}</li>}
      </ul>
    </details>
  );
}
