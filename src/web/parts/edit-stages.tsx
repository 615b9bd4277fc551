import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useState } from "react";
import { type Stage, type StageMeaning, stageMeanings, stagesMax, usualStages } from "#domain/model/lead.ts";
import { Button } from "./button.tsx";
import { Dialog, DialogActs } from "./dialog.tsx";
import { TextField } from "./field.tsx";
import { IconButton } from "./icon-button.tsx";
import { NativePick } from "./native-pick.tsx";
import { useRun } from "./workspace.tsx";
import styles from "./edit-stages.module.css";

const meaningWords: Record<StageMeaning, string> = {
  going: "it goes on",
  won: "it was won",
  lost: "it was lost",
  resting: "it rests",
};

/** LD2: the stages in one's own words, and their order. The command says what cannot be. */
export function EditStages({ stages, onClose }: { stages: readonly Stage[]; onClose: () => void }) {
  const run = useRun();
  const [rows, setRows] = useState<readonly Stage[]>(stages);
  const change = (at: number, fields: Partial<Stage>) =>
    setRows(rows.map((stage, n) => (n === at ? { ...stage, ...fields } : stage)));
  const swap = (at: number, by: 1 | -1) => {
    const next = [...rows];
    const [one, other] = [next[at], next[at + by]];
    if (one === undefined || other === undefined) return;
    [next[at], next[at + by]] = [other, one];
    setRows(next);
  };
  const keep = async () => {
    const named = rows.map((stage) => ({ ...stage, name: stage.name.trim() }));
    await run("workspace.stages", { stages: named });
    onClose();
  };
  return (
    <Dialog title="Stages of leads" isOpen onClose={onClose} isWide>
      <form
        className="asked"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <ol className={styles["list"]}>
          {rows.map((stage, at) => (
            <li key={stage.key}>
              <TextField
                label={`Name of stage ${at + 1}`}
                isLabelUnseen
                value={stage.name}
                onChange={(name) => change(at, { name })}
                maxLength={40}
                isRequired
              />
              <NativePick
                label={`What stage ${at + 1} means`}
                isNeeded
                value={stage.means}
                onChange={(means) => change(at, { means: stageMeanings.find((one) => one === means) ?? "going" })}
                from={stageMeanings.map((id) => ({ id, words: meaningWords[id] }))}
              />
              <span className={styles["acts"]}>
                <IconButton
                  icon={ArrowUp}
                  label={`${stage.name} earlier`}
                  isDisabled={at === 0}
                  onPress={() => swap(at, -1)}
                />
                <IconButton
                  icon={ArrowDown}
                  label={`${stage.name} later`}
                  isDisabled={at === rows.length - 1}
                  onPress={() => swap(at, 1)}
                />
                <IconButton
                  icon={Trash2}
                  label={`Take ${stage.name} away`}
                  onPress={() => setRows(rows.filter((_, n) => n !== at))}
                />
              </span>
            </li>
          ))}
        </ol>
        <DialogActs>
          <Button onPress={() => setRows(usualStages)}>The usual ones</Button>
          <Button
            isDisabled={rows.length >= stagesMax}
            onPress={() => setRows([...rows, { key: freeKey(rows), name: "New stage", means: "going" }])}
          >
            Add a stage
          </Button>
          <Button look="main" type="submit" isDisabled={rows.some(({ name }) => name.trim() === "")}>
            Keep these
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

/** A key that no stage has; leads keep it, so that a stage can be given another name. */
function freeKey(stages: readonly Stage[]): string {
  let number = stages.length + 1;
  while (stages.some(({ key }) => key === `stage-${number}`)) number += 1;
  return `stage-${number}`;
}
