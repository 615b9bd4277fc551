import * as z from "zod";
import { EventId, PersonId, StepId, TouchId } from "./id.ts";
import type { StepKind } from "./step.ts";
import { Line } from "./text.ts";
import { Day, Instant } from "./time.ts";

export const touchWays = ["call", "email", "message", "meeting"] as const;
export const TouchWay = z.enum(touchWays);
export type TouchWay = z.infer<typeof TouchWay>;

/** `out`: I reached out to them. `in`: they reached out to me. */
export const directions = ["out", "in"] as const;
export const Direction = z.enum(directions);
export type Direction = z.infer<typeof Direction>;

/**
 * One contact with a person. It moves the event clock and never closes a promise (EC2).
 * Written by `touch.add`, `touch.change`, `touch.remove`.
 */
export const Touch = z.object({
  id: TouchId,
  createdAt: Instant,
  personId: PersonId,
  eventId: EventId.nullable().default(null),
  stepId: StepId.nullable().default(null),
  way: TouchWay,
  direction: Direction.default("out"),
  touchedOn: Day,
  line: Line.nullable().default(null),
});
export type Touch = z.infer<typeof Touch>;

/** The contact that doing a step of a kind is, where it is one. */
export function wayOfKind(kind: StepKind): TouchWay | null {
  const ways: Partial<Record<StepKind, TouchWay>> = {
    call: "call",
    email: "email",
    message: "message",
    introduce: "email",
    meet: "meeting",
  };
  return ways[kind] ?? null;
}

/**
 * Whether a contact is mine, or both sides', so that it moves the event clock (EC2): what I sent, and every call and meeting. A mail
 * of theirs waits for an answer; taking it for a follow-up of mine would hide exactly that.
 */
export function isMine({ way, direction }: Pick<Touch, "way" | "direction">): boolean {
  return direction === "out" || way === "call" || way === "meeting";
}
