import type { OrganizationReading, PersonReading } from "#domain/model/proposal.ts";
import type { NameFound } from "./names.ts";

/** A person or organization that a passage names; offsets are in the passage's clean words. */
export interface Mention {
  start: number;
  end: number;
  person: PersonReading | null;
  organization: OrganizationReading | null;
  confidence: number;
}

/**
 * The people and organizations a passage names. `met` is for the passage as a whole what the caller's reading of
 * it says about each name. The writer and colleagues are no news and are left out, and so is a
 * name that two known people would fit.
 */
export function mentionsOf(names: readonly NameFound[], isMet: (name: NameFound) => boolean): Mention[] {
  const mentions: Mention[] = [];
  for (const found of names) {
    if (found.isMe) continue;
    const name = (found.name ?? found.words).trim().slice(0, 300);
    if (name === "") continue;
    if (found.means === "organization") {
      mentions.push({
        start: found.start,
        end: found.end,
        person: null,
        organization: { name, relation: found.relation },
        confidence: found.name === null ? 0.6 : 0.85,
      });
      continue;
    }
    // Where two known people would fit, a third of that name is the least likely.
    if (found.isColleague || (found.name === null && found.candidates.length > 1)) continue;
    const known = found.person?.source ?? null;
    mentions.push({
      start: found.start,
      end: found.end,
      person: {
        name,
        organization: found.organization?.slice(0, 300) ?? null,
        role: found.role?.slice(0, 300) ?? null,
        email: found.person?.emails[0]?.slice(0, 320) ?? null,
        phone: null,
        met: isMet(found),
        known,
      },
      organization: null,
      confidence: known === null ? 0.7 : 0.9,
    });
  }
  return mentions;
}
