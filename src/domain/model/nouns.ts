import type * as z from "zod";
import { Board } from "./board.ts";
import { Cluster } from "./cluster.ts";
import { Commitment } from "./commitment.ts";
import { Agreement, Charter } from "./charter.ts";
import { Dot } from "./dot.ts";
import { Event } from "./event.ts";
import { Checkin, Initiative } from "./initiative.ts";
import { Lead } from "./lead.ts";
import { Need } from "./need.ts";
import { Note } from "./note.ts";
import { Outcome } from "./outcome.ts";
import { Page } from "./page.ts";
import { Meeting, Organization, Person } from "./person.ts";
import { Proposal } from "./proposal.ts";
import { Pulse } from "./pulse.ts";
import { Session } from "./session.ts";
import { Card, Sitting } from "./sitting.ts";
import { Step } from "./step.ts";
import { Sticky } from "./sticky.ts";
import { Touch } from "./touch.ts";
import { Vote } from "./vote.ts";
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
  commitment: Commitment,
  lead: Lead,
  need: Need,
  step: Step,
  touch: Touch,
  sitting: Sitting,
  card: Card,
  dot: Dot,
  board: Board,
  cluster: Cluster,
  sticky: Sticky,
  vote: Vote,
  initiative: Initiative,
  checkin: Checkin,
  charter: Charter,
  agreement: Agreement,
  outcome: Outcome,
  pulse: Pulse,
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
  commitment: { memberId: "member" },
  lead: {
    personId: "person",
    organizationId: "organization",
    eventId: "event",
    sessionId: "session",
    noteId: "note",
    commitmentId: "commitment",
  },
  need: { memberId: "member", eventId: "event", noteId: "note", commitmentId: "commitment" },
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
  sitting: { memberId: "member" },
  card: {
    sittingId: "sitting",
    noteId: "note",
    stepId: "step",
    leadId: "lead",
    personId: "person",
    eventId: "event",
    commitmentId: "commitment",
  },
  dot: {
    memberId: "member",
    noteId: "note",
    stepId: "step",
    leadId: "lead",
    commitmentId: "commitment",
    cardId: "card",
  },
  board: { eventId: "event", facilitatorId: "member" },
  cluster: { boardId: "board" },
  sticky: { boardId: "board", memberId: "member", clusterId: "cluster" },
  vote: { boardId: "board", memberId: "member", clusterId: "cluster", stickyId: "sticky" },
  initiative: {
    eventId: "event",
    clusterId: "cluster",
    ownerMemberId: "member",
    firstStepId: "step",
    commitmentId: "commitment",
  },
  checkin: { initiativeId: "initiative", memberId: "member" },
  charter: { eventId: "event" },
  agreement: { charterId: "charter", memberId: "member" },
  outcome: {},
  pulse: { eventId: "event", memberId: "member" },
};

/**
 * Fields that hold ids of another noun, a list or one, and are no key of the store's: a list cannot be, nor can a field that came to a
 * table later (SQLite), nor one that may name a younger row. Whatever removes a record sees to them.
 */
export const listed: { [N in Noun]?: Partial<Record<keyof RecordOf<N>, Noun>> } = {
  commitment: { parentId: "commitment" },
  step: { leadId: "lead", needId: "need", commitmentId: "commitment", initiativeId: "initiative" },
  initiative: { stickyIds: "sticky", carriedFromId: "initiative" },
  note: { personIds: "person", organizationIds: "organization" },
  outcome: {
    stepIds: "step",
    leadIds: "lead",
    dotIds: "dot",
    initiativeIds: "initiative",
    noteIds: "note",
    eventIds: "event",
  },
};
