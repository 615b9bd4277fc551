import { addColumn, createNoun, type Migration, type Shape, sparseIndex } from "./migration.ts";

/** What a team agrees on at an offsite: initiatives with their check-ins, the charter and who agreed; and what steps say of them. */
export const roadmap0017: Migration = {
  name: "0017-roadmap",
  async up(build) {
    for (const [noun, shape] of Object.entries(nouns)) {
      const sparse = Object.keys(shape.references ?? {}).filter((column) => shape.columns[column]?.endsWith("?"));
      await createNoun(build, noun, { ...shape, sparse });
    }
    await addColumn(build, "step", { name: "initiative_id", kind: "id?" });
    await sparseIndex(build, "step", "initiative_id");
    await addColumn(build, "step", { name: "role", kind: "text?" });
  },
};

/** In an order in which each table comes after those it refers to. */
const nouns: Record<string, Omit<Shape, "key">> = {
  initiative: {
    columns: {
      id: "id",
      created_at: "text",
      name: "text",
      problem: "text?",
      event_id: "id?",
      cluster_id: "id?",
      sticky_ids: "json",
      owner_member_id: "id?",
      measure: "text?",
      measure_from: "text?",
      measure_to: "text?",
      first_step_id: "id?",
      rhythm_days: "integer",
      commitment_id: "id?",
      role: "text?",
      rank: "real",
      state: "text",
      started_on: "text?",
      stuck_on: "text?",
      closed_at: "text?",
      came_of_it: "text?",
      carried_from_id: "id?",
    },
    references: {
      event_id: "event",
      cluster_id: "cluster",
      owner_member_id: "member",
      first_step_id: "step",
      commitment_id: "commitment",
    },
  },
  checkin: {
    columns: {
      id: "id",
      created_at: "text",
      initiative_id: "id",
      member_id: "id",
      checked_on: "text",
      colour: "text",
      line: "text",
    },
    references: { initiative_id: "initiative", member_id: "member" },
  },
  charter: {
    columns: {
      id: "id",
      created_at: "text",
      event_id: "id?",
      edition: "integer",
      mission: "text?",
      structure: "text?",
      roles: "json",
      needed: "json",
      questions: "json",
      state: "text",
      agreed_at: "text?",
    },
    references: { event_id: "event" },
  },
  agreement: {
    columns: {
      id: "id",
      created_at: "text",
      charter_id: "id",
      member_id: "id",
      answer: "text",
      remark: "text?",
    },
    references: { charter_id: "charter", member_id: "member" },
  },
};
