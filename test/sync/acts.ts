import type { CommandName } from "#domain/commands.ts";
import type { Noun, RecordOf } from "#domain/model/nouns.ts";
import type { Replica } from "#replica/replica.ts";
import type { Chance } from "../support/chance.ts";
import { draftOf, passagesOf } from "../support/workspace.ts";

/** A command as somebody might give it who looks at a copy. */
export interface Act {
  name: CommandName;
  args: unknown;
}

const people = ["Ana Ruiz", "Bo Lind", "Chidi Obi", "Dana Katz"] as const;
const organizations = ["Contoso", "Fabrikam", "Tailspin"] as const;
const words = ["send the deck", "ring the printer", "book the room", "ask about Lyon", "thank them"] as const;
const days = ["2026-03-02", "2026-03-09", "2027-05-01", "2028-01-15"] as const;

/** One of the things people do, on what `replica` shows; it may be refused. Undo takes back one of `undoable`. */
export function anyAct(chance: Chance, replica: Replica, undoable: readonly string[]): Act {
  const act = chance.of(acts)({
    chance,
    undoable,
    any: (noun) => chance.of([...replica.all(noun)]),
  });
  return act ?? { name: "note.add", args: { text: `Note: ${chance.of(words)}` } };
}

interface Desk {
  chance: Chance;
  undoable: readonly string[];
  /** Some record of a noun. */
  any: <N extends Noun>(noun: N) => RecordOf<N> | undefined;
}

const acts: readonly [(desk: Desk) => Act | undefined, ...((desk: Desk) => Act | undefined)[]] = [
  ({ chance, any }) => ({
    name: "note.add",
    args: { text: `Note: ${chance.of(words)}`, eventId: any("event")?.id ?? null },
  }),
  ({ chance, any }) => ({
    name: "step.add",
    args: {
      what: chance.of(words),
      withPersonId: any("person")?.id ?? null,
      isTheirs: chance.is(30),
      eventId: any("event")?.id ?? null,
    },
  }),
  ({ chance }) => ({
    name: "person.add",
    args: { name: chance.of(people), organization: chance.is(60) ? chance.of(organizations) : null },
  }),
  ({ chance, any }) => {
    const person = any("person");
    return person && { name: "person.change", args: { personId: person.id, role: `role ${chance.below(9)}` } };
  },
  ({ any }) => {
    const [keep, other] = [any("person"), any("person")];
    return keep && other && { name: "person.merge", args: { keepId: keep.id, otherId: other.id } };
  },
  ({ any }) => {
    const person = any("person");
    return person && { name: "person.remove", args: { personId: person.id } };
  },
  ({ any, chance }) => {
    const organization = any("organization");
    return (
      organization && {
        name: "organization.change",
        args: { organizationId: organization.id, name: chance.of(organizations) },
      }
    );
  },
  ({ any }) => {
    const [keep, other] = [any("organization"), any("organization")];
    return keep && other && { name: "organization.merge", args: { keepId: keep.id, otherId: other.id } };
  },
  ({ any, chance }) => {
    const step = any("step");
    return step && { name: "step.defer", args: { stepId: step.id, to: chance.of(days), why: "later" } };
  },
  ({ any, chance }) => {
    const step = any("step");
    return step && { name: "step.done", args: { stepId: step.id, cameOfIt: chance.is(50) ? "a meeting" : null } };
  },
  ({ any, chance }) => {
    const step = any("step");
    return step && { name: "step.change", args: { stepId: step.id, what: chance.of(words) } };
  },
  ({ any }) => {
    const step = any("step");
    return step && { name: "step.remove", args: { stepId: step.id } };
  },
  ({ any, chance }) => {
    const person = any("person");
    const args = { way: "call", touchedOn: chance.of(days), stepId: any("step")?.id ?? null };
    return person && { name: "touch.add", args: { personId: person.id, ...args } };
  },
  ({ chance }) => ({ name: "event.add", args: { name: `Event ${chance.below(9)}`, timeZone: "Europe/Brussels" } }),
  ({ any, chance }) => {
    const event = any("event");
    return event && { name: "event.focus", args: { eventId: event.id, questions: [chance.of(words), "Who?"] } };
  },
  ({ any }) => {
    const event = any("event");
    return event && { name: "event.remove", args: { eventId: event.id } };
  },
  ({ any, chance }) => {
    const event = any("event");
    const sessions = ["Keynote", "Panel", "Workshop"].slice(chance.below(3)).map((title) => ({ title, guid: title }));
    return event && { name: "session.import", args: { eventId: event.id, sessions } };
  },
  ({ chance }) => ({
    name: "person.import",
    args: {
      source: "cards.vcf",
      cards: people.slice(chance.below(4)).map((name) => ({
        name,
        organization: chance.is(50) ? chance.of(organizations) : null,
        emails: chance.is(50) ? [{ value: `${name.slice(0, 3)}@example.org` }] : [],
      })),
    },
  }),
  (desk) => pageAct(desk),
  (desk) => pageAct(desk),
  ({ any }) => {
    const proposal = any("proposal");
    return proposal && { name: "proposal.accept", args: { proposalId: proposal.id } };
  },
  ({ any }) => {
    const proposal = any("proposal");
    return proposal && { name: "proposal.letGo", args: { proposalId: proposal.id } };
  },
  ({ any }) => {
    const event = any("event");
    return { name: "proposal.acceptMarked", args: event ? { eventId: event.id } : {} };
  },
  ({ any }) => {
    const note = any("note");
    return note && { name: "note.keep", args: { noteIds: [note.id] } };
  },
  ({ any, chance }) => {
    const note = any("note");
    return note && { name: "note.change", args: { noteId: note.id, observation: chance.of(["idea", "learned"]) } };
  },
  ({ any }) => {
    const page = any("page");
    return page && { name: "page.remove", args: { pageId: page.id } };
  },
  ({ chance }) => ({
    name: "page.capture",
    args: { text: `-> ${chance.of(words)}`, takenOn: "2026-02-04" },
  }),
  ({ chance }) => ({ name: "workspace.change", args: { name: `Workspace ${chance.below(9)}` } }),
  ({ undoable, chance }) => {
    const entryId = chance.of(undoable);
    return entryId === undefined ? undefined : { name: "undo", args: { entryId } };
  },
];

/** A page of two lines: a person to meet, and a step with them. */
function pageAct({ chance, any }: Desk): Act {
  const name = chance.of(people);
  const organization = chance.of(organizations);
  const text = `Met ${name} of ${organization}\n-> ${chance.of(words)} to ${name}`;
  const quote = text.split("\n")[1] ?? "";
  const known = { role: null, email: null, phone: null, met: true, known: null };
  const met = draftOf(text, { means: "person", quote: `Met ${name}`, start: 0, reading: `Met ${name}` });
  const step = draftOf(text, { quote, isMarked: chance.is(70) });
  return {
    name: "page.add",
    args: {
      eventId: any("event")?.id ?? null,
      pages: [
        {
          name: "day.md",
          text,
          takenOn: "2026-02-04",
          passages: passagesOf(text),
          proposals: [
            { ...met, person: { name, organization, ...known }, isMarked: chance.is(50) },
            { ...step, step: step.step && { ...step.step, with: name, organization } },
          ],
        },
      ],
    },
  };
}
