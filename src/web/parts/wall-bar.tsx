import { ChevronLeft, ChevronRight, Ellipsis, QrCode } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { MenuItem, MenuTrigger, Menu } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { type BoardMode, boardModes, boardModeWords } from "#domain/model/board.ts";
import { sayCount } from "#domain/model/say.ts";
import type { BoardShown } from "#questions/board.ts";
import { Button } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";
import { WallClock } from "./wall-clock.tsx";
import { useRun, useWorkspace } from "./workspace.tsx";
import menus from "./menu.module.css";
import styles from "./wall-bar.module.css";

const WallSettings = lazy(async () => ({ default: (await import("./wall-settings.tsx")).WallSettings }));
const WallJoin = lazy(async () => ({ default: (await import("./wall-join.tsx")).WallJoin }));
const WallImport = lazy(async () => ({ default: (await import("./wall-import.tsx")).WallImport }));

/** What stands before the wall. */
type Before = "settings" | "join" | "import" | null;

/** How far the wall is and what everybody does now; whoever facilitates moves it on here (BD1). */
export function WallBar({ shown }: { shown: BoardShown }) {
  const { board, isFacilitator } = shown;
  const [before, setBefore] = useState<Before>(null);
  const close = () => setBefore(null);
  return (
    <div className={styles["bar"]}>
      <ol className={styles["modes"]} aria-label="How far the wall is">
        {boardModes.map((mode) => (
          <li
            key={mode}
            className={mode === board.mode ? styles["now"] : styles["mode"]}
            aria-current={mode === board.mode ? "step" : undefined}
          >
            {boardModeWords[mode].name}
          </li>
        ))}
      </ol>
      <div className={styles["acts"]}>
        <WallClock board={board} />
        {isFacilitator ? <Steps shown={shown} /> : <TakeOver shown={shown} />}
        <IconButton icon={QrCode} label="Let others join" onPress={() => setBefore("join")} />
        <More shown={shown} onChoose={setBefore} />
      </div>
      <p className={styles["does"]} role="status">
        <span>{boardModeWords[board.mode].does}</span> <Counts shown={shown} />
      </p>
      <Suspense fallback={null}>
        {before === "settings" && <WallSettings shown={shown} onClose={close} />}
        {before === "join" && <WallJoin shown={shown} onClose={close} />}
        {before === "import" && <WallImport board={board} onClose={close} />}
      </Suspense>
    </div>
  );
}

/** What is to be known now: who writes, or how many dots are left. */
function Counts({ shown: { board, count, hidden, writers, votes, isFacilitator } }: { shown: BoardShown }) {
  if (board.mode === "vote") {
    return (
      <span className={styles["counts"]}>
        <b>
          {votes.left} of {sayCount(votes.each, "dot")} left
        </b>
        {isFacilitator && ` · ${sayCount(votes.voters, "person has", "people have")} put ${votes.put}`}
      </span>
    );
  }
  return (
    <span className={styles["counts"]}>
      {sayCount(count, "sticky", "stickies")}
      {hidden > 0 && `, ${hidden} not shown yet`}
      {board.mode === "write" &&
        writers.length > 0 &&
        ` · ${writers.map(({ name, count }) => `${name.split(" ")[0]} ${count}`).join(", ")}`}
    </span>
  );
}

function Steps({ shown: { board } }: { shown: BoardShown }) {
  const run = useRun();
  const at = boardModes.indexOf(board.mode);
  const [last, next] = [boardModes[at - 1], boardModes[at + 1]];
  const go = (mode: BoardMode) => void run("board.mode", { boardId: board.id, mode });
  return (
    <>
      {last !== undefined && (
        <IconButton icon={ChevronLeft} label={`Back to ${boardModeWords[last].name}`} onPress={() => go(last)} />
      )}
      {next !== undefined && (
        <Button look="main" icon={ChevronRight} onPress={() => go(next)}>
          {boardModeWords[next].name}
        </Button>
      )}
    </>
  );
}

function TakeOver({ shown: { board, facilitator } }: { shown: BoardShown }) {
  const run = useRun();
  const { replica } = useWorkspace();
  return (
    <span className={styles["facilitator"]}>
      {facilitator ?? "Somebody"} facilitates
      <Button
        look="bare"
        onPress={() => void run("board.change", { boardId: board.id, facilitatorId: replica.memberId })}
      >
        Take over
      </Button>
    </span>
  );
}

const minutes = [2, 5, 10, 15] as const;

function More({ shown: { board, isFacilitator }, onChoose }: { shown: BoardShown; onChoose: (what: Before) => void }) {
  const run = useRun();
  const { id: boardId } = board;
  const act = (key: string) => {
    if (key === "tidy") void run("board.tidy", { boardId });
    else if (key === "stop") void run("board.time", { boardId, minutes: null });
    else if (key === "settings" || key === "import") onChoose(key);
    else void run("board.time", { boardId, minutes: Number(key) });
  };
  return (
    <MenuTrigger>
      <IconButton icon={Ellipsis} label="More for this board" />
      <Popover className={menus["popover"] ?? ""} placement="bottom end">
        <Menu className={menus["menu"] ?? ""} aria-label="More for this board" onAction={(key) => act(String(key))}>
          <Item id="tidy">Tidy up</Item>
          {isFacilitator
            ? minutes.map((each) => <Item key={each} id={String(each)}>{`Give ${each} minutes`}</Item>)
            : []}
          {isFacilitator && board.timerEndsAt !== null && <Item id="stop">Stop the clock</Item>}
          <Item id="import">Take stickies in from a file</Item>
          <Item id="settings">Columns, dots and name</Item>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Item({ id, children }: { id: string; children: string }) {
  return (
    <MenuItem id={id} textValue={children} className={menus["item"] ?? ""}>
      <span>{children}</span>
    </MenuItem>
  );
}
