import type { EventId, PersonId } from "#domain/model/id.ts";
import type { Meeting, Organization } from "#domain/model/person.ts";
import type { Touch } from "#domain/model/touch.ts";
import type { Member } from "#domain/model/workspace.ts";
import type { Replica } from "#replica/replica.ts";
import { ownerOf } from "#domain/model/step.ts";
import { eventOf, personName } from "./asking.ts";

export interface OrganizationListed {
  organization: Organization;
  people: number;
  openSteps: number;
}

export const organizationsNouns = ["organization", "person", "step"] as const;

/** Organizations, those with something open first (ST4), then those with people, then by name. */
export function organizations(replica: Replica): OrganizationListed[] {
  return [...replica.all("organization")]
    .map((organization) => ({
      organization,
      people: replica.by("person", "organizationId", organization.id).length,
      openSteps: replica.by("step", "organizationId", organization.id).filter(({ state }) => state === "open").length,
    }))
    .sort(
      (a, b) =>
        b.openSteps - a.openSteps || b.people - a.people || a.organization.name.localeCompare(b.organization.name),
    );
}

export interface MemberListed {
  member: Member;
  isMe: boolean;
  openSteps: number;
}

export const membersNouns = ["member", "step"] as const;

/** Who works in the workspace, and how much each has open; me first, then by name. */
export function members(replica: Replica): MemberListed[] {
  const open = replica.by("step", "state", "open");
  return [...replica.all("member")]
    .map((member) => ({
      member,
      isMe: member.id === replica.memberId,
      openSteps: open.filter((step) => ownerOf(step, member.id) === "me").length,
    }))
    .sort((a, b) => Number(b.isMe) - Number(a.isMe) || a.member.name.localeCompare(b.member.name));
}

interface OfWhom {
  personId?: PersonId | undefined;
  eventId?: EventId | undefined;
}

export interface MeetingListed {
  meeting: Meeting;
  person: string;
  event: string | null;
  through: string | null;
}

export const meetingsNouns = ["meeting", "person", "event"] as const;

/** How I met whom, newest first; those without a day last. */
export function meetings(replica: Replica, of: OfWhom): MeetingListed[] {
  return [...replica.all("meeting")]
    .filter((meeting) => isOf(meeting, of))
    .map((meeting) => ({
      meeting,
      person: personName(replica, meeting.personId) ?? "",
      event: eventOf(replica, meeting.eventId)?.name ?? null,
      through: personName(replica, meeting.throughPersonId),
    }))
    .sort((a, b) => newest(a.meeting.metOn, b.meeting.metOn) || a.person.localeCompare(b.person));
}

export interface TouchListed {
  touch: Touch;
  person: string;
}

export const touchesNouns = ["touch", "person", "event"] as const;

/** Every contact with people (EC2), newest first. */
export function touches(replica: Replica, of: OfWhom): TouchListed[] {
  return [...replica.all("touch")]
    .filter((touch) => isOf(touch, of))
    .map((touch) => ({ touch, person: personName(replica, touch.personId) ?? "" }))
    .sort((a, b) => newest(a.touch.touchedOn, b.touch.touchedOn) || (a.touch.id < b.touch.id ? 1 : -1));
}

function isOf(one: { personId: PersonId; eventId: EventId | null }, { personId, eventId }: OfWhom): boolean {
  return (personId === undefined || one.personId === personId) && (eventId === undefined || one.eventId === eventId);
}

function newest(left: string | null, right: string | null): number {
  return left === right ? 0 : (left ?? "") < (right ?? "") ? 1 : -1;
}
