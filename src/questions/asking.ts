import type { Event } from "#domain/model/event.ts";
import type { EventId, OrganizationId, PersonId } from "#domain/model/id.ts";
import { ownerOf, type Owner, type Step } from "#domain/model/step.ts";
import { type Day, dayAt, type TimeZone } from "#domain/model/time.ts";
import { assert } from "#domain/refusal.ts";
import type { Replica } from "#replica/replica.ts";

/** The moment a question is asked; questions never learn the time by themselves. */
export interface Asking {
  now: Temporal.Instant;
}

/** Today, in the workspace's zone. */
export function todayIn(replica: Replica, { now }: Asking): Day {
  return dayAt(now, zoneOf(replica));
}

export function zoneOf(replica: Replica): TimeZone {
  const workspace = replica.get("workspace", replica.workspaceId);
  assert(workspace, "every replica holds its workspace");
  return workspace.timeZone;
}

/** A step with the names a person reads instead of ids. */
export interface StepShown {
  step: Step;
  owner: Owner;
  /** The owner's name where it is not me. */
  who: string | null;
  with: string | null;
  organization: string | null;
  event: string | null;
}

/** Nouns that `showStep` reads. */
export const stepShownNouns = ["workspace", "member", "person", "organization", "event", "step"] as const;

export function showStep(replica: Replica, step: Step): StepShown {
  const owner = ownerOf(step, replica.memberId);
  return {
    step,
    owner,
    who: owner === "me" ? null : ownerName(replica, step),
    with: personName(replica, step.withPersonId) ?? step.withName,
    organization: organizationName(replica, step.organizationId),
    event: eventOf(replica, step.eventId)?.name ?? null,
  };
}

function ownerName(replica: Replica, step: Step): string | null {
  const member = replica.get("member", step.ownerMemberId);
  return member?.name ?? personName(replica, step.ownerPersonId) ?? step.ownerName;
}

export function personName(replica: Replica, id: PersonId | null): string | null {
  return replica.get("person", id)?.name ?? null;
}

export function organizationName(replica: Replica, id: OrganizationId | null): string | null {
  return replica.get("organization", id)?.name ?? null;
}

export function eventOf(replica: Replica, id: EventId | null): Event | undefined {
  return replica.get("event", id);
}
