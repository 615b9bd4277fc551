import { describe, expect, test } from "vitest";
import { TestWorkspace } from "../../test/support/workspace.ts";
import type { PersonReading, ProposalDraft, StepReading } from "#domain/model/proposal.ts";
import type { ArgsOf } from "#domain/run.ts";
import { nounNames } from "#domain/model/nouns.ts";
import { Replica } from "#replica/replica.ts";
import { known } from "./known.ts";
import { memory, memoryForReading } from "./memory.ts";

type Edits = Omit<ArgsOf<"proposal.accept">, "proposalId">;

/** A workspace in which lines are proposed, each on a page of its own, and answered at once. */
class Answering {
  readonly workspace: TestWorkspace;

  constructor(workspace: TestWorkspace) {
    this.workspace = workspace;
  }

  static async open(): Promise<Answering> {
    return new Answering(await TestWorkspace.open());
  }

  /** A line read as a step with these fields; accepted with edits, or let go. */
  async step(
    line: string,
    read: Partial<StepReading>,
    answer: Edits | "letGo" | "kept",
    more: Partial<ProposalDraft> = {},
  ) {
    return this.#propose(line, { step: { ...stepRead, ...read }, ...more }, answer);
  }

  async person(name: string, answer: Edits | "letGo") {
    const person: PersonReading = {
      name,
      organization: null,
      role: null,
      email: null,
      phone: null,
      met: true,
      known: null,
    };
    await this.#propose(name, { means: "person", person, reading: `Met: ${name}` }, answer);
  }

  async #propose(line: string, draft: Partial<ProposalDraft>, answer: Edits | "letGo" | "kept") {
    await this.workspace.page(line, [{ quote: line, ...draft }]);
    const proposal = (await this.workspace.records()).proposal.find(({ state }) => state === "open");
    if (proposal === undefined) throw new Error("nothing was proposed");
    const proposalId = proposal.id;
    if (answer === "letGo") return (await this.workspace.run("proposal.letGo", { proposalId })).entryId;
    if (answer === "kept") return (await this.workspace.run("proposal.keep", { proposalId })).entryId;
    return (await this.workspace.run("proposal.accept", { proposalId, ...answer })).entryId;
  }

  async says(): Promise<string[]> {
    return memory(await this.workspace.replica()).learned.map(({ says }) => says);
  }

  async reading() {
    return memoryForReading(memory(await this.workspace.replica()));
  }
}

const stepRead: StepReading = {
  owner: "me",
  basis: "promised",
  kind: "email",
  what: "Send the deck",
  who: null,
  with: null,
  organization: null,
  audience: null,
  dueOn: null,
  dueEnd: null,
  dueText: null,
  checkBackOn: null,
  certainty: "firm",
  isUrgent: false,
};

describe("names that were corrected", () => {
  test("RD6 one correction is enough where the words look like the name, and it names the answer it rests on", async () => {
    const answering = await Answering.open();
    await answering.step("send Ana the deck", { with: "Ana" }, { step: { with: "Ana Ruiz" } });
    const { learned } = memory(await answering.workspace.replica());
    const { proposal } = await answering.workspace.records();
    expect(learned).toEqual([
      {
        key: "name ana",
        about: "person",
        words: "ana",
        name: "Ana Ruiz",
        says: '"Ana" means Ana Ruiz',
        because: '"Ana" is Ana Ruiz: you corrected this on Wed 4 Feb 2026',
        from: [{ proposalId: proposal[0]?.id, reading: proposal[0]?.reading, on: "2026-02-04" }],
      },
    ]);
    expect((await answering.reading())?.memory.people.get("ana")?.name).toBe("Ana Ruiz");
  });

  test.for([
    ["ring ana about it", null, "Ana Ruiz", '"ana" means Ana Ruiz'],
    ["ask Marge for it", "Marge", "Margerie Holm", '"Marge" means Margerie Holm'],
    ["mail Ana Ruis", "Ana Ruis", "Ana Ruiz", '"Ana Ruis" means Ana Ruiz'],
    ["AR to send it", "AR", "Ana Ruiz", '"AR" means Ana Ruiz'],
    ["call Ana Schmidt", "Anna Schmidt", "Ana Schmidt", '"Ana Schmidt" means Ana Schmidt'],
  ] as const)("RD6 %s, read as %s and corrected to %s", async ([line, read, name, says]) => {
    const answering = await Answering.open();
    await answering.step(line, { with: read }, { step: { with: name } });
    expect(await answering.says()).toEqual([says]);
  });

  test("RD6 somebody else for a name that looks like none of his is another plan; the second time it is who is meant", async () => {
    const answering = await Answering.open();
    await answering.step("call Bob on it", { with: "Bob" }, { step: { with: "Jürgen Klee" } });
    expect(await answering.says()).toEqual([]);
    await answering.step("ask Bob for it", { with: "Bob" }, { step: { with: "Jürgen Klee" } });
    expect(await answering.says()).toEqual(['"Bob" means Jürgen Klee']);
  });

  test("RD6 words that mean two people as often stay open", async () => {
    const answering = await Answering.open();
    await answering.step("call Ana on it", { with: "Ana" }, { step: { with: "Ana Ruiz" } });
    await answering.step("mail Ana soon", { with: "Ana" }, { step: { with: "Ana Schmidt" } });
    expect(await answering.says()).toEqual([]);
  });

  test("RD6 what was accepted as read speaks against a correction", async () => {
    const answering = await Answering.open();
    await answering.step("call Ana on it", { with: "Ana Schmidt" }, {});
    await answering.step("mail Ana soon", { with: "Ana Schmidt" }, { step: { with: "Ana Ruiz" } });
    expect(await answering.says()).toEqual([]);
  });

  test("RD6 a pronoun read as the wrong person teaches nothing of words", async () => {
    const answering = await Answering.open();
    await answering.step("call her tomorrow", { with: "Ana Ruiz" }, { step: { with: "Bo Lind" } });
    expect(await answering.says()).toEqual([]);
  });

  test("RD6 two people made one, or a step that is changed later, teach as an edit does", async () => {
    const answering = await Answering.open();
    await answering.person("Ana", {});
    await answering.step("send Ana the deck", { with: "Ana" }, {});
    expect(await answering.says()).toEqual([]);
    const { workspace } = answering;
    const added = await workspace.run("person.add", { name: "Ana Ruiz" });
    const ana = (await workspace.records()).person.find(({ name }) => name === "Ana");
    if (ana === undefined) throw new Error("Ana was not made");
    await workspace.run("person.merge", { keepId: added.result.personId, otherId: ana.id });
    expect(await answering.says()).toEqual(['"Ana" means Ana Ruiz']);
  });

  test("RD6 an abbreviation means the organization it was corrected to", async () => {
    const answering = await Answering.open();
    await answering.workspace.run("organization.add", { name: "Tritex" });
    await answering.step("call TTX about it", { organization: "TTX" }, { step: { organization: "Tritex" } });
    expect(await answering.says()).toEqual(['"TTX" means Tritex']);
    expect((await answering.reading())?.memory.organizations.get("ttx")?.name).toBe("Tritex");
  });
});

describe("who is nobody, and who is a colleague", () => {
  test("RD6 a stranger let go twice is not asked about; accepted once, they are", async () => {
    const answering = await Answering.open();
    await answering.person("Kick Off", "letGo");
    expect(await answering.says()).toEqual([]);
    await answering.person("Kick Off", "letGo");
    expect(await answering.says()).toEqual(['"Kick Off" is not asked about: you let go of it 2 times']);
    await answering.person("Kick Off", {});
    expect(await answering.says()).toEqual([]);
  });

  test("RD6 a name that was let go and taken off a step is nobody's; taken off alone it stays a name", async () => {
    const answering = await Answering.open();
    await answering.step("call Beacon about it", { with: "Beacon" }, { step: { with: null } });
    expect(await answering.says()).toEqual([]);
    await answering.person("Beacon", "letGo");
    expect(await answering.says()).toEqual(['"Beacon" is nobody\'s name']);
    expect((await answering.reading())?.memory.nobody.has("beacon")).toBe(true);
  });

  test("RD6 who was read as somebody outside and is a colleague counts among those I work with", async () => {
    const answering = await Answering.open();
    await answering.step("Bo sends the list", { owner: "them", who: "Bo Lind" }, { step: { owner: "colleague" } });
    expect(await answering.says()).toEqual(["Bo Lind is a colleague"]);
    const now = Temporal.Instant.from("2026-02-05T09:00:00Z");
    expect(known(await answering.workspace.replica(), { now }).colleagues).toEqual(["Bo Lind"]);
    await answering.step("Bo calls back", { owner: "them", who: "Bo Lind" }, {});
    expect(await answering.says()).toEqual([]);
  });
});

describe("their verbs", () => {
  test("RD6 a verb with its thing is of the kind it was corrected to at once, the verb alone from the second on", async () => {
    const answering = await Answering.open();
    await answering.step("send samples", { what: "Send samples" }, { step: { kind: "do" } });
    expect(await answering.says()).toEqual(['"send samples" read as "E-mail" is "Do"']);
    await answering.step("send boxes", { what: "Send boxes" }, { step: { kind: "do" } });
    expect((await answering.reading())?.memory.kinds.get("send as email")?.kind).toBe("do");
    expect((await answering.reading())?.memory.kinds.get("send boxes as email")?.kind).toBe("do");
  });

  test("RD6 a kind that was accepted as read as often stays as it is read", async () => {
    const answering = await Answering.open();
    for (const line of ["ping Ana", "ping Bo"]) await answering.step(line, { what: "Ping", kind: "message" }, {});
    for (const line of ["ping Cy", "ping Di"]) {
      await answering.step(line, { what: "Ping", kind: "message" }, { step: { kind: "call" } });
    }
    expect(await answering.says()).not.toContainEqual(expect.stringContaining("read as"));
  });
});

describe("what they let go", () => {
  const under = { heading: "Ideas" };
  const ideas = ["Try the app", "Read the blog", "See the film", "Ask the choir", "Buy the lamp"];

  test("RD6 what stands under one heading and was let go each time is a habit, with the answers it rests on", async () => {
    const answering = await Answering.open();
    for (const line of ideas) await answering.step(line, { what: line }, "letGo", under);
    const { learned } = memory(await answering.workspace.replica());
    expect(learned).toMatchObject([{ key: "steps under ideas", says: "you let go of all 5 steps under ideas" }]);
    expect(learned[0]?.from).toHaveLength(5);
  });

  test("RD6 a step kept as a note was no step either", async () => {
    const answering = await Answering.open();
    for (const line of ideas) await answering.step(line, { what: line }, "kept", under);
    expect(await answering.says()).toEqual(["you let go of all 5 steps under ideas"]);
  });

  test("RD3 what was marked is certain, and its answers teach nothing", async () => {
    const answering = await Answering.open();
    for (const line of ideas) {
      await answering.step(line, { what: line }, "letGo", { ...under, isMarked: true });
    }
    expect(await answering.says()).toEqual([]);
  });
});

describe("the memory", () => {
  test("RD6 what is forgotten is left out of reading and listed apart, until it is remembered again", async () => {
    const answering = await Answering.open();
    await answering.step("send Ana the deck", { with: "Ana" }, { step: { with: "Ana Ruiz" } });
    await answering.workspace.run("memory.forget", { key: "name ana" });
    const shown = memory(await answering.workspace.replica());
    expect(shown).toMatchObject({ learned: [], forgotten: [{ key: "name ana" }] });
    expect(memoryForReading(shown)).toBeUndefined();
    await answering.workspace.run("memory.remember", { key: "name ana" });
    expect(await answering.says()).toEqual(['"Ana" means Ana Ruiz']);
  });

  test("RD6 an answer that is undone is not remembered", async () => {
    const answering = await Answering.open();
    const entryId = await answering.step("send Ana the deck", { with: "Ana" }, { step: { with: "Ana Ruiz" } });
    await answering.workspace.run("undo", { entryId });
    expect(await answering.says()).toEqual([]);
  });

  test("RD6 equal workspaces remember the same, in whatever order their rows came", async () => {
    const answering = await Answering.open();
    await answering.step("send Ana the deck", { with: "Ana" }, { step: { with: "Ana Ruiz" } });
    await answering.step("send samples", { what: "Send samples" }, { step: { kind: "do" } });
    const replica = await answering.workspace.replica();
    const other = new Replica(replica.workspaceId, replica.memberId, nounNames);
    const records = await answering.workspace.records();
    for (const noun of nounNames)
      for (const record of records[noun].toReversed()) other.put({ noun, record, removed: false });
    expect(memory(other)).toEqual(memory(replica));
  });
});
