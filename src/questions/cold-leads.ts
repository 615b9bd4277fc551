import type { PersonId } from "#domain/model/id.ts";
import type { Lead } from "#domain/model/lead.ts";
import type { Day } from "#domain/model/time.ts";
import type { WarmthLevel } from "#domain/model/warmth.ts";
import type { Replica } from "#replica/replica.ts";
import { metDay } from "./event-clock.ts";
import { type LeadShown, leadShownNouns, showLead } from "./lead-shown.ts";
import { ownTie, type Path, pathsTo, pathsNouns, type PathTarget } from "./paths.ts";

/** A cold lead, with the way that is still open. */
export interface ColdLead extends LeadShown {
  /** How many touches and meetings there ever were with its person, or its organization's people. */
  contacts: number;
  /** The strongest path that nobody on it was asked in vain; null where there is none left. */
  path: Path | null;
}

export const coldLeadsNouns = [...leadShownNouns, ...pathsNouns] as const;

interface Wanted {
  day: Day;
  /** How many; all where nothing is said. */
  limit?: number;
  /** How cold; with "cooling" also those that are about to be. */
  levels?: readonly WarmthLevel[];
}

/**
 * Cold leads to be worked on purpose (EC4), the less familiar first: those with the fewest touches and meetings, of these the weakest
 * tie, of these the longest silence. What is won, lost or still resting is left out. Each comes with the path that is still open:
 * whoever was asked for an introduction to them and did not give it is no door any more.
 */
export function coldLeads(replica: Replica, { limit = Infinity, ...wanted }: Wanted): ColdLead[] {
  return leadsGoneCold(replica, wanted)
    .slice(0, limit)
    .map((cold) => ({ ...cold, path: openPath(replica, cold.lead, wanted.day) }));
}

/** The same without the path that is still open, which costs most; with the day of the last touch or meeting, "" where there was none. */
export function leadsGoneCold(
  replica: Replica,
  { day, levels = ["cold"] }: Omit<Wanted, "limit">,
): (Omit<ColdLead, "path"> & { lastOn: Day | "" })[] {
  return [...replica.all("lead")]
    .map((lead) => showLead(replica, lead, day))
    .filter(({ stage, isBack, warmth }) => levels.includes(warmth.level) && (stage.means === "going" || isBack))
    .map((shown) => ({ shown, ...familiarity(replica, shown.lead, day) }))
    .sort(
      (a, b) =>
        a.contacts - b.contacts ||
        a.tie - b.tie ||
        a.lastOn.localeCompare(b.lastOn) ||
        a.shown.lead.id.localeCompare(b.shown.lead.id),
    )
    .map(({ shown, contacts, lastOn }) => ({ ...shown, contacts, lastOn }));
}

interface Familiarity {
  contacts: number;
  tie: number;
  lastOn: Day | "";
}

function familiarity(replica: Replica, lead: Lead, day: Day): Familiarity {
  const people: PersonId[] =
    lead.personId !== null
      ? [lead.personId]
      : lead.organizationId === null
        ? []
        : replica.by("person", "organizationId", lead.organizationId).map(({ id }) => id);
  let [contacts, tie] = [0, 0];
  let lastOn: Day | "" = "";
  for (const personId of people) {
    const touches = replica.by("touch", "personId", personId);
    const meetings = replica.by("meeting", "personId", personId);
    contacts += touches.length + meetings.length;
    tie = Math.max(tie, ownTie(replica, personId, day));
    for (const on of [
      ...touches.map((touch) => touch.touchedOn),
      ...meetings.map((one) => metDay(replica, one) ?? ""),
    ]) {
      if (on > lastOn) lastOn = on;
    }
  }
  return { contacts, tie, lastOn };
}

/** The path to a lead that is still open: the strongest that nobody refused. */
export function openPath(replica: Replica, lead: Lead, day: Day): Path | null {
  const target = targetOf(lead);
  if (target === null) return null;
  return pathsTo(replica, target, { day, max: 1, closed: askedInVain(replica, lead) })?.paths[0] ?? null;
}

/** What the paths of a lead lead to: its person, else its organization. */
export function targetOf({ personId, organizationId }: Pick<Lead, "personId" | "organizationId">): PathTarget | null {
  if (personId !== null) return { personId };
  return organizationId === null ? null : { organizationId };
}

/** Who was asked to introduce me to a lead's person or organization, and whose step was dropped. */
export function askedInVain(replica: Replica, { personId, organizationId }: Lead): PersonId[] {
  return replica
    .by("step", "kind", "introduce")
    .flatMap(({ state, ownerPersonId, withPersonId, organizationId: at }) =>
      state === "dropped" &&
      ownerPersonId !== null &&
      (personId === null ? at === organizationId : withPersonId === personId)
        ? [ownerPersonId]
        : [],
    );
}
