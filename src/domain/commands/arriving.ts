import { difference } from "../changes.ts";
import { fieldsOf } from "../model/fields.ts";
import type { MemberId } from "../model/id.ts";
import { listed, type Noun, nounNames, type RecordOf, references } from "../model/nouns.ts";
import type { Member } from "../model/workspace.ts";

/** A record or tombstone of an export. */
export interface ExportRow {
  noun: Noun;
  record: RecordOf<Noun>;
  removed: boolean;
}

/** What there is here under an id: a record, or the tombstone of one. */
export type Here = (noun: Noun, id: string) => { record: RecordOf<Noun>; removed: boolean } | undefined;

/** What a person may want of an export besides what was never here. */
export interface AlsoWanted {
  /** Fields that say something else here are put back as the export has them. */
  differing: boolean;
  /** What was removed here comes back. */
  removed: boolean;
}

/** One record of an export, as it would stand here. */
export interface Arrival {
  noun: Noun;
  record: RecordOf<Noun>;
}

/** An export beside what is here. */
export interface Arrivals {
  /** Never here before. */
  fresh: Arrival[];
  /** Here, with another value in the named fields. */
  differing: (Arrival & { fields: string[] })[];
  /** Removed here. */
  removed: Arrival[];
  /** Never here, and part of something that is not here and does not come either: they cannot stand alone. */
  left: Arrival[];
  same: number;
}

interface Beside {
  here: Here;
  members: readonly Member[];
  me: MemberId;
  also: AlsoWanted;
}

/**
 * Sorts an export's records by what there is here (DA1): a dry run, and what `workspace.takeIn` goes by. The workspace's own settings
 * stay as they are here. Who is a member of the export only is the member of that name here; one that worked alone is `me`.
 * @param rows parents before what belongs to them comes by itself: they are looked at in the order of the nouns
 */
export function arrivals(rows: readonly ExportRow[], { here, members, me, also }: Beside): Arrivals {
  const found: Arrivals = { fresh: [], differing: [], removed: [], left: [], same: 0 };
  const living = rows.filter(({ noun, removed }) => !removed && noun !== "workspace");
  const byNoun = Map.groupBy(living, ({ noun }) => noun);
  const memberHere = membersHere(byNoun.get("member") ?? [], { members, me });
  const coming = new Set<string>();
  const isThere = (noun: Noun, id: string) => coming.has(id) || here(noun, id)?.removed === false;
  // First which of them can stand here: a record may list one that comes after it.
  for (const noun of nounNames) {
    for (const { record } of byNoun.get(noun) ?? []) {
      const known = here(noun, record.id);
      if (known?.removed === false || (known !== undefined && !also.removed)) continue;
      if (standing(noun, record, { memberHere, isThere }) !== undefined) coming.add(record.id);
    }
  }
  for (const noun of nounNames) {
    for (const { record: given } of byNoun.get(noun) ?? []) {
      if (noun === "member" && (memberHere.get(given.id) ?? given.id) !== given.id) continue;
      const record = standing(noun, given, { memberHere, isThere });
      const known = here(noun, given.id);
      if (record === undefined) {
        if (known === undefined) found.left.push({ noun, record: given });
        continue;
      }
      if (known === undefined || known.removed) {
        (known === undefined ? found.fresh : found.removed).push({ noun, record });
        continue;
      }
      const fields = Object.keys(difference({ ...known.record }, ownFields(noun, record)).after);
      if (fields.length === 0) found.same += 1;
      else found.differing.push({ noun, record, fields });
    }
  }
  return found;
}

/** The fields that a person writes: a note's state is told by what there is (NT2). */
export function ownFields(noun: Noun, record: RecordOf<Noun>): Record<string, unknown> {
  const { id: _, ...fields } = record;
  return noun === "note" ? without(fields, "state") : { ...fields };
}

function without(fields: Record<string, unknown>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => field !== name));
}

/** Members of the export that somebody here is; the others come along as members. */
function membersHere(
  rows: readonly ExportRow[],
  { members, me }: Pick<Beside, "members" | "me">,
): Map<string, MemberId> {
  const named = (record: RecordOf<Noun>) => (record as Member).name.toLowerCase(); // rows of members
  return new Map(
    rows.flatMap(({ record }): [string, MemberId][] => {
      const same = members.find(({ id }) => id === record.id) ?? members.find((one) => named(one) === named(record));
      const id = same?.id ?? (rows.length === 1 ? me : undefined);
      return id === undefined ? [] : [[record.id, id]];
    }),
  );
}

/** Fields that say what a record is part of: without that it is nothing. Any other that names what is gone is left empty. */
const partOf: ReadonlySet<string> = new Set(["eventId", "pageId", "noteId", "personId"]);

/** A record as it can stand here, naming nothing that is not there; undefined where it cannot. */
function standing(
  noun: Noun,
  given: RecordOf<Noun>,
  { memberHere, isThere }: { memberHere: Map<string, MemberId>; isThere: (noun: Noun, id: string) => boolean },
): RecordOf<Noun> | undefined {
  const record: Record<string, unknown> = { ...given };
  for (const [field, target] of Object.entries(references[noun])) {
    const id = record[field];
    if (typeof id !== "string") continue;
    const named = target === "member" ? (memberHere.get(id) ?? id) : id;
    if (isThere(target, named)) record[field] = named;
    else if (partOf.has(field) || fieldsOf(noun).get(field)?.isNullable !== true) return undefined;
    else record[field] = null;
  }
  for (const [field, target] of Object.entries(listed[noun] ?? {})) {
    const named = record[field] as string[] | string | null; // a list of ids or one, as `listed` says
    if (Array.isArray(named)) record[field] = named.filter((id) => isThere(target, id));
    else if (named !== null && !isThere(target, named)) record[field] = null;
  }
  return record as RecordOf<Noun>; // the same fields, of the same kinds
}
