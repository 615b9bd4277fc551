import type { Event } from "#domain/model/event.ts";
import type { EventId } from "#domain/model/id.ts";
import { lastPulseOpenDays, type Pulse, pulseDaysOf } from "#domain/model/pulse.ts";
import { addDays, type Day } from "#domain/model/time.ts";
import { assert } from "#domain/refusal.ts";
import type { Replica } from "#replica/replica.ts";
import { type Asking, todayIn } from "./asking.ts";
import { homeOn } from "./event-clock.ts";

/** A question of "still seeing value?" whose day has come, and that nobody answered yet. */
export interface PulseDue {
  event: Event;
  /** So many days after its last day. */
  afterDays: number;
  dueOn: Day;
}

export const pulseDueNouns = ["workspace", "event", "note", "step", "meeting", "pulse"] as const;

/**
 * Which events ask "still seeing value?" (OC3), what came due last first. An event asks one thing at a time: what was missed is not made
 * up for. It asks only where something was brought home, until its next question or, after the last, for `lastPulseOpenDays`.
 */
export function pulseDue(replica: Replica, asking: Asking): PulseDue[] {
  const day = todayIn(replica, asking);
  const workspace = replica.get("workspace", replica.workspaceId);
  assert(workspace, "every replica holds its workspace");
  const days = pulseDaysOf(workspace);
  const last = days.at(-1);
  if (last === undefined) return [];
  return [...replica.all("event")]
    .flatMap((event): PulseDue[] => {
      const home = homeOn(event);
      if (home === null || home >= day || addDays(home, last + lastPulseOpenDays) < day) return [];
      const afterDays = days.findLast((after) => addDays(home, after) <= day);
      if (afterDays === undefined || isAnswered(replica, event.id, afterDays) || !hasSomething(replica, event.id)) {
        return [];
      }
      return [{ event, afterDays, dueOn: addDays(home, afterDays) }];
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? 1 : -1));
}

/** The answers about an event over time, everybody's, the soonest after it first. */
export function pulsesOf(replica: Replica, eventId: EventId): Pulse[] {
  return replica
    .by("pulse", "eventId", eventId)
    .toSorted((a, b) => a.afterDays - b.afterDays || (a.answeredOn < b.answeredOn ? -1 : 1));
}

function isAnswered(replica: Replica, eventId: EventId, afterDays: number): boolean {
  const own = replica.by("pulse", "eventId", eventId).filter(({ memberId }) => memberId === replica.memberId);
  return own.some((pulse) => pulse.afterDays === afterDays);
}

function hasSomething(replica: Replica, eventId: EventId): boolean {
  return (["note", "step", "meeting"] as const).some((noun) => replica.by(noun, "eventId", eventId).length > 0);
}
