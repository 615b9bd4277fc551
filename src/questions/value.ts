import type { Event } from "#domain/model/event.ts";
import type { EventId } from "#domain/model/id.ts";
import { type Lead, type Stage, stagesOf } from "#domain/model/lead.ts";
import type { Currency } from "#domain/model/money.ts";
import type { Outcome } from "#domain/model/outcome.ts";
import type { Pulse } from "#domain/model/pulse.ts";
import { apportioned, sharesOf } from "#domain/model/share.ts";
import type { Step } from "#domain/model/step.ts";
import { type Day, dayAt, daysBetween, type Instant } from "#domain/model/time.ts";
import { assert } from "#domain/refusal.ts";
import type { Replica } from "#replica/replica.ts";
import { type Asking, todayIn, zoneOf } from "./asking.ts";
import { homeOn } from "./event-clock.ts";
import { pulsesOf } from "./pulses.ts";
import { eventsOf, walkNouns } from "./walk.ts";

/** What is summed of one currency; currencies are never converted. */
export interface Sum {
  currency: Currency;
  /** In minor units. */
  amount: number;
  /** Of how many it is the sum. */
  count: number;
}

/** What going cost, in minor units of one currency. */
export interface Cost {
  currency: Currency;
  fee: number | null;
  travel: number | null;
  days: number | null;
  dayRate: number | null;
  /** Days at the day rate; null while one of them is not known. */
  time: number | null;
  total: number;
}

/** An outcome as one event has part in it. */
export interface OutcomePart {
  outcome: Outcome;
  /** Of 10,000. */
  part: number;
  /** This event's part of the amount. */
  amount: number | null;
  /** The other events that led to it. */
  others: Event[];
}

/** How many were made, and what became of them. */
export interface Followed {
  made: Step[];
  done: Step[];
  dropped: Step[];
  open: Step[];
}

/** Leads that may still become something, at one stage. */
export interface OpenAt {
  stage: Stage;
  leads: Lead[];
  sums: Sum[];
}

/** Something that happened, on the line from the event to now. */
export interface Moment {
  day: Day;
  what: "first-day" | "last-day" | "step" | "outcome" | "pulse";
  title: string;
  id: string;
}

/** What an event cost and what came of it (OC2). */
export interface Value {
  event: Event;
  day: Day;
  homeOn: Day | null;
  cost: Cost | null;
  /** The newest first; "nothing" is an answer and stands among them. */
  outcomes: OutcomePart[];
  /** By currency, the largest first. */
  sums: Sum[];
  /** Outcomes that nobody put an amount to, without those that came to nothing. */
  withoutAmount: OutcomePart[];
  cameToNothing: OutcomePart[];
  followThrough: { ours: Followed; theirs: Followed };
  /** Days from coming home to the first step that was done; below zero while still there. Null while there is none. */
  daysToFirstStep: number | null;
  daysToFirstOutcome: number | null;
  open: OpenAt[];
  openSums: Sum[];
  timeline: Moment[];
  pulses: Pulse[];
}

export const valueNouns = ["workspace", "pulse", ...walkNouns] as const;

/** Cost against outcomes, follow-through, and what is still open, for one event (OC2). Every figure is counted here, none is borrowed. */
export function value(replica: Replica, eventId: EventId, asking: Asking): Value | undefined {
  const event = replica.get("event", eventId);
  if (event === undefined) return undefined;
  const counted = valueOf(replica, event, { asking, parts: partsByEvent(replica) });
  return { ...counted, timeline: timelineOf(replica, counted) };
}

/** What is counted of an event, without the line from then to now. */
export type Counted = Omit<Value, "timeline">;

/** As `value`, for many events: whose outcomes are whose is told once. */
export function valueOf(
  replica: Replica,
  event: Event,
  { asking, parts }: { asking: Asking; parts: ReadonlyMap<EventId, OutcomePart[]> },
): Counted {
  const home = homeOn(event);
  const outcomes = parts.get(event.id) ?? [];
  const real = outcomes.filter(({ outcome }) => outcome.kind !== "nothing");
  const steps = replica.by("step", "eventId", event.id);
  const pulses = pulsesOf(replica, event.id);
  // Instants are told in one way, so the first of them is the first as text; days of all of them would be dear.
  const closed = steps.flatMap((step) => (step.state === "done" ? (step.closedAt ?? []) : []));
  const first = earliest(closed);
  const firstStep = first === null ? null : dayAt(first, zoneOf(replica));
  const firstOutcome = earliest(real.map(({ outcome }) => outcome.cameOn));
  const open = openOf(replica, event.id);
  return {
    event,
    day: todayIn(replica, asking),
    homeOn: home,
    cost: costOf(event),
    outcomes,
    sums: sumsOf(real.map(({ outcome, amount }) => ({ currency: outcome.currency, amount }))),
    withoutAmount: real.filter(({ amount }) => amount === null),
    cameToNothing: outcomes.filter(({ outcome }) => outcome.kind === "nothing"),
    followThrough: {
      ours: followed(steps.filter(({ isTheirs }) => !isTheirs)),
      theirs: followed(steps.filter(({ isTheirs }) => isTheirs)),
    },
    daysToFirstStep: home === null || firstStep === null ? null : daysBetween(home, firstStep),
    daysToFirstOutcome: home === null || firstOutcome === null ? null : daysBetween(home, firstOutcome),
    open,
    openSums: sumsOf(open.flatMap(({ leads }) => leads)),
    pulses,
  };
}

/** Each event's part in every outcome it led to, the newest outcome first. The parts of an amount sum to it exactly. */
export function partsByEvent(replica: Replica): Map<EventId, OutcomePart[]> {
  const parts = new Map<EventId, OutcomePart[]>();
  const newest = [...replica.all("outcome")].sort((a, b) => (a.cameOn < b.cameOn ? 1 : a.cameOn > b.cameOn ? -1 : 0));
  for (const outcome of newest) {
    const eventIds = eventsOf(replica, outcome);
    const shares = sharesOf(eventIds, outcome.shares);
    const weights = shares.map(({ part }) => part);
    const amounts = outcome.amount === null ? [] : apportioned(outcome.amount, weights);
    const events = eventIds.flatMap((id) => replica.get("event", id) ?? []);
    for (const [at, { eventId, part }] of shares.entries()) {
      const own = parts.get(eventId) ?? [];
      own.push({ outcome, part, amount: amounts[at] ?? null, others: events.filter(({ id }) => id !== eventId) });
      parts.set(eventId, own);
    }
  }
  return parts;
}

/** What going cost; null where nobody said. */
export function costOf({ cost }: Event): Cost | null {
  if (cost === null) return null;
  const { currency, fee, travel, days } = cost;
  const dayRate = cost.dayRate ?? null; // an older event says nothing of it
  const time = days === null || dayRate === null ? null : Math.round(days * dayRate);
  return { currency, fee, travel, days, dayRate, time, total: (fee ?? 0) + (travel ?? 0) + (time ?? 0) };
}

function sumsOf(items: readonly { currency: Currency | null; amount: number | null }[]): Sum[] {
  const sums = new Map<Currency, Sum>();
  for (const { currency, amount } of items) {
    if (currency === null || amount === null) continue;
    const sum = sums.get(currency) ?? { currency, amount: 0, count: 0 };
    sums.set(currency, { currency, amount: sum.amount + amount, count: sum.count + 1 });
  }
  return [...sums.values()].sort((a, b) => b.amount - a.amount);
}

function followed(made: Step[]): Followed {
  const at = (state: Step["state"]) => made.filter((step) => step.state === state);
  return { made, done: at("done"), dropped: at("dropped"), open: at("open") };
}

/** Leads of an event that are neither won nor lost, in the order of the stages. */
function openOf(replica: Replica, eventId: EventId): OpenAt[] {
  const workspace = replica.get("workspace", replica.workspaceId);
  assert(workspace, "every replica holds its workspace");
  const own = replica.by("lead", "eventId", eventId);
  return stagesOf(workspace)
    .filter(({ means }) => means === "going" || means === "resting")
    .map((stage) => {
      const leads = own.filter((lead) => lead.stage === stage.key);
      return { stage, leads, sums: sumsOf(leads) };
    })
    .filter(({ leads }) => leads.length > 0);
}

function timelineOf(replica: Replica, { event, outcomes, pulses, followThrough }: Counted): Moment[] {
  const zone = zoneOf(replica);
  const done = [...followThrough.ours.done, ...followThrough.theirs.done];
  const steps = done.flatMap((step) => (step.closedAt === null ? [] : [{ step, day: dayAt(step.closedAt, zone) }]));
  const moments: Moment[] = [
    ...(event.startsOn === null
      ? []
      : [{ day: event.startsOn, what: "first-day", title: event.name, id: event.id } as const]),
    ...(event.endsOn === null || event.endsOn === event.startsOn
      ? []
      : [{ day: event.endsOn, what: "last-day", title: event.name, id: event.id } as const]),
    ...steps.map(({ step, day }) => ({ day, what: "step", title: step.what, id: step.id }) as const),
    ...outcomes.map(
      ({ outcome }) => ({ day: outcome.cameOn, what: "outcome", title: outcome.what, id: outcome.id }) as const,
    ),
    ...pulses.map(
      (pulse) => ({ day: pulse.answeredOn, what: "pulse", title: `${pulse.answer} of 5`, id: pulse.id }) as const,
    ),
  ];
  return moments.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function earliest<T extends Day | Instant>(some: readonly T[]): T | null {
  return some.reduce<T | null>((first, one) => (first === null || one < first ? one : first), null);
}
