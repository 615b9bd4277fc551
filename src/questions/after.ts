import { type Clock, daysLate, lookDays, type lookNames } from "#domain/model/clock.ts";
import type { Event } from "#domain/model/event.ts";
import type { EventId } from "#domain/model/id.ts";
import type { Person } from "#domain/model/person.ts";
import type { Day } from "#domain/model/time.ts";
import type { Touch } from "#domain/model/touch.ts";
import type { Warmth } from "#domain/model/warmth.ts";
import type { Replica } from "#replica/replica.ts";
import { type Asking, organizationName, showStep, stepShownNouns, todayIn } from "./asking.ts";
import { clockAfter, clockNumbers, homeOn, metAt } from "./event-clock.ts";
import { promisesOf } from "./people.ts";
import { promisesBetween, touchesOf, warmth } from "./warmth.ts";

/** A person met at an event, as the fortnight after it shows them. */
export interface FollowedUp {
  person: Person;
  organization: string | null;
  /** Null where neither the event nor the meeting has a day. */
  clock: Clock | null;
  /** Days that what comes next is past its day; 0 where it is not. */
  daysLate: number;
  promises: ReturnType<typeof promisesOf>;
  lastTouch: Touch | null;
  warmth: Warmth;
}

/** The fortnight after an event at a glance (EC1). */
export interface After {
  event: Event;
  day: Day;
  /** The event's last day; null where it has none. */
  homeOn: Day | null;
  /** The days of the three looks, for those who were met by then. */
  looks: Record<(typeof lookNames)[number], Day> | null;
  /** Those that something is late with first, then by the day of what comes next, then by name. */
  people: FollowedUp[];
  /** How many have had no first follow-up yet. */
  withoutFirst: number;
  /** Colleagues who were there; they are seen on Monday and have no clock. */
  colleagues: number;
}

export const afterNouns = [...stepShownNouns, "meeting", "touch"] as const;

/** After an event: everybody who was met there, their clock, what is promised both ways, and how warm it is (EC1 to EC3). */
export function after(replica: Replica, eventId: EventId, asking: Asking): After | undefined {
  const event = replica.get("event", eventId);
  if (event === undefined) return undefined;
  const day = todayIn(replica, asking);
  const home = homeOn(event);
  const met = metAt(replica, event.id);
  const people = met
    .filter(({ person }) => !person.isColleague)
    .map(({ person, meeting }): FollowedUp => {
      const clock = clockAfter(replica, { person, meeting, event });
      const between = promisesBetween(replica, person).map((step) => showStep(replica, step));
      return {
        person,
        organization: organizationName(replica, person.organizationId),
        clock,
        daysLate: clock === null ? 0 : daysLate(clock, day),
        promises: promisesOf(between),
        lastTouch: touchesOf(replica, person).at(-1) ?? null,
        warmth: warmth(replica, person, day),
      };
    })
    .sort(
      (a, b) =>
        b.daysLate - a.daysLate ||
        (a.clock?.next?.dueOn ?? "9").localeCompare(b.clock?.next?.dueOn ?? "9") ||
        a.person.name.localeCompare(b.person.name),
    );
  return {
    event,
    day,
    homeOn: home,
    looks: home === null ? null : lookDays(home, clockNumbers(replica)),
    people,
    withoutFirst: people.filter(({ clock }) => clock?.next?.look === "first").length,
    colleagues: met.length - people.length,
  };
}
