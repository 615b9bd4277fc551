import type { Board } from "../model/board.ts";
import type { MemberId } from "../model/id.ts";
import { sayCount } from "../model/say.ts";
import type { Change, Tx } from "../ports.ts";
import { Refusal } from "../refusal.ts";

/** Refuses a number of dots that is less than some member has put already (BD1). */
export async function refuseTooManyVotes(tx: Tx, board: Board, votesEach: number): Promise<void> {
  const most = Math.max(0, ...(await countsOf(tx, board)).values());
  if (most <= votesEach) return;
  throw new Refusal(
    "not-allowed",
    `Somebody has put ${sayCount(most, "dot")} on "${board.name}" already; ${votesEach} each would be fewer. They can be taken back first.`,
  );
}

/**
 * After an undo: dots that it brought back and that no longer fit, since their member has put them elsewhere meanwhile, go again. So
 * a member never has more than the board gives (BD1), and what a dot was on comes back all the same.
 * @throws Refusal where the undo lowered the number of dots below what some member has put.
 */
export async function fitVotes(tx: Tx, changes: readonly Change[]): Promise<void> {
  for (const { noun, id } of changes) {
    if (noun === "board") {
      const board = await tx.get("board", id as Board["id"]); // the journal's ids are of the noun beside them
      if (board) await refuseTooManyVotes(tx, board, board.votesEach);
    }
    if (noun !== "vote") continue;
    const vote = await tx.get("vote", id as Parameters<typeof tx.get<"vote">>[1]); // as above
    const board = vote && (await tx.get("board", vote.boardId));
    if (!board) continue;
    const counts = await countsOf(tx, board);
    if ((counts.get(vote.memberId) ?? 0) > board.votesEach) await tx.remove("vote", vote.id);
  }
}

async function countsOf(tx: Tx, { id: boardId }: Board): Promise<Map<MemberId, number>> {
  const counts = new Map<MemberId, number>();
  for (const { memberId } of await tx.list("vote", { boardId })) counts.set(memberId, (counts.get(memberId) ?? 0) + 1);
  return counts;
}
