import { fieldsOf } from "../model/fields.ts";
import { listed, type Noun, nounNames, references } from "../model/nouns.ts";
import type { Tx } from "../ports.ts";

/** What says something of another record, and nothing without it. */
const goesWith: Partial<Record<Noun, readonly string[]>> = {
  card: ["sittingId", "noteId", "stepId", "leadId", "personId", "eventId", "commitmentId"],
  dot: ["noteId", "stepId", "leadId", "commitmentId"],
  checkin: ["initiativeId"],
  agreement: ["charterId"],
  pulse: ["eventId"],
};

/** The nouns whose records are looked through; of the others the removing command knows itself what to do. */
const followers: readonly Noun[] = [
  "commitment",
  "lead",
  "need",
  "step",
  "card",
  "dot",
  "initiative",
  "checkin",
  "agreement",
  "outcome",
  "pulse",
];

/**
 * Before a record is removed: what names it forgets it, and what only says something of it goes with it (a card, a dot). Looks
 * through what follows from an event; notes, proposals, meetings and touches, and the fields that steps always had, are the business
 * of the command that removes.
 */
export async function unname(tx: Tx, noun: Noun, id: string): Promise<void> {
  await unnameAll(tx, noun, [id]);
}

/** As `unname`, for many records of one noun: what lists them is looked through once for all. */
export async function unnameAll(tx: Tx, noun: Noun, ids: readonly string[]): Promise<void> {
  for (const { follower, field, isList } of namesOf(noun)) {
    if (isList) await unlist(tx, { follower, field, ids });
    else for (const id of ids) await forget(tx, { follower, field, id });
  }
}

async function forget(tx: Tx, { follower, field, id }: { follower: Noun; field: string; id: string }): Promise<void> {
  for (const record of await tx.list(follower, { [field]: id })) {
    if (goesWith[follower]?.includes(field)) {
      await unname(tx, follower, record.id);
      await tx.remove(follower, record.id);
    } else {
      await tx.patch(follower, record.id, { [field]: null });
    }
  }
}

async function unlist(
  tx: Tx,
  { follower, field, ids: gone }: { follower: Noun; field: string; ids: readonly string[] },
): Promise<void> {
  if (gone.length === 0) return;
  for (const record of await tx.list(follower)) {
    const ids = (record as unknown as Record<string, string[]>)[field] ?? []; // a list of ids, as `listed` says
    const left = ids.filter((id) => !gone.includes(id));
    if (left.length < ids.length) await tx.patch(follower, record.id, { [field]: left });
  }
}

/** After two records became one: what named the other names the kept one. */
export async function rename(tx: Tx, noun: Noun, { from, to }: { from: string; to: string }): Promise<void> {
  for (const { follower, field, isList } of namesOf(noun)) {
    if (isList) continue; // nothing that is listed there is ever merged
    for (const record of await tx.list(follower, { [field]: from })) {
      await tx.patch(follower, record.id, { [field]: to });
    }
  }
}

/** How many follow from a record: those of a noun that name it. */
export async function countNaming(tx: Tx, noun: Noun, id: string, follower: Noun): Promise<number> {
  const fields = namesOf(noun).filter((one) => one.follower === follower && !one.isList);
  const named = new Set<string>();
  for (const { field } of fields) for (const record of await tx.list(follower, { [field]: id })) named.add(record.id);
  return named.size;
}

function namesOf(noun: Noun): { follower: Noun; field: string; isList: boolean }[] {
  return nounNames
    .filter((follower) => followers.includes(follower))
    .flatMap((follower) => {
      const fields = follower === "step" ? (listed.step ?? {}) : { ...references[follower], ...listed[follower] };
      return Object.entries(fields).flatMap(([field, target]) =>
        target === noun ? [{ follower, field, isList: fieldsOf(follower).get(field)?.kind === "json" }] : [],
      );
    });
}
