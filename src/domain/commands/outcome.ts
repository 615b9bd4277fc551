import * as z from "zod";
import { command, type Work } from "../command.ts";
import { OutcomeId } from "../model/id.ts";
import { sayMoney } from "../model/money.ts";
import { Outcome } from "../model/outcome.ts";
import { Share, sharesMax, sharesOf } from "../model/share.ts";
import { instantOf } from "../model/time.ts";
import { Refusal } from "../refusal.ts";
import { found } from "./found.ts";
import { changes, given } from "./given.ts";
import { refuseToCome } from "./today.ts";
import { unname } from "./unname.ts";

const fields = Outcome.omit({ id: true, createdAt: true, shares: true });

type Sources = Pick<Outcome, "stepIds" | "leadIds" | "dotIds" | "initiativeIds" | "noteIds" | "eventIds">;

/** Records what came of it: offered where a step is closed or a lead is won, never made by itself. */
const add = command({
  title: "Record what came of it",
  args: z.strictObject(fields.shape),
  async run(args, work) {
    const { tx, newId, now } = work;
    const sources = await sourcesOf(args, work);
    refuseContradiction(args);
    await refuseToCome(args.cameOn, { what: `"${args.what}"`, eventId: null }, work);
    const id = newId() as OutcomeId;
    await tx.insert("outcome", { ...args, ...sources, id, createdAt: instantOf(now), shares: null });
    return { outcomeId: id };
  },
});

const change = command({
  title: "Change an outcome",
  args: z.strictObject({ outcomeId: OutcomeId, ...changes(fields) }),
  async run({ outcomeId, ...args }, work) {
    const outcome = await found(work.tx, "outcome", outcomeId);
    const written = { ...given(args), ...(await sourcesOf(args, work)) };
    refuseContradiction({ ...outcome, ...written });
    await refuseToCome(args.cameOn, { what: `"${args.what ?? outcome.what}"`, eventId: null }, work);
    await work.tx.patch("outcome", outcomeId, written);
  },
});

/**
 * OC1: what part each event has in an outcome. The parts are taken in proportion, so that they always sum to one; null shares it
 * equally again.
 */
const share = command({
  title: "Share an outcome between events",
  args: z.strictObject({ outcomeId: OutcomeId, shares: z.array(Share).min(1).max(sharesMax).nullable() }),
  async run({ outcomeId, shares }, { tx }) {
    const outcome = await found(tx, "outcome", outcomeId);
    const eventIds = [...new Set((shares ?? []).map(({ eventId }) => eventId))];
    for (const id of eventIds) await found(tx, "event", id);
    if (shares !== null && eventIds.length < shares.length) {
      throw new Refusal("invalid", `"${outcome.what}" names an event twice; give each event its part once.`);
    }
    if (shares?.every(({ part }) => part === 0)) {
      throw new Refusal("invalid", `"${outcome.what}" would belong to no event; give at least one of them a part.`);
    }
    await tx.patch("outcome", outcomeId, { shares: shares && sharesOf(eventIds, shares) });
  },
});

const remove = command({
  title: "Remove an outcome",
  args: z.strictObject({ outcomeId: OutcomeId }),
  async run({ outcomeId }, { tx }) {
    await found(tx, "outcome", outcomeId);
    await unname(tx, "outcome", outcomeId);
    await tx.remove("outcome", outcomeId);
  },
});

/** What it says it came from: each is there, and named once. */
async function sourcesOf(
  args: { [K in keyof Sources]?: Sources[K] | undefined },
  { tx }: Work,
): Promise<Partial<Sources>> {
  const once = <T>(ids: readonly T[]): T[] => [...new Set(ids)];
  for (const id of args.stepIds ?? []) await found(tx, "step", id);
  for (const id of args.leadIds ?? []) await found(tx, "lead", id);
  for (const id of args.dotIds ?? []) await found(tx, "dot", id);
  for (const id of args.initiativeIds ?? []) await found(tx, "initiative", id);
  for (const id of args.noteIds ?? []) await found(tx, "note", id);
  for (const id of args.eventIds ?? []) await found(tx, "event", id);
  return given({
    stepIds: args.stepIds && once(args.stepIds),
    leadIds: args.leadIds && once(args.leadIds),
    dotIds: args.dotIds && once(args.dotIds),
    initiativeIds: args.initiativeIds && once(args.initiativeIds),
    noteIds: args.noteIds && once(args.noteIds),
    eventIds: args.eventIds && once(args.eventIds),
  });
}

/** An amount has its currency, and nothing is worth nothing. */
function refuseContradiction({ what, kind, amount, currency }: Pick<Outcome, "what" | "kind" | "amount" | "currency">) {
  if ((amount === null) !== (currency === null)) {
    throw new Refusal(
      "invalid",
      amount === null
        ? `"${what}" has a currency and no amount; give both or neither.`
        : `"${what}" has an amount and no currency; give both, as in EUR.`,
    );
  }
  if (kind === "nothing" && amount !== null && currency !== null) {
    throw new Refusal(
      "invalid",
      `"${what}" came to nothing and to ${sayMoney(amount, currency)}; choose another kind.`,
    );
  }
}

export const outcomeCommands = {
  "outcome.add": add,
  "outcome.change": change,
  "outcome.share": share,
  "outcome.remove": remove,
} as const;
