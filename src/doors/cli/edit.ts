import { type ObservationKind, observationKinds } from "#domain/model/note.ts";
import { organizationRelations } from "#domain/model/person.ts";
import type { OrganizationReading, PersonReading, Proposal, StepReading } from "#domain/model/proposal.ts";
import { type Owner, owners, stepKinds } from "#domain/model/step.ts";
import type { Day } from "#domain/model/time.ts";
import { Refusal } from "#domain/refusal.ts";
import { ask } from "./ask.ts";
import { dayTyped, type DayTypedFrom } from "./day.ts";
import { didYouMean } from "../nearest.ts";
import { note } from "./print.ts";
import type { World } from "./world.ts";

/** What a person changed in a proposal, as `proposal.accept` takes it. */
export interface Edits {
  step?: Partial<StepReading>;
  person?: Partial<PersonReading>;
  organization?: Partial<OrganizationReading>;
  observation?: ObservationKind;
}

/** Asks for each field of what a proposal means, filled in with what was read. A field that cannot be used is asked again, and it alone. */
export async function askEdits(world: World, proposal: Proposal, from: DayTypedFrom): Promise<Edits> {
  const { step, person, organization, observation } = proposal;
  if (step !== null) return { step: await askStep(world, step, from) };
  if (person !== null) return { person: await askPerson(world, person) };
  if (organization !== null) {
    const name = await askText(world, "name", organization.name);
    const said = await askOne(
      world,
      "what they are",
      [...organizationRelations, "none"],
      organization.relation ?? "none",
    );
    return { organization: { name, relation: said === "none" ? null : said } };
  }
  return { observation: await askOne(world, "what it is about", observationKinds, observation ?? "learned") };
}

async function askStep(world: World, step: StepReading, from: DayTypedFrom): Promise<Partial<StepReading>> {
  const what = await askText(world, "what", step.what);
  const owner: Owner = await askOne(world, "whose", owners, step.owner);
  const who = owner === "me" ? null : await askMaybe(world, "their name", step.who ?? step.with);
  const kind = await askOne(world, "kind", stepKinds, step.kind);
  const other = owner === "them" ? step.with : await askMaybe(world, "with", step.with);
  if (owner === "them") {
    const before = step.owner === "them" ? step.checkBackOn : step.dueOn;
    const checkBackOn = await askDay(world, "look again on", before, from);
    return { what, owner, who, kind, with: step.owner === "them" ? other : null, checkBackOn };
  }
  const before = step.owner === "them" ? (step.dueOn ?? step.checkBackOn) : step.dueOn;
  const dueOn = await askDay(world, "due", before, from);
  const dueEnd = dueOn === step.dueOn ? step.dueEnd : null;
  return { what, owner, who, kind, with: other, checkBackOn: null, dueOn, dueEnd };
}

async function askPerson(world: World, person: PersonReading): Promise<Partial<PersonReading>> {
  const name = await askText(world, "name", person.name);
  const organization = await askMaybe(world, "organization", person.organization);
  const role = await askMaybe(world, "role", person.role);
  const met = (await askOne(world, "met", ["yes", "no"], person.met ? "yes" : "no")) === "yes";
  return { name, organization, role, met };
}

/** Asks until `read` takes the answer; what it refuses is said, and stands there to be mended. */
async function askUntil<T>(world: World, label: string, before: string, read: (words: string) => T): Promise<T> {
  let words = before;
  for (;;) {
    words = await ask(world, `  ${label}: `, words);
    try {
      return read(words);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      note(world, `  ${error.message}`);
    }
  }
}

function askText(world: World, label: string, before: string): Promise<string> {
  return askUntil(world, label, before, (words) => {
    if (words !== "") return words;
    throw new Refusal("invalid", `It needs ${label === "name" ? "a name" : "words"}.`);
  });
}

async function askMaybe(world: World, label: string, before: string | null): Promise<string | null> {
  return (await ask(world, `  ${label} (may be empty): `, before ?? "")) || null;
}

/** One of a closed list; its beginning or a slip of the finger is enough where it fits one alone. */
function askOne<T extends string>(world: World, label: string, choices: readonly T[], before: T): Promise<T> {
  return askUntil(world, `${label} (${choices.join(", ")})`, before, (words) => {
    const wanted = words.toLowerCase().replace("e-mail", "email");
    const exact = choices.find((choice) => choice === wanted);
    if (exact !== undefined) return exact;
    throw new Refusal("invalid", `"${words}" is none of these.${didYouMean(wanted, choices)}`);
  });
}

function askDay(world: World, label: string, before: Day | null, from: DayTypedFrom): Promise<Day | null> {
  return askUntil(world, `${label} (a day, or empty)`, before ?? "", (words) =>
    words === "" ? null : dayTyped(words, from),
  );
}
