import { addColumn, createNoun, type Migration, type Shape, sparseIndex } from "./migration.ts";

/** What follows through: commitments, leads, needs, comb-backs with their cards, and dots; and what steps say of them. */
export const followThrough0011: Migration = {
  name: "0011-follow-through",
  async up(build) {
    for (const [noun, shape] of Object.entries(nouns)) {
      const sparse = Object.keys(shape.references ?? {}).filter((column) => shape.columns[column]?.endsWith("?"));
      await createNoun(build, noun, { ...shape, sparse });
    }
    await addColumn(build, "workspace", { name: "stages", kind: "json?" });
    await addColumn(build, "workspace", { name: "comb_back_notes", kind: "integer?" });
    await addColumn(build, "person", { name: "time_zone", kind: "text?" });
    for (const name of ["lead_id", "need_id", "commitment_id"]) {
      await addColumn(build, "step", { name, kind: "id?" });
      await sparseIndex(build, "step", name);
    }
    await addColumn(build, "step", { name: "repeats", kind: "text?" });
  },
};

/** In an order in which each table comes after those it refers to. */
const nouns: Record<string, Omit<Shape, "key">> = {
  commitment: {
    columns: {
      id: "id",
      created_at: "text",
      what: "text",
      about: "text?",
      span: "text",
      starts_on: "text",
      parent_id: "id?",
      rank: "real",
      member_id: "id?",
      state: "text",
      closed_at: "text?",
      came_of_it: "text?",
      answers: "json",
    },
    references: { member_id: "member" },
  },
  lead: {
    columns: {
      id: "id",
      created_at: "text",
      name: "text",
      person_id: "id?",
      organization_id: "id?",
      event_id: "id?",
      session_id: "id?",
      note_id: "id?",
      commitment_id: "id?",
      stage: "text",
      stage_on: "text",
      ours: "text?",
      theirs: "text?",
      rests_until: "text?",
      why: "text?",
      amount: "integer?",
      currency: "text?",
      about: "text?",
    },
    references: {
      person_id: "person",
      organization_id: "organization",
      event_id: "event",
      session_id: "session",
      note_id: "note",
      commitment_id: "commitment",
    },
  },
  need: {
    columns: {
      id: "id",
      created_at: "text",
      side: "text",
      what: "text",
      about: "text?",
      member_id: "id?",
      event_id: "id?",
      note_id: "id?",
      commitment_id: "id?",
      state: "text",
      closed_at: "text?",
      came_of_it: "text?",
    },
    references: { member_id: "member", event_id: "event", note_id: "note", commitment_id: "commitment" },
  },
  sitting: {
    columns: {
      id: "id",
      created_at: "text",
      member_id: "id",
      started_on: "text",
      ended_at: "text?",
      next_on: "text?",
    },
    references: { member_id: "member" },
  },
  card: {
    columns: {
      id: "id",
      created_at: "text",
      sitting_id: "id",
      place: "integer",
      about: "text",
      note_id: "id?",
      step_id: "id?",
      lead_id: "id?",
      person_id: "id?",
      event_id: "id?",
      commitment_id: "id?",
      answer: "text?",
      answered_at: "text?",
      rests_until: "text?",
      line: "text?",
    },
    references: {
      sitting_id: "sitting",
      note_id: "note",
      step_id: "step",
      lead_id: "lead",
      person_id: "person",
      event_id: "event",
      commitment_id: "commitment",
    },
  },
  dot: {
    columns: {
      id: "id",
      created_at: "text",
      member_id: "id",
      note_id: "id",
      step_id: "id?",
      lead_id: "id?",
      commitment_id: "id?",
      card_id: "id?",
      line: "text?",
    },
    references: {
      member_id: "member",
      note_id: "note",
      step_id: "step",
      lead_id: "lead",
      commitment_id: "commitment",
      card_id: "card",
    },
  },
};
