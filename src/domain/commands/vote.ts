import * as z from "zod";
import { command } from "../command.ts";
import { boardModeWords } from "../model/board.ts";
import { BoardId, ClusterId, type MemberId, StickyId, type VoteId } from "../model/id.ts";
import { sayCount } from "../model/say.ts";
import { instantOf } from "../model/time.ts";
import type { Vote } from "../model/vote.ts";
import type { Tx } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { found } from "./found.ts";
import { seen } from "./seen.ts";

/** On what a dot is: a cluster, or a sticky. The journal does not say which: dots are hidden until they are counted. */
const args = z
  .strictObject({
    boardId: BoardId,
    clusterId: ClusterId.nullable().default(null),
    stickyId: StickyId.nullable().default(null),
  })
  .refine(({ clusterId, stickyId }) => (clusterId === null) !== (stickyId === null), {
    error: "names a cluster or a sticky, and one of them",
  });

/** BD1: one dot, of as many as the board gives each; several may be on one thing. A sticky in a cluster stands for its cluster. */
const put = command({
  title: "Put a dot",
  args,
  async run({ boardId, ...on }, { tx, memberId, newId, now }) {
    const board = await voting(tx, boardId);
    const target = await targetOf(tx, { boardId, ...on }, memberId);
    const own = await tx.list("vote", { boardId, memberId });
    if (own.length >= board.votesEach) {
      throw new Refusal(
        "not-allowed",
        `${sayCount(board.votesEach, "dot")} each on "${board.name}", and yours are on it already. Take one back to put it here.`,
      );
    }
    const id = newId() as VoteId;
    await tx.insert("vote", { id, createdAt: instantOf(now), boardId, memberId, ...target });
    return { voteId: id };
  },
  kept: ({ boardId }) => ({ boardId }),
});

/** Takes back one dot of one's own from a thing. */
const takeBack = command({
  title: "Take back a dot",
  args,
  async run({ boardId, ...on }, { tx, memberId }) {
    await voting(tx, boardId);
    const target = await targetOf(tx, { boardId, ...on }, memberId);
    const last = (await tx.list("vote", { boardId, memberId, ...target })).at(-1);
    if (last === undefined) throw new Refusal("not-found", "None of your dots is on it.");
    await tx.remove("vote", last.id);
  },
  kept: ({ boardId }) => ({ boardId }),
});

async function voting(tx: Tx, boardId: BoardId) {
  const board = await found(tx, "board", boardId);
  if (board.mode === "vote") return board;
  throw new Refusal(
    "not-allowed",
    `"${board.name}" is at ${boardModeWords[board.mode].name}; dots are put and taken back while it is at ${boardModeWords.vote.name}.`,
  );
}

async function targetOf(
  tx: Tx,
  { boardId, clusterId, stickyId }: Pick<Vote, "boardId" | "clusterId" | "stickyId">,
  memberId: MemberId,
): Promise<Pick<Vote, "clusterId" | "stickyId">> {
  const sticky = stickyId === null ? null : (await seen(tx, stickyId, memberId)).sticky;
  const cluster = clusterId === null ? null : await found(tx, "cluster", clusterId);
  if ((sticky ?? cluster)?.boardId !== boardId) {
    throw new Refusal("not-found", "That is on another board. Put the dot there.");
  }
  const on = cluster?.id ?? sticky?.clusterId ?? null;
  return on === null ? { clusterId: null, stickyId } : { clusterId: on, stickyId: null };
}

export const voteCommands = { "vote.put": put, "vote.takeBack": takeBack } as const;
