import type * as z from "zod";
import { Event } from "./event.ts";
import { Note } from "./note.ts";
import { Page } from "./page.ts";
import { Meeting, Organization, Person } from "./person.ts";
import { Proposal } from "./proposal.ts";
import { Session } from "./session.ts";
import { Step } from "./step.ts";
import { Touch } from "./touch.ts";
import { Member, Workspace } from "./workspace.ts";

/**
 * Every stored noun with its schema, in an order in which each noun comes after the nouns it refers to
 * (step and touch after person, and so on): export, import and the first sync follow it.
 */
export const nouns = {
  workspace: Workspace,
  member: Member,
  event: Event,
  session: Session,
  organization: Organization,
  person: Person,
  page: Page,
  note: Note,
  proposal: Proposal,
  meeting: Meeting,
  step: Step,
  touch: Touch,
} as const;

export type Noun = keyof typeof nouns;
export type RecordOf<N extends Noun> = z.infer<(typeof nouns)[N]>;
export type IdOf<N extends Noun> = RecordOf<N>["id"];

export const nounNames = Object.keys(nouns) as Noun[]; // keys of a literal object are its Noun names

/** Which noun each referring field points at; the store makes them foreign keys, import checks them. */
export const references: { [N in Noun]: Partial<Record<keyof RecordOf<N>, Noun>> } = {
  workspace: {},
  member: {},
  event: {},
  session: { eventId: "event" },
  organization: {},
  person: { organizationId: "organization" },
  page: { eventId: "event" },
  note: { eventId: "event", pageId: "page", sessionId: "session" },
  proposal: { eventId: "event", pageId: "page", noteId: "note", sessionId: "session" },
  meeting: { personId: "person", eventId: "event", sessionId: "session", throughPersonId: "person" },
  step: {
    eventId: "event",
    sessionId: "session",
    noteId: "note",
    pageId: "page",
    ownerMemberId: "member",
    ownerPersonId: "person",
    withPersonId: "person",
    organizationId: "organization",
  },
  touch: { personId: "person", eventId: "event", stepId: "step" },
};

/** Fields that hold a list of ids of another noun. No key of the store's: whatever removes a record sees to them. */
export const listed: { [N in Noun]?: Partial<Record<keyof RecordOf<N>, Noun>> } = {
  note: { personIds: "person", organizationIds: "organization" },
};
