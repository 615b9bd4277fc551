import type { DeviceId, EntryId } from "#domain/model/id.ts";
import { type IdOf, type Noun, nounNames, type RecordOf, references } from "#domain/model/nouns.ts";
import { observationHeadings, kindHeadings, sayCount, sayDay, shortened } from "#domain/model/say.ts";
import { Day, type Instant } from "#domain/model/time.ts";
import type { Change, Entry } from "#domain/ports.ts";
import type { Replica } from "#replica/replica.ts";
import { type Asking, todayIn } from "./asking.ts";
import { deviceNames } from "./devices.ts";

/** One thing that was done to a record: who, on which device, when, and what it changed. */
export interface HistoryLine {
  entryId: EntryId;
  command: string;
  at: Instant;
  /** "you", or the member's name. */
  who: string;
  isThisDevice: boolean;
  /** What people call the device; null while nobody has said. */
  device: string | null;
  /** False where it was the record's beginning, its end or its return. */
  op: Change["op"];
  /** Field by field, in words: "due day", "Fri 6 Feb", "Mon 9 Feb". A null was nothing. */
  changes: { field: string; from: string | null; to: string | null }[];
}

/**
 * What was done to one record, the newest first, by the journal entries that are at hand (invariant 10).
 * @param given.entries newest first
 * @param given.deviceId the device that asks
 */
export function history(
  replica: Replica,
  thing: { noun: Noun; id: string },
  given: { entries: Iterable<Entry>; deviceId: DeviceId },
  asking: Asking,
): HistoryLine[] {
  replica.get(thing.noun, thing.id as IdOf<Noun>); // so that whoever watches is told of what comes to it
  const today = todayIn(replica, asking);
  const names = deviceNames(replica);
  const lines: HistoryLine[] = [];
  for (const { id, command, at, memberId, deviceId, changes } of given.entries) {
    for (const change of changes) {
      if (change.noun !== thing.noun || change.id !== thing.id) continue;
      const { op } = change;
      lines.push({
        entryId: id,
        command,
        at,
        who: memberId === replica.memberId ? "you" : (replica.get("member", memberId)?.name ?? "somebody"),
        isThisDevice: deviceId === given.deviceId,
        device: names.get(deviceId) ?? null,
        op,
        changes: op === "patch" ? saidChanges(replica, change, today) : [],
      });
    }
  }
  return lines;
}

/** Fields that follow from others, or that a line about the act says already. */
const left: ReadonlySet<string> = new Set(["deferrals", "closedAt", "dueText"]);

/** What became of each field that a person would speak of, in words. */
export function saidChanges(
  replica: Replica,
  change: Pick<Extract<Change, { op: "patch" }>, "noun" | "before" | "after">,
  today: Day,
): HistoryLine["changes"] {
  return Object.keys(change.after)
    .filter((field) => !left.has(field))
    .map((field) => {
      const said = (value: unknown) => sayValue(replica, { noun: change.noun, field, value }, today);
      return { field: sayField(field), from: said(change.before[field]), to: said(change.after[field]) };
    });
}

const fieldWords: Record<string, string> = {
  what: "what",
  dueOn: "due day",
  dueEnd: "last due day",
  checkBackOn: "check-back day",
  isTheirs: "theirs",
  isUrgent: "urgent",
  cameOfIt: "what came of it",
  isAttended: "attended",
  isStarred: "starred",
};

/** A field's name in words: its own, or the name itself taken apart ("timeZone": "time zone"). */
function sayField(field: string): string {
  return (
    fieldWords[field] ??
    field
      .replace(/(Id|Ids|On|At)$/, "")
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .toLowerCase()
  );
}

function sayValue(
  replica: Replica,
  { noun, field, value }: { noun: Noun; field: string; value: unknown },
  today: Day,
): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return sayCount(value.length, "item");
  if (typeof value === "object") return shortened(JSON.stringify(value), 60);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const target = (references[noun] as Partial<Record<string, Noun>>)[field];
  if (target !== undefined && nounNames.includes(target)) return nameOf(replica, target, text);
  const day = Day.safeParse(text);
  if (day.success) return sayDay(day.data, today);
  if (field === "kind" && text in kindHeadings) return kindHeadings[text as keyof typeof kindHeadings].toLowerCase(); // just seen to be one
  if (field === "observation" && text in observationHeadings) {
    return observationHeadings[text as keyof typeof observationHeadings].toLowerCase(); // as above
  }
  return shortened(text, 80);
}

function nameOf(replica: Replica, noun: Noun, id: string): string {
  const record: RecordOf<Noun> | undefined = replica.get(noun, id as IdOf<Noun>); // the field's own noun
  if (record === undefined) return "something removed";
  for (const field of ["name", "title", "what", "text"] as const) {
    const words = (record as unknown as Record<string, unknown>)[field];
    if (typeof words === "string") return shortened(words, 60);
  }
  return noun;
}
