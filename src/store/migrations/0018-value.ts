import { addColumn, createNoun, type Migration, type Shape } from "./migration.ts";

/** What came of it, and whether it is still seen: outcomes, answers to "still seeing value?", and when it is asked. */
export const value0018: Migration = {
  name: "0018-value",
  async up(build) {
    for (const [noun, shape] of Object.entries(nouns)) await createNoun(build, noun, shape);
    await addColumn(build, "workspace", { name: "pulse_days", kind: "json?" });
  },
};

const nouns: Record<string, Omit<Shape, "key">> = {
  outcome: {
    columns: {
      id: "id",
      created_at: "text",
      kind: "text",
      what: "text",
      about: "text?",
      amount: "integer?",
      currency: "text?",
      came_on: "text",
      step_ids: "json",
      lead_ids: "json",
      dot_ids: "json",
      initiative_ids: "json",
      note_ids: "json",
      event_ids: "json",
      shares: "json?",
    },
  },
  pulse: {
    columns: {
      id: "id",
      created_at: "text",
      event_id: "id",
      member_id: "id",
      after_days: "integer",
      answer: "integer",
      line: "text?",
      answered_on: "text",
    },
    references: { event_id: "event", member_id: "member" },
  },
};
