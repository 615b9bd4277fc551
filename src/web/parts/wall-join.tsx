import { encode } from "uqr";
import type { BoardShown } from "#questions/board.ts";
import { Button } from "./button.tsx";
import { Dialog, DialogActs } from "./dialog.tsx";
import { paths } from "./paths.ts";
import { useRun } from "./workspace.tsx";
import styles from "./wall-join.module.css";

/** The way to this board for people in the room: the code of its link, as large as it goes, and the link to send (BD1). */
export function WallJoin({ shown: { board, isFacilitator }, onClose }: { shown: BoardShown; onClose: () => void }) {
  const run = useRun();
  const { id: boardId, joinKey } = board;
  const link = `${location.origin}${joinKey === null ? paths.board(boardId) : paths.join(joinKey)}`;
  return (
    <Dialog title={`Join “${board.name}”`} isOpen onClose={onClose} isWide>
      <Code text={link} />
      <p className={styles["link"]}>
        <a href={link}>{link}</a>
      </p>
      <p>
        {joinKey === null
          ? "This link is for the team: people who have this workspace on their device. Open the board to let guests in."
          : "Whoever has this link joins this board as a guest, with a name and without an account, until you close it."}
      </p>
      <DialogActs>
        <Button onPress={() => void navigator.clipboard?.writeText(link)}>Copy the link</Button>
        {isFacilitator && joinKey !== null && (
          <Button look="danger" onPress={() => void run("board.close", { boardId })}>
            Close it to guests
          </Button>
        )}
        {isFacilitator && joinKey === null && (
          <Button look="main" onPress={() => void run("board.open", { boardId })}>
            Open it to guests
          </Button>
        )}
      </DialogActs>
    </Dialog>
  );
}

/** A text as a QR code (ISO/IEC 18004), dark on light in either theme: so every camera reads it. */
function Code({ text }: { text: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg className={styles["code"]} viewBox={`0 0 ${size} ${size}`} role="img" aria-label="The code of the link below">
      <path d={path} />
    </svg>
  );
}
