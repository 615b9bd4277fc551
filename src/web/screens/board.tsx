import { useCallback, useState } from "react";
import { Link, useParams } from "wouter";
import type { BoardId } from "#domain/model/id.ts";
import { board } from "#questions/board.ts";
import { NotHere } from "../parts/not-here.tsx";
import { paths } from "../parts/paths.ts";
import { Pick } from "../parts/pick.tsx";
import { WallAlike } from "../parts/wall-alike.tsx";
import { WallBar } from "../parts/wall-bar.tsx";
import { type Opened, WallDialog } from "../parts/wall-dialog.tsx";
import { WallList } from "../parts/wall-list.tsx";
import { WallPlane } from "../parts/wall-plane.tsx";
import { WallWrite } from "../parts/wall-write.tsx";
import { useQuestion } from "../parts/workspace.tsx";
import styles from "./board.module.css";

type View = "wall" | "list";

/** A phone has no room for columns side by side. */
const isNarrow = () => matchMedia("(max-width: 48rem)").matches;

/** One board of an offsite: as a wall, or as the list that holds the same for keyboards, screen readers and phones (BD1). */
export function BoardScreen() {
  const boardId = useParams<{ id: string }>().id as BoardId; // an id that is none is found nowhere
  const shown = useQuestion((replica) => board(replica, boardId), [boardId]);
  const [chosen, setChosen] = useState<View | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = useCallback((what: Opened) => setOpened(what), []);
  if (shown === undefined) return <NotHere what="board" />;
  const view = chosen ?? (isNarrow() ? "list" : "wall");
  return (
    <div className={styles["board"]} data-pane>
      <header className={styles["head"]}>
        <div className={styles["title"]}>
          <div>
            <h1>{shown.board.name}</h1>
            <p className={styles["about"]}>
              {shown.event && <Link href={paths.event(shown.event.id)}>{shown.event.name}</Link>}
              {shown.board.group !== null && <span>{shown.board.group}</span>}
            </p>
          </div>
          <Pick
            label="Show it as"
            isLabelUnseen
            value={view}
            onChange={setChosen}
            from={[
              { id: "wall", words: "Wall" },
              { id: "list", words: "List" },
            ]}
          />
        </div>
        <WallBar shown={shown} />
        {shown.board.mode === "cluster" && shown.count > 1 && <WallAlike shown={shown} />}
        <WallWrite board={shown.board} />
      </header>
      {view === "wall" ? <WallPlane shown={shown} onOpen={open} /> : <WallList shown={shown} onOpen={open} />}
      {opened !== null && <WallDialog shown={shown} opened={opened} onClose={() => setOpened(null)} />}
    </div>
  );
}
