import * as z from "zod";
import { EventId } from "./id.ts";
import { Currency, MinorUnits } from "./money.ts";
import { Line, Name, Prose } from "./text.ts";
import { Day, Instant, TimeZone } from "./time.ts";

export const eventKinds = ["conference", "partner-event", "offsite", "meeting"] as const;
export const EventKind = z.enum(eventKinds);
export type EventKind = z.infer<typeof EventKind>;

/** The most questions an event's focus may hold (FO1). */
export const focusMax = 3;

/** One question or goal the event should answer, and what was found (FO1). Written by `event.focus` and `event.answer`. */
export const Focus = z.object({ question: Line, answer: Prose.nullable().default(null) });
export type Focus = z.infer<typeof Focus>;

/** What going costs (OC2). Amounts are in minor units of `currency` (cents). Written by `event.change`. */
export const EventCost = z.object({
  currency: Currency,
  fee: MinorUnits.nullable().default(null),
  travel: MinorUnits.nullable().default(null),
  days: z.number().min(0).max(365).nullable().default(null),
  /** What a day of the traveller is reckoned at. */
  dayRate: MinorUnits.nullable().default(null),
});
export type EventCost = z.infer<typeof EventCost>;

/**
 * A conference, partner event, offsite or meeting.
 * Written by `event.add`, `event.change`, `event.focus`, `event.answer`, `event.remove`.
 */
export const Event = z.object({
  id: EventId,
  createdAt: Instant,
  name: Name,
  kind: EventKind.default("conference"),
  startsOn: Day.nullable().default(null),
  endsOn: Day.nullable().default(null),
  /** The zone the event's days and session times are meant in. */
  timeZone: TimeZone,
  place: Name.nullable().default(null),
  url: z.string().max(2000).nullable().default(null),
  /** Why I go, in a sentence or two. */
  purpose: Prose.nullable().default(null),
  focus: z.array(Focus).max(focusMax).default([]),
  cost: EventCost.nullable().default(null),
});
export type Event = z.infer<typeof Event>;
