import * as z from "zod";
import { command, type Work } from "../command.ts";
import { type Commitment, type CommitmentAnswer, commitmentAnswersMax } from "../model/commitment.ts";
import { CommitmentId } from "../model/id.ts";
import { liesIn, type Period, periodOn, sayPeriod } from "../model/period.ts";
import { Line, Prose } from "../model/text.ts";
import { Day, instantOf } from "../model/time.ts";
import { Refusal } from "../refusal.ts";
import { openCommitment } from "./commitment-open.ts";
import { childrenOf, rankFor } from "./commitment-outline.ts";
import { found } from "./found.ts";

/** PL4: at a month's end a commitment stays as it is. Said twice of one month, by two devices, it is said once. */
const keep = command({
  title: "Keep a commitment at a month's end",
  args: z.strictObject({ commitmentId: CommitmentId, month: Day, why: Line.nullable().default(null) }),
  async run({ commitmentId, month, why }, work) {
    const commitment = await openCommitment(work.tx, commitmentId);
    const { startsOn: from } = periodOn("month", month);
    if (commitment.answers.some((one) => one.answer === "keep" && one.from === from)) return;
    await answer(commitment, { answer: "keep", from, to: commitment.startsOn, why }, work);
  },
});

/**
 * PL4: at a month's end a commitment goes on in a later span of its length, which any of its days names. What lies in it and is open
 * goes along where it would be left behind, to the first span there; what it served and ends before it does is left, for the
 * nearest above that holds it.
 */
const move = command({
  title: "Move a commitment to a later time",
  args: z.strictObject({ commitmentId: CommitmentId, month: Day, to: Day, why: Line.nullable().default(null) }),
  async run({ commitmentId, month, to, why }, work) {
    const commitment = await openCommitment(work.tx, commitmentId);
    const period = periodOn(commitment.span, to);
    if (period.startsOn <= commitment.startsOn) {
      throw new Refusal(
        "invalid",
        `"${commitment.what}" is for ${sayPeriod(commitment)}; moved, it goes on later than that. To put another time right use commitment.change.`,
      );
    }
    const { startsOn: from } = periodOn("month", month);
    const parentId = await nearestHolding(commitment, period, work);
    if (parentId !== commitment.parentId) {
      const rank = await rankFor(work.tx, { id: commitment.id, parentId, after: undefined });
      await work.tx.patch("commitment", commitment.id, { parentId, rank });
    }
    await goOn(commitment, { period, from, why }, work);
    return { parentId };
  },
});

async function nearestHolding({ parentId }: Commitment, period: Period, { tx }: Work): Promise<CommitmentId | null> {
  for (let at = parentId; at !== null;) {
    const parent = await found(tx, "commitment", at);
    if (liesIn(period, parent)) return at;
    at = parent.parentId;
  }
  return null;
}

async function goOn(commitment: Commitment, to: { period: Period; from: Day; why: string | null }, work: Work) {
  const { period, from, why } = to;
  await work.tx.patch("commitment", commitment.id, { startsOn: period.startsOn });
  await answer(commitment, { answer: "move", from, to: period.startsOn, why }, work);
  for (const child of await childrenOf(work.tx, commitment.id)) {
    if (child.state !== "open" || liesIn(child, period)) continue;
    await goOn(child, { period: periodOn(child.span, period.startsOn), from, why: null }, work);
  }
}

/** PL4: dropped, and why: a commitment that is let go says what was learned of it. */
const drop = command({
  title: "Drop a commitment",
  args: z.strictObject({ commitmentId: CommitmentId, why: Prose.trim().min(1) }),
  async run({ commitmentId, why }, { tx, now }) {
    await openCommitment(tx, commitmentId);
    await tx.patch("commitment", commitmentId, { state: "dropped", closedAt: instantOf(now), cameOfIt: why });
  },
});

async function answer(commitment: Commitment, said: Omit<CommitmentAnswer, "at">, { tx, now }: Work): Promise<void> {
  const answers = [...commitment.answers, { ...said, at: instantOf(now) }].slice(-commitmentAnswersMax);
  await tx.patch("commitment", commitment.id, { answers });
}

export const monthEndCommands = {
  "commitment.keep": keep,
  "commitment.move": move,
  "commitment.drop": drop,
} as const;
