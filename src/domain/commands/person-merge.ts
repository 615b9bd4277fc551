import * as z from "zod";
import { command } from "../command.ts";
import { PersonId } from "../model/id.ts";
import type { Meeting, Person } from "../model/person.ts";
import type { Tx } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { found } from "./found.ts";
import { replaced } from "./organization.ts";
import { grow } from "./person-index.ts";
import { madeInstead } from "./settle.ts";
import { rename } from "./unname.ts";

/**
 * Two records that are one person: everything that names the other names the kept one, and what the other said is added to it.
 * Undo parts them again.
 */
export const merge = command({
  title: "Merge two people",
  args: z.strictObject({ keepId: PersonId, otherId: PersonId }),
  async run({ keepId, otherId }, { tx }) {
    const keep = await found(tx, "person", keepId);
    if (keepId === otherId) {
      throw new Refusal("invalid", `${keep.name} cannot be merged with themselves; name two people.`);
    }
    const other = await found(tx, "person", otherId);
    refuseTooMuch(keep, other);
    const organization = other.organizationId === null ? null : await tx.get("organization", other.organizationId);
    const grown = grow(keep, other, { source: other.source, organization: organization?.name ?? null });
    const otherName = keep.name === other.name ? [] : [other.name];
    const nicknames = [...new Set([...(grown.nicknames ?? keep.nicknames), ...otherName])];
    await tx.patch("person", keepId, { ...grown, nicknames, isColleague: keep.isColleague || other.isColleague });
    await mergeMeetings(tx, keepId, otherId);
    for (const field of ["ownerPersonId", "withPersonId"] as const) {
      for (const step of await tx.list("step", { [field]: otherId }))
        await tx.patch("step", step.id, { [field]: keepId });
    }
    for (const touch of await tx.list("touch", { personId: otherId }))
      await tx.patch("touch", touch.id, { personId: keepId });
    for (const note of await tx.list("note")) {
      if (!note.personIds.includes(otherId)) continue;
      await tx.patch("note", note.id, { personIds: replaced(note.personIds, otherId, keepId) });
    }
    await rename(tx, "person", { from: otherId, to: keepId });
    await madeInstead(tx, otherId, keepId);
    await tx.remove("person", otherId);
  },
});

/** Nothing may be lost in a merge, so what has no room in one record is said first. */
function refuseTooMuch(keep: Person, other: Person): void {
  const both = (field: "emails" | "phones" | "urls") =>
    new Set([...keep[field], ...other[field]].map(({ value }) => value.trim().toLowerCase())).size;
  const names = new Set([...keep.nicknames, ...other.nicknames, other.name]).size;
  const words = (keep.about ?? "").length + (other.about ?? "").length;
  const over = [
    names > 20 ? `${names} names` : "",
    ...(["emails", "phones", "urls"] as const).map((field) => (both(field) > 20 ? `${both(field)} ${field}` : "")),
    words > 18_000 ? `${words} characters about them` : "", // and room for what is said otherwise
  ].filter(Boolean);
  if (over.length === 0) return;
  const sentence = `${keep.name} and ${other.name} have ${over.join(", ")} together, more than one record holds; take some away first.`;
  throw new Refusal("too-large", sentence);
}

/** Moves how we met. What both say of one event becomes one; nobody was met through themselves. */
async function mergeMeetings(tx: Tx, keepId: PersonId, otherId: PersonId): Promise<void> {
  for (const meeting of await tx.list("meeting", { personId: otherId })) {
    const own = await tx.list("meeting", { personId: keepId });
    const twin = own.find((one) => one.eventId !== null && agree(one, meeting));
    if (twin === undefined) {
      await tx.patch("meeting", meeting.id, { personId: keepId });
      continue;
    }
    const filled = saying.flatMap((field) => (twin[field] === null ? [[field, meeting[field]]] : []));
    await tx.patch("meeting", twin.id, Object.fromEntries(filled));
    await tx.remove("meeting", meeting.id);
  }
  for (const meeting of await tx.list("meeting", { throughPersonId: otherId })) {
    await tx.patch("meeting", meeting.id, { throughPersonId: keepId });
  }
  for (const meeting of await tx.list("meeting", { personId: keepId, throughPersonId: keepId })) {
    await tx.patch("meeting", meeting.id, { throughPersonId: null });
  }
}

/** What a meeting says beside whom. */
const saying = ["eventId", "sessionId", "metOn", "place", "throughPersonId", "line"] as const;

/** The same event, and nothing that one says is otherwise in the other. */
function agree(one: Meeting, other: Meeting): boolean {
  if (one.eventId !== other.eventId) return false;
  return saying.every((field) => one[field] === null || other[field] === null || one[field] === other[field]);
}
