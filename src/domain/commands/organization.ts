import * as z from "zod";
import { command } from "../command.ts";
import { OrganizationId } from "../model/id.ts";
import { Organization } from "../model/person.ts";
import { sayAll, sayNouns } from "../model/say.ts";
import { instantOf } from "../model/time.ts";
import type { Tx } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import type { Work } from "../command.ts";
import { found } from "./found.ts";
import { changes, given } from "./given.ts";
import { madeInstead, settle, unmake } from "./settle.ts";
import { countNaming, rename } from "./unname.ts";

const fields = Organization.omit({ id: true, createdAt: true });

const add = command({
  title: "Add an organization",
  args: fields,
  async run(args, { tx, newId, now }) {
    const same = (await tx.list("organization", { name: args.name }))[0];
    if (same !== undefined)
      throw new Refusal(
        "duplicate",
        `"${args.name}" is there already (${same.id}); organization.change says more about it.`,
      );
    const id = newId() as OrganizationId;
    await tx.insert("organization", { ...args, id, createdAt: instantOf(now) });
    return { organizationId: id };
  },
});

const change = command({
  title: "Change an organization",
  args: z.strictObject({ organizationId: OrganizationId, ...changes(fields) }),
  async run({ organizationId, ...args }, { tx }) {
    await found(tx, "organization", organizationId);
    await tx.patch("organization", organizationId, given(args));
  },
});

/**
 * Two entries that are one organization: everything that names the other names the kept one. Its name, and what it says
 * otherwise, are kept in words. Undo parts them again.
 */
const merge = command({
  title: "Merge two organizations",
  args: z.strictObject({ keepId: OrganizationId, otherId: OrganizationId }),
  async run({ keepId, otherId }, { tx }) {
    const keep = await found(tx, "organization", keepId);
    if (keepId === otherId) {
      throw new Refusal("invalid", `"${keep.name}" cannot be merged with itself; name two organizations.`);
    }
    const other = await found(tx, "organization", otherId);
    const joined = Organization.safeParse({
      ...keep,
      relation: keep.relation ?? other.relation,
      url: keep.url ?? other.url,
      about: aboutBoth(keep, other),
      domains: [...new Set([...keep.domains, ...other.domains])],
    });
    if (!joined.success) {
      const sentence = `"${keep.name}" and "${other.name}" say more together than one record holds; take some away first.`;
      throw new Refusal("too-large", sentence);
    }
    const { relation, url, about, domains } = joined.data;
    await tx.patch("organization", keepId, { relation, url, about, domains });
    for (const person of await tx.list("person", { organizationId: otherId })) {
      await tx.patch("person", person.id, { organizationId: keepId });
    }
    for (const step of await tx.list("step", { organizationId: otherId })) {
      await tx.patch("step", step.id, { organizationId: keepId });
    }
    for (const note of await tx.list("note")) {
      if (!note.organizationIds.includes(otherId)) continue;
      await tx.patch("note", note.id, { organizationIds: replaced(note.organizationIds, otherId, keepId) });
    }
    await rename(tx, "organization", { from: otherId, to: keepId });
    await madeInstead(tx, otherId, keepId);
    await tx.remove("organization", otherId);
  },
});

function aboutBoth(keep: Organization, other: Organization): string | null {
  const differs = (field: "relation" | "url") => keep[field] !== null && keep[field] !== other[field] && other[field];
  const also = [other.name, differs("relation"), differs("url")].filter((word) => word && word !== keep.name);
  const lines = [keep.about, also.length > 0 ? `Also: ${also.join(", ")}` : null, other.about];
  return lines.filter(Boolean).join("\n") || null;
}

/** The list with one id put in another's place, once. */
export function replaced<Id>(ids: readonly Id[], from: Id, to: Id): Id[] {
  return [...new Set(ids.map((id) => (id === from ? to : id)))];
}

/** An organization that people, steps or notes still name stays; say where they go first, by merging. */
const remove = command({
  title: "Remove an organization",
  args: z.strictObject({ organizationId: OrganizationId }),
  async run({ organizationId }, { tx }) {
    const organization = await found(tx, "organization", organizationId);
    const people = (await tx.list("person", { organizationId })).length;
    const steps = (await tx.list("step", { organizationId })).length;
    const notes = (await tx.list("note")).filter((note) => note.organizationIds.includes(organizationId)).length;
    const leads = await countNaming(tx, "organization", organizationId, "lead");
    const naming = sayAll([
      [people, sayNouns(people, "person")],
      [steps, sayNouns(steps, "step")],
      [notes, sayNouns(notes, "note")],
      [leads, sayNouns(leads, "lead")],
    ]);
    if (naming !== "") {
      throw new Refusal(
        "not-allowed",
        `"${organization.name}" is still named by ${naming}; merge it into another organization, or change those first.`,
      );
    }
    await tx.remove("organization", organizationId);
    await settle(tx, await unmake(tx, organizationId));
  },
});

/** The organization of that name, made where nobody has it yet: for imports and accepted proposals. */
export async function organizationNamed(
  name: string,
  work: Pick<Work, "newId" | "now"> & { tx: Tx },
): Promise<OrganizationId> {
  const same = (await work.tx.list("organization", { name }))[0];
  if (same !== undefined) return same.id;
  const id = work.newId(`organization ${name}`) as OrganizationId;
  await work.tx.insert("organization", { ...Organization.parse({ id, createdAt: instantOf(work.now), name }) });
  return id;
}

export const organizationCommands = {
  "organization.add": add,
  "organization.change": change,
  "organization.merge": merge,
  "organization.remove": remove,
} as const;
