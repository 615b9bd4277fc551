import * as z from "zod";
import { command } from "../command.ts";
import { Agreement, AgreementAnswer, Charter } from "../model/charter.ts";
import { type AgreementId, CharterId, EventId } from "../model/id.ts";
import { Line } from "../model/text.ts";
import { instantOf } from "../model/time.ts";
import type { Tx } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { found, refersTo } from "./found.ts";
import { changes, given } from "./given.ts";
import { unname } from "./unname.ts";

/** BD5: the next version, as a copy of the one that was agreed last, or empty where there is none. One is written at a time. */
const begin = command({
  title: "Begin a version of the charter",
  args: z.strictObject({ eventId: EventId.nullable().default(null) }),
  async run({ eventId }, { tx, newId, now }) {
    await refersTo(tx, "event", eventId);
    const all = await tx.list("charter");
    const draft = all.find(({ state }) => state === "draft");
    if (draft !== undefined) {
      throw new Refusal("duplicate", `Version ${draft.edition} of the charter is still being written; go on with it.`);
    }
    const last = all.toSorted((a, b) => b.edition - a.edition)[0];
    const id = newId() as CharterId;
    const from = last ?? { edition: 0 };
    const fresh = { id, createdAt: instantOf(now), eventId, edition: from.edition + 1, state: "draft", agreedAt: null };
    await tx.insert("charter", Charter.parse({ ...from, ...fresh }));
    return { charterId: id };
  },
});

const fields = Charter.pick({ mission: true, structure: true, roles: true, needed: true, questions: true });

/** Writes in the draft. What was agreed is never written again, and whoever had agreed to the draft is asked anew. */
const change = command({
  title: "Write the charter",
  args: z.strictObject({ charterId: CharterId, ...changes(fields) }),
  async run({ charterId, ...args }, { tx }) {
    const charter = await draftAt(tx, charterId);
    for (const { holderIds } of args.roles ?? []) for (const id of holderIds) await refersTo(tx, "member", id);
    const names = (args.roles ?? charter.roles).map(({ name }) => name.toLowerCase());
    if (new Set(names).size < names.length) {
      throw new Refusal("duplicate", "Two roles are called the same; give each a name of its own.");
    }
    await tx.patch("charter", charterId, given(args));
    for (const { id } of await tx.list("agreement", { charterId })) await tx.remove("agreement", id);
  },
});

/** BD5: agree, agree with a remark, or not yet; each member has one answer, the last one given. */
const answer = command({
  title: "Answer to the charter",
  args: z.strictObject({ charterId: CharterId, answer: AgreementAnswer, remark: Line.nullable().default(null) }),
  async run({ charterId, answer, remark }, { tx, newId, memberId, now }) {
    await draftAt(tx, charterId);
    if (answer === "remark" && remark === null) throw new Refusal("invalid", "Say the remark with which you agree.");
    const [known] = await tx.list("agreement", { charterId, memberId });
    if (known !== undefined) return tx.patch("agreement", known.id, { answer, remark });
    const id = newId() as AgreementId;
    await tx.insert(
      "agreement",
      Agreement.parse({ id, createdAt: instantOf(now), charterId, memberId, answer, remark }),
    );
  },
});

/** Makes the draft the one that counts. Everybody who answered agrees, with or without a remark, and somebody did. */
const agree = command({
  title: "Agree on the charter",
  args: z.strictObject({ charterId: CharterId }),
  async run({ charterId }, { tx, now }) {
    const charter = await draftAt(tx, charterId);
    const answers = await tx.list("agreement", { charterId });
    const notYet = answers.filter(({ answer }) => answer === "notYet");
    if (answers.length === 0)
      throw new Refusal("not-allowed", "Nobody has answered to this version of the charter yet.");
    if (notYet.length > 0) {
      const names = await Promise.all(
        notYet.map(async ({ memberId }) => (await tx.get("member", memberId))?.name ?? "somebody"),
      );
      throw new Refusal(
        "not-allowed",
        `Not yet agreed: ${names.join(", ")}. Talk about what is missing, or put it under the open questions.`,
      );
    }
    for (const { id } of await tx.list("charter", { state: "agreed" }))
      await tx.patch("charter", id, { state: "past" });
    await tx.patch("charter", charterId, { state: "agreed", agreedAt: instantOf(now) });
    return { edition: charter.edition };
  },
});

/** Only a draft; what was agreed stays. */
const remove = command({
  title: "Remove a draft of the charter",
  args: z.strictObject({ charterId: CharterId }),
  async run({ charterId }, { tx }) {
    await draftAt(tx, charterId);
    await unname(tx, "charter", charterId);
    await tx.remove("charter", charterId);
  },
});

async function draftAt(tx: Tx, charterId: CharterId): Promise<Charter> {
  const charter = await found(tx, "charter", charterId);
  if (charter.state === "draft") return charter;
  throw new Refusal(
    "not-allowed",
    `Version ${charter.edition} of the charter was agreed and stays as it is; begin the next one.`,
  );
}

export const charterCommands = {
  "charter.begin": begin,
  "charter.change": change,
  "charter.answer": answer,
  "charter.agree": agree,
  "charter.remove": remove,
} as const;
