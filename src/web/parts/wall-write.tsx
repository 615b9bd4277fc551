import { type FormEvent, useRef, useState } from "react";
import type { Board } from "#domain/model/board.ts";
import { stickyTextMax } from "#domain/model/sticky.ts";
import { Button } from "./button.tsx";
import { TextField } from "./field.tsx";
import { useKeys } from "./keys.ts";
import { NativePick } from "./native-pick.tsx";
import { useRun } from "./workspace.tsx";
import styles from "./wall-write.module.css";

/** One line to write a sticky in: Enter hangs it up, and the next can be written. `n` comes here from anywhere on the wall. */
export function WallWrite({ board }: { board: Board }) {
  const run = useRun();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useKeys({ n: { does: "Write a sticky", act: () => field.current?.focus() } });
  const columnId = board.columns.some(({ id }) => id === chosen) ? (chosen ?? "") : (board.columns[0]?.id ?? "");
  const write = async (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim();
    if (words === "") return;
    setText("");
    field.current?.focus();
    try {
      await run("sticky.write", { boardId: board.id, columnId, text: words }, { say: "" });
    } catch {
      setText((now) => (now === "" ? words : now)); // why not was said
    }
  };
  return (
    <form className={styles["write"]} onSubmit={(event) => void write(event)}>
      <NativePick
        label="Column"
        value={columnId}
        onChange={setChosen}
        isNeeded
        from={board.columns.map(({ id, name }) => ({ id, words: name }))}
      />
      <TextField
        label="A sticky"
        value={text}
        onChange={setText}
        maxLength={stickyTextMax}
        placeholder={board.mode === "write" ? "One thought, for yourself until all are shown" : "One thought"}
        autoComplete="off"
        inputRef={field}
      />
      <Button type="submit" keyName="n">
        Hang it up
      </Button>
    </form>
  );
}
