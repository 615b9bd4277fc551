import * as z from "zod";
import { EventId, MemberId, PulseId } from "./id.ts";
import { Line } from "./text.ts";
import { Day, Instant } from "./time.ts";

/** After how many days "still seeing value?" is asked where nobody chose others (OC3). */
export const usualPulseDays: readonly number[] = [30, 90, 180, 365];

/** Days after coming home, ten years at most. */
export const PulseDays = z.array(z.int().min(1).max(3650)).max(12);

/** How long the last question of an event goes on being asked: an old event is not dug out for it. */
export const lastPulseOpenDays = 60;

/**
 * One answer to "still seeing value?" (OC3): one for each event, member and number of days. Written by `pulse.answer`.
 */
export const Pulse = z.object({
  id: PulseId,
  createdAt: Instant,
  eventId: EventId,
  memberId: MemberId,
  /** Which question it answers: so many days after the event's last day. */
  afterDays: z.int().min(0).max(3650),
  /** From 1, none at all, to 5, a great deal. */
  answer: z.int().min(1).max(5),
  line: Line.nullable().default(null),
  answeredOn: Day,
});
export type Pulse = z.infer<typeof Pulse>;

/** What each answer says. */
export const pulseWords = ["", "No value", "A little", "Some", "Much", "A great deal"] as const;

/** After how many days a workspace asks, the soonest first. */
export function pulseDaysOf(workspace: { pulseDays: readonly number[] | null }): number[] {
  return [...new Set(workspace.pulseDays ?? usualPulseDays)].sort((a, b) => a - b);
}
