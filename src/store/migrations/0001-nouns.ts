import { type Build, createTable, type Migration, type Shape } from "./migration.ts";

/**
 * The first tables: each noun's, the workspaces' heads, the journal, and the devices that will push to them.
 * Beside what they refer to, people and organizations are looked up by name when a proposal is accepted.
 */
export const nouns0001: Migration = {
  name: "0001-nouns",
  async up(build) {
    await createTable(build, "head", { columns: { version: "integer", epoch: "id" }, key: [] });
    await createTable(build, "device", { columns: { id: "id", last_sequence: "integer" }, key: ["id"] });
    await createTable(build, "journal", journal);
    for (const [noun, shape] of Object.entries(nouns)) await createNoun(build, noun, shape);
  },
};

const journal: Shape = {
  columns: {
    id: "id",
    version: "integer",
    command: "text",
    args: "json",
    member_id: "id",
    device_id: "id",
    at: "text",
    changes: "json",
    undoes: "id?",
  },
  key: ["id"],
  unique: "version",
};

/** In an order in which each table comes after those it refers to. */
const nouns: Record<string, Omit<Shape, "key">> = {
  workspace: {
    columns: {
      id: "id",
      created_at: "text",
      name: "text",
      time_zone: "text",
      first_day_of_week: "integer",
      working_days: "json",
    },
  },
  member: {
    columns: {
      id: "id",
      created_at: "text",
      name: "text",
      email: "text?",
      organization: "text?",
    },
  },
  event: {
    columns: {
      id: "id",
      created_at: "text",
      name: "text",
      kind: "text",
      starts_on: "text?",
      ends_on: "text?",
      time_zone: "text",
      place: "text?",
      url: "text?",
      purpose: "text?",
      focus: "json",
      cost: "json?",
    },
  },
  session: {
    columns: {
      id: "id",
      created_at: "text",
      event_id: "id",
      guid: "text?",
      title: "text",
      subtitle: "text?",
      track: "text?",
      room: "text?",
      kind: "text?",
      language: "text?",
      starts_at: "text?",
      ends_at: "text?",
      speakers: "json",
      abstract: "text?",
      url: "text?",
      is_starred: "boolean",
      is_attended: "boolean?",
      is_withdrawn: "boolean",
    },
    references: { event_id: "event" },
  },
  organization: {
    columns: {
      id: "id",
      created_at: "text",
      name: "text",
      relation: "text?",
      domains: "json",
      url: "text?",
      about: "text?",
    },
    indexes: ["name"],
  },
  person: {
    columns: {
      id: "id",
      created_at: "text",
      name: "text",
      given_name: "text?",
      family_name: "text?",
      nicknames: "json",
      organization_id: "id?",
      role: "text?",
      emails: "json",
      phones: "json",
      urls: "json",
      place: "text?",
      about: "text?",
      is_colleague: "boolean",
      source: "text?",
    },
    references: { organization_id: "organization" },
    indexes: ["name"],
  },
  page: {
    columns: {
      id: "id",
      created_at: "text",
      event_id: "id?",
      name: "text",
      text: "text",
      markup: "text",
      encoding: "text",
      taken_on: "text?",
    },
    references: { event_id: "event" },
  },
  note: {
    columns: {
      id: "id",
      created_at: "text",
      event_id: "id?",
      page_id: "id?",
      start: "integer?",
      end: "integer?",
      text: "text",
      state: "text",
      observation: "text?",
      session_id: "id?",
      person_ids: "json",
      organization_ids: "json",
    },
    references: { event_id: "event", page_id: "page", session_id: "session" },
  },
  proposal: {
    columns: {
      id: "id",
      created_at: "text",
      event_id: "id?",
      page_id: "id",
      note_id: "id",
      session_id: "id?",
      means: "text",
      start: "integer",
      end: "integer",
      quote: "text",
      step: "json?",
      person: "json?",
      organization: "json?",
      observation: "text?",
      reading: "text",
      is_marked: "boolean",
      confidence: "real",
      repeats: "json",
      state: "text",
      made_id: "id?",
    },
    references: { event_id: "event", page_id: "page", note_id: "note", session_id: "session" },
  },
  meeting: {
    columns: {
      id: "id",
      created_at: "text",
      person_id: "id",
      event_id: "id?",
      session_id: "id?",
      met_on: "text?",
      place: "text?",
      through_person_id: "id?",
      line: "text?",
    },
    references: { person_id: "person", event_id: "event", session_id: "session", through_person_id: "person" },
  },
  step: {
    columns: {
      id: "id",
      created_at: "text",
      event_id: "id?",
      session_id: "id?",
      note_id: "id?",
      page_id: "id?",
      start: "integer?",
      end: "integer?",
      quote: "text?",
      is_theirs: "boolean",
      owner_member_id: "id?",
      owner_person_id: "id?",
      owner_name: "text?",
      basis: "text",
      kind: "text",
      what: "text",
      with_person_id: "id?",
      with_name: "text?",
      organization_id: "id?",
      audience: "text?",
      due_on: "text?",
      due_end: "text?",
      due_text: "text?",
      check_back_on: "text?",
      cue: "text?",
      certainty: "text",
      is_urgent: "boolean",
      deferrals: "json",
      state: "text",
      closed_at: "text?",
      came_of_it: "text?",
    },
    references: {
      event_id: "event",
      session_id: "session",
      note_id: "note",
      page_id: "page",
      owner_member_id: "member",
      owner_person_id: "person",
      with_person_id: "person",
      organization_id: "organization",
    },
  },
  touch: {
    columns: {
      id: "id",
      created_at: "text",
      person_id: "id",
      event_id: "id?",
      step_id: "id?",
      way: "text",
      direction: "text",
      touched_on: "text",
      line: "text?",
    },
    references: { person_id: "person", event_id: "event", step_id: "step" },
  },
};

/** A noun's table: the record's columns, then the version that wrote it last, and its tombstone. */
function createNoun(build: Build, noun: string, shape: Omit<Shape, "key">): Promise<void> {
  return createTable(build, noun, {
    ...shape,
    columns: { ...shape.columns, version: "integer", removed: "boolean" },
    key: ["id"],
    indexes: ["version", ...(shape.indexes ?? [])],
  });
}
