import * as z from "zod";
import { command } from "../command.ts";
import { Commitment } from "../model/commitment.ts";
import { CommitmentId } from "../model/id.ts";
import { liesIn, periodOn, sayPeriod } from "../model/period.ts";
import { Prose } from "../model/text.ts";
import { instantOf } from "../model/time.ts";
import { Refusal } from "../refusal.ts";
import { monthEndCommands } from "./commitment-month.ts";
import { openCommitment } from "./commitment-open.ts";
import { childrenOf, rankFor, refuseCircle, refuseOutside } from "./commitment-outline.ts";
import { found, refersTo } from "./found.ts";
import { changes, given } from "./given.ts";
import { unname } from "./unname.ts";

const fields = Commitment.pick({ what: true, about: true, span: true, startsOn: true });

/** After which of the same parent it stands: null is first; not given is last. */
const after = CommitmentId.nullable().optional();

/**
 * PL1, PL2: what I or the team committed to for a year, a quarter or a month, which any of its days names. Nobody named: it is mine;
 * null is the whole team's. It lies in the time of the commitment that it serves.
 */
const add = command({
  title: "Add a commitment",
  args: z.strictObject({
    ...fields.shape,
    parentId: Commitment.shape.parentId,
    memberId: Commitment.shape.memberId.unwrap().optional(),
    after,
  }),
  async run({ after: before, span, startsOn, parentId, memberId, ...args }, work) {
    const { tx, newId, now } = work;
    await refersTo(tx, "member", memberId);
    const period = periodOn(span, startsOn);
    if (parentId !== null) refuseOutside(args.what, period, await refuseCircle(work, parentId, { id: null, ...args }));
    const id = newId() as CommitmentId;
    const rank = await rankFor(tx, { id, parentId, after: before });
    const owner = memberId === undefined ? work.memberId : memberId;
    const commitment = { ...args, ...period, id, createdAt: instantOf(now), parentId, memberId: owner, rank };
    await tx.insert("commitment", Commitment.parse(commitment));
    return { commitmentId: id };
  },
});

/** Another time has to fit what it serves, and what is open in it (PL2). */
const change = command({
  title: "Change a commitment",
  args: z.strictObject({
    commitmentId: CommitmentId,
    ...changes(fields),
    memberId: Commitment.shape.memberId.unwrap().optional(),
  }),
  async run({ commitmentId, ...args }, { tx }) {
    const commitment = await found(tx, "commitment", commitmentId);
    await refersTo(tx, "member", args.memberId);
    const { what = commitment.what, span = commitment.span, startsOn = commitment.startsOn } = args;
    const period = periodOn(span, startsOn);
    if (period.span === commitment.span && period.startsOn === commitment.startsOn) {
      await tx.patch("commitment", commitmentId, { ...given(args), ...period });
      return;
    }
    if (commitment.parentId !== null) refuseOutside(what, period, await found(tx, "commitment", commitment.parentId));
    const outside = (await childrenOf(tx, commitmentId)).find((one) => one.state === "open" && !liesIn(one, period));
    if (outside !== undefined) {
      throw new Refusal(
        "not-allowed",
        `"${what}" would be for ${sayPeriod(period)}, and "${outside.what}", which serves it, is for ${sayPeriod(outside)}. Move that one first, or take it out of there.`,
      );
    }
    await tx.patch("commitment", commitmentId, { ...given(args), ...period });
  },
});

/** PL2: puts a commitment elsewhere in the outline. Only it is written, so that two devices that move two of them both win. */
const place = command({
  title: "Move a commitment in the outline",
  args: z.strictObject({ commitmentId: CommitmentId, parentId: CommitmentId.nullable(), after }),
  async run({ commitmentId, parentId, after: before }, work) {
    const { tx } = work;
    const commitment = await found(tx, "commitment", commitmentId);
    if (parentId !== null) {
      const parent = await refuseCircle(work, parentId, commitment);
      if (parentId !== commitment.parentId) refuseOutside(commitment.what, commitment, parent);
    }
    const rank = await rankFor(tx, { id: commitmentId, parentId, after: before });
    await tx.patch("commitment", commitmentId, { parentId, rank });
  },
});

const done = command({
  title: "Mark a commitment done",
  args: z.strictObject({ commitmentId: CommitmentId, cameOfIt: Prose.nullable().default(null) }),
  async run({ commitmentId, cameOfIt }, { tx, now }) {
    await openCommitment(tx, commitmentId);
    await tx.patch("commitment", commitmentId, { state: "done", closedAt: instantOf(now), cameOfIt });
  },
});

const reopen = command({
  title: "Open a commitment again",
  args: z.strictObject({ commitmentId: CommitmentId }),
  async run({ commitmentId }, { tx }) {
    const { what, state } = await found(tx, "commitment", commitmentId);
    if (state === "open") throw new Refusal("changed-since", `"${what}" is open already.`);
    await tx.patch("commitment", commitmentId, { state: "open", closedAt: null, cameOfIt: null });
  },
});

/** What lies in it goes up one, to its place; steps, leads and needs that hang on it stay, and hang on nothing. */
const remove = command({
  title: "Remove a commitment",
  args: z.strictObject({ commitmentId: CommitmentId }),
  async run({ commitmentId }, { tx }) {
    const { parentId } = await found(tx, "commitment", commitmentId);
    let before: CommitmentId = commitmentId;
    for (const { id } of await childrenOf(tx, commitmentId)) {
      const rank = await rankFor(tx, { id, parentId, after: before });
      await tx.patch("commitment", id, { parentId, rank });
      before = id;
    }
    await unname(tx, "commitment", commitmentId);
    await tx.remove("commitment", commitmentId);
  },
});

export const commitmentCommands = {
  "commitment.add": add,
  "commitment.change": change,
  "commitment.place": place,
  ...monthEndCommands,
  "commitment.done": done,
  "commitment.reopen": reopen,
  "commitment.remove": remove,
} as const;
