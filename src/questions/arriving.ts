import { type AlsoWanted, type Arrival, type Arrivals, arrivals, type ExportRow } from "#domain/commands/arriving.ts";
import { type Noun, nounNames } from "#domain/model/nouns.ts";
import type { ArgsOf } from "#domain/run.ts";
import type { Replica } from "#replica/replica.ts";
import { type Asking, todayIn } from "./asking.ts";
import { type HistoryLine, saidChanges } from "./history.ts";
import { nameOf } from "./named.ts";

/** What an export would bring here, before it does (DA1). */
export interface ArrivingShown {
  /** Never here before, by noun. */
  fresh: Counted[];
  removed: Counted[];
  /** Part of what is not here, and so left out. */
  left: Counted[];
  /** Records that say something else here: each field from what it is here to what the export has. */
  differing: { noun: Noun; id: string; name: string; changes: HistoryLine["changes"] }[];
  /** Records that are here as they are in the export. */
  same: number;
  /** Records that would come or be changed. */
  coming: number;
  /** What `workspace.takeIn` is given to do it. */
  args: ArgsOf<"workspace.takeIn">;
}

interface Counted {
  noun: Noun;
  count: number;
}

/** Looks at an export beside what is here; needs every noun. It goes by the same rule as the command. */
export function arriving(
  replica: Replica,
  { rows, also }: { rows: readonly ExportRow[]; also: AlsoWanted },
  asking: Asking,
): ArrivingShown {
  for (const noun of nounNames) replica.count(noun); // whatever changes here may change the answer
  const found = arrivals(rows, {
    here: (noun, id) => replica.kept(noun, id),
    members: [...replica.all("member")],
    me: replica.memberId,
    also,
  });
  const wanted = wantedOf(found, also);
  const today = todayIn(replica, asking);
  return {
    fresh: countedBy(found.fresh),
    removed: countedBy(found.removed),
    left: countedBy(found.left),
    differing: found.differing.map(({ noun, record, fields }) => {
      const here: Record<string, unknown> = { ...replica.kept(noun, record.id)?.record };
      const [before, after] = [here, { ...record } as Record<string, unknown>].map((all) =>
        Object.fromEntries(fields.map((field) => [field, all[field]])),
      );
      const changes = saidChanges(replica, { noun, before: before ?? {}, after: after ?? {} }, today);
      return { noun, id: record.id, name: nameOf(here), changes };
    }),
    same: found.same,
    coming: wanted.length,
    args: { records: recordsOf(rows, wanted), also },
  };
}

function wantedOf({ fresh, differing, removed }: Arrivals, also: AlsoWanted): Arrival[] {
  return [...fresh, ...(also.differing ? differing : []), ...(also.removed ? removed : [])];
}

/** The rows that are wanted, as an export has them, and the members, by whose names those who own steps are known. */
function recordsOf(rows: readonly ExportRow[], wanted: readonly Arrival[]): object[] {
  const ids = new Set(wanted.map(({ record }) => record.id as string));
  return rows
    .filter(({ noun, record, removed }) => !removed && (noun === "member" || ids.has(record.id)))
    .map(({ noun, record }) => ({ noun, fields: record }));
}

function countedBy(arrived: readonly Arrival[]): Counted[] {
  const byNoun = Map.groupBy(arrived, ({ noun }) => noun);
  return nounNames.flatMap((noun) => {
    const count = byNoun.get(noun)?.length ?? 0;
    return count === 0 ? [] : [{ noun, count }];
  });
}
