import type { LeadId, PersonId } from "#domain/model/id.ts";
import { addDays, type Day } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { leadsGoneCold } from "../cold-leads.ts";
import { metDay } from "../event-clock.ts";

/** Somebody, or a lead, that goes cold: since when, and how many touches there ever were. */
export interface Cold {
  personId: PersonId | null;
  leadId: LeadId | null;
  since: Day;
  touches: number;
}

/**
 * So long without a touch, and the event's looks have left the day's list (a fortnight after the third at 30 days): from then on it is
 * the comb-back that brings people, a few at a time (EC4).
 */
const quietDays = 45;
/** Leads that went cold and have no open step (EC4): what is being done about the others stands on its own list. */
export function coldLeads(replica: Replica, day: Day): Cold[] {
  return leadsGoneCold(replica, { day })
    .filter(({ lead }) => !replica.by("step", "leadId", lead.id).some(({ state }) => state === "open"))
    .map(({ lead, contacts, lastOn }) => ({
      leadId: lead.id,
      personId: null,
      since: lastOn === "" ? lead.stageOn : lastOn,
      touches: contacts,
    }));
}

/**
 * People who go cold: met once, quiet for six weeks, and nothing of mine or theirs is open between us. A person with a rhythm of
 * their own comes with their day; one with a lead comes with the lead.
 */
export function coldPeople(replica: Replica, day: Day): Cold[] {
  const before = addDays(day, -quietDays);
  const last = new Map<PersonId, Day>();
  const touches = new Map<PersonId, number>();
  const met = new Set<PersonId>();
  const tell = (personId: PersonId, on: Day) => {
    if (on > (last.get(personId) ?? "")) last.set(personId, on);
  };
  for (const meeting of replica.all("meeting")) {
    const on = metDay(replica, meeting);
    if (on === null) continue;
    met.add(meeting.personId);
    tell(meeting.personId, on);
  }
  for (const { personId, touchedOn } of replica.all("touch")) {
    tell(personId, touchedOn);
    touches.set(personId, (touches.get(personId) ?? 0) + 1);
  }
  const busy = new Set<PersonId | null>([...replica.all("lead")].map(({ personId }) => personId));
  for (const { withPersonId, ownerPersonId } of replica.by("step", "state", "open"))
    busy.add(withPersonId).add(ownerPersonId);
  return [...last].flatMap(([personId, on]): Cold[] => {
    if (on > before || busy.has(personId) || !met.has(personId)) return [];
    const person = replica.get("person", personId);
    if (person === undefined || person.isColleague || person.rhythmDays !== null) return [];
    return [{ personId, leadId: null, since: on, touches: touches.get(personId) ?? 0 }];
  });
}
