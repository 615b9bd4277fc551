import { Plus, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { columnsMax } from "#domain/model/board.ts";
import type { BoardShown } from "#questions/board.ts";
import { Button } from "./button.tsx";
import { Dialog, DialogActs } from "./dialog.tsx";
import { TextField } from "./field.tsx";
import { IconButton } from "./icon-button.tsx";
import { useRun } from "./workspace.tsx";
import styles from "./wall-settings.module.css";

/** A board's name, group, columns and dots. */
export function WallSettings({ shown: { board }, onClose }: { shown: BoardShown; onClose: () => void }) {
  const run = useRun();
  const [name, setName] = useState(board.name);
  const [group, setGroup] = useState(board.group ?? "");
  const [votesEach, setVotesEach] = useState(String(board.votesEach));
  const [columns, setColumns] = useState<{ id: string | null; name: string }[]>([...board.columns]);
  const [why, setWhy] = useState<string | null>(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const named = columns.filter((column) => column.name.trim() !== "");
    const isSame = JSON.stringify(named) === JSON.stringify(board.columns);
    try {
      await run("board.change", {
        boardId: board.id,
        name: name.trim(),
        group: group.trim() || null,
        votesEach: Number(votesEach),
        ...(!isSame && { columns: named }),
      });
      onClose();
    } catch (error) {
      setWhy(error instanceof Error ? error.message : String(error));
    }
  };
  const rename = (at: number, words: string) =>
    setColumns((now) => now.map((column, place) => (place === at ? { ...column, name: words } : column)));
  return (
    <Dialog title="This board" isOpen onClose={onClose}>
      <form className="asked" onSubmit={(event) => void save(event)}>
        <TextField label="Its name" value={name} onChange={setName} isRequired autoComplete="off" />
        <TextField
          label="Breakout group"
          hint="Empty where it is the whole team's."
          value={group}
          onChange={setGroup}
          autoComplete="off"
        />
        <TextField label="Dots each" type="number" value={votesEach} onChange={setVotesEach} isRequired />
        <fieldset className={styles["columns"]}>
          <legend>Columns</legend>
          {columns.map((column, at) => (
            <div key={column.id ?? `new ${at}`} className={styles["column"]}>
              <TextField
                label={`Column ${at + 1}`}
                isLabelUnseen
                value={column.name}
                onChange={(words) => rename(at, words)}
                maxLength={60}
                autoComplete="off"
              />
              <IconButton
                icon={X}
                label={`Take column ${at + 1} away`}
                onPress={() => setColumns((now) => now.filter((_, place) => place !== at))}
              />
            </div>
          ))}
          {columns.length < columnsMax && (
            <Button icon={Plus} onPress={() => setColumns((now) => [...now, { id: null, name: "" }])}>
              Another column
            </Button>
          )}
        </fieldset>
        {why !== null && <p role="alert">{why}</p>}
        <DialogActs>
          <Button onPress={onClose}>Leave it</Button>
          <Button look="main" type="submit">
            Keep the change
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
