import { createNoun, type Migration, type Shape } from "./migration.ts";

/** An offsite's wall: boards with their stickies, what was put together, and dots. */
export const wall0012: Migration = {
  name: "0012-wall",
  async up(build) {
    for (const [noun, shape] of Object.entries(nouns)) {
      const sparse = Object.keys(shape.references ?? {}).filter((column) => shape.columns[column]?.endsWith("?"));
      await createNoun(build, noun, { ...shape, sparse });
    }
  },
};

/** In an order in which each table comes after those it refers to. */
const nouns: Record<string, Omit<Shape, "key">> = {
  board: {
    columns: {
      id: "id",
      created_at: "text",
      event_id: "id",
      name: "text",
      group: "text?",
      columns: "json",
      mode: "text",
      round: "integer",
      facilitator_id: "id?",
      votes_each: "integer",
      timer_ends_at: "text?",
      join_key: "text?",
    },
    references: { event_id: "event", facilitator_id: "member" },
  },
  cluster: {
    columns: {
      id: "id",
      created_at: "text",
      board_id: "id",
      name: "text?",
      column_id: "text",
      x: "real",
      y: "real",
    },
    references: { board_id: "board" },
  },
  sticky: {
    columns: {
      id: "id",
      created_at: "text",
      board_id: "id",
      text: "text",
      column_id: "text",
      x: "real",
      y: "real",
      member_id: "id?",
      guest_name: "text?",
      cluster_id: "id?",
      round: "integer",
    },
    references: { board_id: "board", member_id: "member", cluster_id: "cluster" },
  },
  vote: {
    columns: {
      id: "id",
      created_at: "text",
      board_id: "id",
      member_id: "id",
      cluster_id: "id?",
      sticky_id: "id?",
    },
    references: { board_id: "board", member_id: "member", cluster_id: "cluster", sticky_id: "sticky" },
  },
};
