import { useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import type { Board } from "#domain/model/board.ts";
import { sayProblem } from "#domain/model/problem.ts";
import { sayCount, shortened } from "#domain/model/say.ts";
import { readStickies, type ReadStickies } from "#formats/stickies.ts";
import { Button } from "./button.tsx";
import { Dialog, DialogActs } from "./dialog.tsx";
import { TextArea } from "./field.tsx";
import { filesChosen, type FileGiven, pasted } from "./files.ts";
import { useRun } from "./workspace.tsx";
import styles from "./wall-import.module.css";

/** Stickies of another whiteboard, or typed off a photo of a real one: a line each. Shown before they are hung up. */
export function WallImport({ board, onClose }: { board: Board; onClose: () => void }) {
  const run = useRun();
  const [text, setText] = useState("");
  const [read, setRead] = useState<ReadStickies | null>(null);
  const take = async (files: readonly FileGiven[]) => {
    const all = await Promise.all(
      files.map(async (file) => readStickies({ name: file.name, bytes: await file.bytes() })),
    );
    setRead({
      stickies: all.flatMap(({ stickies }) => stickies),
      problems: all.flatMap(({ problems }) => problems),
    });
  };
  const keep = async () => {
    if (read === null) return;
    await run("sticky.import", { boardId: board.id, stickies: read.stickies });
    onClose();
  };
  return (
    <Dialog title="Take stickies in" isOpen onClose={onClose} isWide>
      {read === null ? (
        <div className="asked">
          <p>An export of Miro, Mural or EasyRetro (.csv), or a list in Markdown or text whose headings are columns.</p>
          <FileTrigger allowsMultiple onSelect={(list) => void take(filesChosen(list))}>
            <Button>Choose files</Button>
          </FileTrigger>
          <TextArea label="Or type or paste them, a line each" rows={6} value={text} onChange={setText} />
          <DialogActs>
            <Button onPress={onClose}>Leave it</Button>
            <Button look="main" onPress={() => void take(pasted(text))}>
              Read them
            </Button>
          </DialogActs>
        </div>
      ) : (
        <div className="asked">
          {read.problems.length > 0 && (
            <ul role="alert">
              {read.problems.slice(0, 8).map((problem) => (
                <li key={`${problem.line} ${problem.what}`}>{sayProblem(problem)}</li>
              ))}
            </ul>
          )}
          <ul className={styles["read"]} tabIndex={0} aria-label="What was read">
            {read.stickies.map((sticky, at) => (
              <li key={`${at} ${sticky.text}`}>
                {shortened(sticky.text, 120)}{" "}
                <span>{[sticky.column, sticky.group, sticky.author].filter(Boolean).join(" · ")}</span>
              </li>
            ))}
          </ul>
          <DialogActs>
            <Button onPress={() => setRead(null)}>Choose others</Button>
            {read.stickies.length > 0 && (
              <Button look="main" onPress={() => void keep()}>
                Hang up {sayCount(read.stickies.length, "sticky", "stickies")}
              </Button>
            )}
          </DialogActs>
        </div>
      )}
    </Dialog>
  );
}
