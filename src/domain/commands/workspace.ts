import * as z from "zod";
import { command } from "../command.ts";
import { DeviceId, EntryId, MemberId } from "../model/id.ts";
import { type Noun, nounNames, nouns, references } from "../model/nouns.ts";
import { Name } from "../model/text.ts";
import { Instant, instantOf } from "../model/time.ts";
import { Member, Workspace } from "../model/workspace.ts";
import type { Change } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { found } from "./found.ts";
import { changes, given } from "./given.ts";

const fields = Workspace.omit({ id: true, createdAt: true });

/** Creates the workspace of the context and its first member, the one who creates it. */
const create = command({
  title: "Create a workspace",
  args: fields.extend({ memberName: Name, memberEmail: z.string().nullish(), memberOrganization: Name.nullish() }),
  async run({ memberName, memberEmail, memberOrganization, ...args }, { tx, workspaceId, memberId, now }) {
    if ((await tx.get("workspace", workspaceId)) !== undefined) {
      throw new Refusal("duplicate", "This workspace is there already.");
    }
    const createdAt = instantOf(now);
    await tx.insert("workspace", { ...args, id: workspaceId, createdAt });
    const member = Member.parse({ id: memberId, createdAt, name: memberName, email: memberEmail ?? null });
    await tx.insert("member", { ...member, organization: memberOrganization ?? null });
    return { workspaceId, memberId };
  },
});

const change = command({
  title: "Change the workspace's settings",
  args: z.strictObject(changes(fields)),
  async run(args, { tx, workspaceId }) {
    await found(tx, "workspace", workspaceId);
    await tx.patch("workspace", workspaceId, given(args));
  },
});

/** A record of an export: its noun and its fields. Which schema it must fit depends on the noun. */
const ImportedRecord = z.object({
  noun: z.enum(nounNames as [Noun, ...Noun[]]),
  fields: z.record(z.string(), z.unknown()),
});
const ImportedEntry = z.object({
  id: EntryId,
  command: z.string().max(100),
  args: z.unknown(),
  memberId: MemberId,
  deviceId: DeviceId,
  at: Instant,
  changes: z.array(z.custom<Change>((change) => typeof change === "object" && change !== null)),
  undoes: EntryId.nullable(),
});

/**
 * Takes a whole exported workspace as the first command of that workspace (DA1): the ids stay, so it equals the one that
 * was exported. Every record is checked against its schema and its references first; one that does not fit refuses the
 * whole import and names it.
 */
const imports = command({
  title: "Take in an exported workspace",
  args: z.object({ records: z.array(ImportedRecord), entries: z.array(ImportedEntry).default([]) }),
  async run({ records, entries }, { tx, workspaceId }) {
    if ((await tx.get("workspace", workspaceId)) !== undefined) {
      throw new Refusal(
        "not-allowed",
        "An export can only be taken into an empty place; this workspace is there already.",
      );
    }
    const parsed = records.map(({ noun, fields }, place) => {
      const record = nouns[noun].safeParse(fields);
      if (record.success) return { noun, record: record.data };
      const issue = record.error.issues[0];
      throw new Refusal("invalid", `Record ${place + 1} (${noun}), ${issue?.path.join(".")}: ${issue?.message}`);
    });
    checkReferences(parsed, workspaceId);
    for (const noun of nounNames) {
      for (const item of parsed) if (item.noun === noun) await tx.insert(noun, item.record);
    }
    for (const entry of entries) await tx.adoptEntry(entry as Parameters<typeof tx.adoptEntry>[0]); // shape checked above
    return { records: records.length, entries: entries.length };
  },
});

function checkReferences(parsed: { noun: Noun; record: { id: string } }[], workspaceId: string): void {
  const ids = new Map<Noun, Set<string>>(nounNames.map((noun) => [noun, new Set<string>()]));
  for (const { noun, record } of parsed) {
    const known = ids.get(noun);
    if (known?.has(record.id)) throw new Refusal("invalid", `The export holds the ${noun} ${record.id} twice.`);
    known?.add(record.id);
  }
  if (ids.get("workspace")?.size !== 1 || !ids.get("workspace")?.has(workspaceId)) {
    throw new Refusal("invalid", "An export holds exactly one workspace, and it must be the one it is taken in as.");
  }
  for (const { noun, record } of parsed) {
    for (const [field, target] of Object.entries(references[noun])) {
      const id = (record as Record<string, unknown>)[field]; // the field is one of the record's own
      if (typeof id === "string" && target !== undefined && !ids.get(target)?.has(id)) {
        throw new Refusal("invalid", `A ${noun} names a ${target} (${field} ${id}) that the export does not hold.`);
      }
    }
  }
}

export const workspaceCommands = {
  "workspace.create": create,
  "workspace.change": change,
  "workspace.import": imports,
} as const;
