import type { Board } from "../model/board.ts";
import type { MemberId, StickyId } from "../model/id.ts";
import { isSeenBy, type Sticky } from "../model/sticky.ts";
import type { Tx } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { found } from "./found.ts";

/** A sticky and its board. One that a member does not see yet is not there for them: they learn nothing of it. */
export async function seen(tx: Tx, stickyId: StickyId, memberId: MemberId): Promise<{ board: Board; sticky: Sticky }> {
  const sticky = await found(tx, "sticky", stickyId);
  const board = await found(tx, "board", sticky.boardId);
  if (!isSeenBy(board, sticky, memberId)) {
    throw new Refusal(
      "not-found",
      `There is no sticky ${stickyId} to see here yet: everybody still writes for themselves.`,
    );
  }
  return { board, sticky };
}
