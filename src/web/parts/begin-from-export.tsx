import { useState } from "react";
import { Refusal } from "#domain/refusal.ts";
import { sayAll, sayNouns } from "#domain/model/say.ts";
import type { MemberId, WorkspaceId } from "#domain/model/id.ts";
import { nounNames } from "#domain/model/nouns.ts";
import type { Member, Workspace } from "#domain/model/workspace.ts";
import type { ArgsOf } from "#domain/run.ts";
import type { ExportRead } from "../device/reader.ts";
import { Button } from "./button.tsx";
import { ExportChoice } from "./export-choice.tsx";
import { NativePick } from "./native-pick.tsx";
import styles from "./take-export.module.css";

/** Whose workspace an export is taken in as. */
interface Whose {
  workspaceId: WorkspaceId;
  memberId: MemberId;
}

export type Take = (workspace: ArgsOf<"workspace.import">, whose: Whose) => Promise<void>;

interface Props {
  take: Take;
}

/** On a device that holds nothing yet: an exported workspace begins here as it was (DA1), with no network, too. */
export function BeginFromExport({ take }: Props) {
  const [read, setRead] = useState<ExportRead | null>(null);
  if (read === null) return <ExportChoice does="I have an export" onRead={setRead} />;
  return <Found read={read} take={take} onLeave={() => setRead(null)} />;
}

function Found({ read, take, onLeave }: Props & { read: ExportRead; onLeave: () => void }) {
  const living = read.rows.filter(({ removed }) => !removed);
  const workspace = living.find(({ noun }) => noun === "workspace")?.record as Workspace; // an export holds exactly one
  const members = living.flatMap(({ noun, record }) => (noun === "member" ? [record as Member] : [])); // that noun's
  const [who, setWho] = useState(members.length === 1 ? (members[0]?.id ?? "") : "");
  const [state, setState] = useState<{ isTaking: boolean; notice: string | null }>({ isTaking: false, notice: null });
  const counts = nounNames
    .filter((noun) => noun !== "workspace" && noun !== "member")
    .map((noun) => [noun, living.filter((row) => row.noun === noun).length] as const);
  const me = members.find(({ id }) => id === who);
  const begin = async () => {
    if (me === undefined) return;
    setState({ isTaking: true, notice: null });
    const records = read.rows.map(({ noun, record, removed }) => ({ noun, fields: record, removed }));
    try {
      const whose = { workspaceId: workspace.id, memberId: me.id };
      await take({ records, entries: read.entries, sha256: read.sha256 }, whose);
    } catch (error) {
      const why = error instanceof Refusal || error instanceof Error ? error.message : String(error);
      setState({ isTaking: false, notice: `${why} Nothing was taken in.` });
    }
  };
  return (
    <section className={styles["dry"]} aria-labelledby="found">
      <h2 id="found">{workspace.name}</h2>
      {state.notice !== null && <p role="alert">{state.notice}</p>}
      <p>{sayAll(counts.map(([noun, count]) => [count, sayNouns(count, noun)])) || "Nothing was written down yet."}</p>
      {members.length > 1 && (
        <NativePick
          label="Which of them are you?"
          isNeeded
          value={who}
          onChange={setWho}
          from={members.map(({ id, name }) => ({ id, words: name }))}
        />
      )}
      <div className={styles["acts"]}>
        <Button look="main" isDisabled={me === undefined || state.isTaking} onPress={() => void begin()}>
          {me === undefined ? "Take it in" : `Take it in as ${me.name}`}
        </Button>
        <Button isDisabled={state.isTaking} onPress={onLeave}>
          Leave it
        </Button>
      </div>
    </section>
  );
}
