import type { Work } from "../command.ts";
import type { EventId } from "../model/id.ts";
import { type Day, dayAt } from "../model/time.ts";
import { Refusal } from "../refusal.ts";
import { found } from "./found.ts";

/** Which day it is: in the workspace's zone. */
export async function todayOf({ tx, workspaceId, now }: Work): Promise<Day> {
  return dayAt(now, (await found(tx, "workspace", workspaceId)).timeZone);
}

/**
 * Refuses a day on which something is said to have happened and that has not come yet, in the workspace's zone nor in the
 * event's. What is to come is a step.
 */
export async function refuseToCome(
  day: Day | null | undefined,
  { what, eventId }: { what: string; eventId: EventId | null | undefined },
  work: Work,
): Promise<void> {
  if (day === null || day === undefined) return;
  const event = eventId ? await work.tx.get("event", eventId) : undefined;
  const latest = [await todayOf(work), event === undefined ? "" : dayAt(work.now, event.timeZone)].sort().at(-1) ?? "";
  if (day <= latest) return;
  throw new Refusal("invalid", `${what} on ${day} has not happened yet; what is planned is a step.`);
}
