import * as z from "zod";
import { LookDays } from "./clock.ts";
import { EventId, MeetingId, OrganizationId, PersonId, SessionId } from "./id.ts";
import { DraftLanguage } from "./template.ts";
import { Line, Name, Prose } from "./text.ts";
import { Day, Instant, TimeZone } from "./time.ts";

/** An address with the word its owner or source put to it ("work", "mobile"). */
export const Address = z.object({
  value: z.string().trim().min(1).max(400),
  label: z.string().max(60).nullable().default(null),
});
export type Address = z.infer<typeof Address>;

/**
 * Whom I met, or know. Written by `person.add`, `person.change`, `person.import`, `person.merge`,
 * `person.remove`, and by accepting a proposal (RD2).
 */
export const Person = z.object({
  id: PersonId,
  createdAt: Instant,
  name: Name,
  givenName: Name.nullable().default(null),
  familyName: Name.nullable().default(null),
  /** Other names the person goes by: nicknames, former names, the other spelling. */
  nicknames: z.array(Name).max(20).default([]),
  organizationId: OrganizationId.nullable().default(null),
  role: Name.nullable().default(null),
  emails: z.array(Address).max(20).default([]),
  phones: z.array(Address).max(20).default([]),
  urls: z.array(Address).max(20).default([]),
  place: Name.nullable().default(null),
  about: Prose.nullable().default(null),
  /** Works with me: same team, company or chapter. */
  isColleague: z.boolean().default(false),
  /** The file the person came from, or null where a person typed or accepted it. */
  source: z.string().max(1000).nullable().default(null),
  /** The slow rhythm after an event's third look (EC1): in touch every so many days. Null while nobody chose one. */
  rhythmDays: LookDays.nullable().default(null),
  /** The language in which drafts to them are written; null for English. */
  language: DraftLanguage.nullable().default(null),
  /** Where their days are counted (EC1); null while nobody said, which counts them in the workspace's zone. */
  timeZone: TimeZone.nullable().default(null),
});
export type Person = z.infer<typeof Person>;

/** What a contact file says of a person: the fields an import may write. */
export const ContactCard = Person.omit({
  id: true,
  createdAt: true,
  organizationId: true,
  isColleague: true,
  source: true,
  rhythmDays: true,
  language: true,
  timeZone: true,
}).extend({
  organization: Name.nullable().default(null),
  /** The day we connected, where the file says so (LinkedIn). */
  connectedOn: Day.nullable().default(null),
});
export type ContactCard = z.infer<typeof ContactCard>;

export const organizationRelations = ["partner", "competitor", "customer", "vendor", "community", "other"] as const;
export const OrganizationRelation = z.enum(organizationRelations);
export type OrganizationRelation = z.infer<typeof OrganizationRelation>;

/**
 * A company, agency, community. It can be worked on with no person attached (ST4). Written by
 * `organization.add`, `organization.change`, `organization.merge`, `organization.remove`, `person.import`,
 * and by accepting a proposal (RD2).
 */
export const Organization = z.object({
  id: OrganizationId,
  createdAt: Instant,
  name: Name,
  /** Null while nobody has said. */
  relation: OrganizationRelation.nullable().default(null),
  /** Mail domains its people write from; they tie a bare address to it. */
  domains: z.array(z.string().max(253)).max(20).default([]),
  url: z.string().max(2000).nullable().default(null),
  about: Prose.nullable().default(null),
});
export type Organization = z.infer<typeof Organization>;

/**
 * How we met: the event, day, place and through whom. The event clock starts here (EC1).
 * Written by `meeting.add`, `meeting.change`, `meeting.remove`, and by accepting a person that was met.
 */
export const Meeting = z.object({
  id: MeetingId,
  createdAt: Instant,
  personId: PersonId,
  eventId: EventId.nullable().default(null),
  sessionId: SessionId.nullable().default(null),
  metOn: Day.nullable().default(null),
  place: Name.nullable().default(null),
  /** Who introduced us. */
  throughPersonId: PersonId.nullable().default(null),
  line: Line.nullable().default(null),
});
export type Meeting = z.infer<typeof Meeting>;
