import type { OrganizationId } from "#domain/model/id.ts";
import type { Note } from "#domain/model/note.ts";
import type { Organization, Person } from "#domain/model/person.ts";
import type { Replica } from "#replica/replica.ts";
import { showStep, type StepShown } from "./asking.ts";

export interface OrganizationShown {
  organization: Organization;
  people: Person[];
  steps: StepShown[];
  notes: Note[];
}

/** One organization: its people, the steps that are about it, and the notes that name it (ST4: it needs no person). */
export function organization(replica: Replica, id: OrganizationId): OrganizationShown | undefined {
  const found = replica.get("organization", id);
  if (found === undefined) return undefined;
  return {
    organization: found,
    people: replica.by("person", "organizationId", id).toSorted((a, b) => a.name.localeCompare(b.name)),
    steps: replica.by("step", "organizationId", id).map((step) => showStep(replica, step)),
    notes: [...replica.all("note")].filter((note) => note.organizationIds.includes(id)),
  };
}
