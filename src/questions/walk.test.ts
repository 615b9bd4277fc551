import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MemberId, WorkspaceId } from "#domain/model/id.ts";
import { type Noun, nounNames, nouns, type RecordOf } from "#domain/model/nouns.ts";
import { Replica } from "#replica/replica.ts";
import { day, TestWorkspace } from "../../test/support/workspace.ts";
import { eventsOf, type From, walkBack, walkForward, type WalkPath, walkStepsMax } from "./walk.ts";

const said = (path: WalkPath | undefined) => path?.map(({ noun, title }) => `${noun} ${title}`);

describe("the walk", () => {
  test("OC1 from a deal back over the lead and the note to the session and its quote, and on again from there", async () => {
    const workspace = await TestWorkspace.open();
    const run = workspace.run.bind(workspace);
    const { eventId } = (await run("event.add", { name: "Partner Day", timeZone: "Europe/Brussels" })).result;
    const { sessionId } = (await run("session.add", { eventId, title: "Audits at scale" })).result;
    const { noteId } = (await run("note.add", { text: "Ana wants an audit partner", eventId, sessionId })).result;
    const { leadId } = (await run("lead.add", { name: "Audit partner", noteId, eventId })).result;
    const { stepId } = (await run("step.add", { what: "Send the offer", kind: "email", leadId })).result;
    const { outcomeId } = (
      await run("outcome.add", {
        kind: "deal",
        what: "Audit for two years",
        cameOn: day("2026-02-03"),
        stepIds: [stepId],
      })
    ).result;
    const replica = await workspace.replica();
    const back = walkBack(replica, outcomeId);
    expect(back.map(said)).toEqual([
      [
        "outcome Audit for two years",
        "step Send the offer",
        "lead Audit partner",
        "note Ana wants an audit partner",
        "session Audits at scale",
      ],
    ]);
    expect(back[0]?.[3]?.quote).toBe("Ana wants an audit partner");
    const forward = walkForward(replica, { noun: "session", id: sessionId });
    expect(forward.outcomes.map(({ id }) => id)).toEqual([outcomeId]);
    expect(forward.paths.map(said)).toEqual(back.map((path) => said(path.toReversed())));
    expect(eventsOf(replica, replica.get("outcome", outcomeId)!)).toEqual([eventId]);
  });

  test("OC1 a lead of nobody's words goes back to the meeting with its person, and one that came from nowhere has no way", async () => {
    const workspace = await TestWorkspace.open();
    const run = workspace.run.bind(workspace);
    const { eventId } = (await run("event.add", { name: "Partner Day", timeZone: "Europe/Brussels" })).result;
    const { personId } = (await run("person.add", { name: "Ana Ruiz" })).result;
    await run("meeting.add", { personId, eventId, line: "at the coffee bar" });
    const { leadId } = (await run("lead.add", { name: "Audit partner", personId, eventId })).result;
    const deal = { kind: "deal", what: "Audit", cameOn: day("2026-02-03") } as const;
    const { outcomeId } = (await run("outcome.add", { ...deal, leadIds: [leadId] })).result;
    const other = (await run("outcome.add", deal)).result.outcomeId;
    const replica = await workspace.replica();
    expect(walkBack(replica, outcomeId).map(said)).toEqual([
      ["outcome Audit", "lead Audit partner", "meeting Met Ana Ruiz"],
    ]);
    expect(walkBack(replica, other)).toEqual([]);
    expect(walkForward(replica, { noun: "person", id: personId }).outcomes.map(({ id }) => id)).toEqual([outcomeId]);
  });

  test("OC1 forward of back contains it and back of forward too, from whatever is on the way, in four steps at most (property)", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(1000)), (stream) => {
        const numbers = stream[Symbol.iterator]();
        const replica = drawn((below) => (numbers.next().value ?? 0) % below);
        const through = new Map<string, Set<string>>();
        const pass = (noun: string, id: string | null, outcome: string) => {
          const key = `${noun} ${id}`;
          through.set(key, (through.get(key) ?? new Set()).add(outcome));
        };
        for (const outcome of replica.all("outcome")) {
          for (const path of walkBack(replica, outcome.id)) {
            expect(path.length - 1).toBeLessThanOrEqual(walkStepsMax);
            expect(["session", "meeting", "event", "dot", "note", "step", "lead", "initiative"]).toContain(
              path.at(-1)?.noun,
            );
            for (const { noun, id, eventId } of path.slice(1)) {
              if (noun !== "event") pass(noun, id, outcome.id);
              pass("event", eventId, outcome.id);
              for (const person of peopleAt(replica, noun, id)) pass("person", person, outcome.id);
            }
          }
          const events = walkBack(replica, outcome.id).flatMap((path) => path.flatMap(({ eventId }) => eventId ?? []));
          expect(eventsOf(replica, outcome)).toEqual([...new Set(events)].sort());
        }
        for (const noun of ["session", "note", "person", "event", "meeting", "lead", "step", "initiative"] as const) {
          for (const { id } of replica.all(noun)) {
            const from = { noun, id } as From; // the id of a record of that noun
            const { outcomes, paths } = walkForward(replica, from);
            expect(new Set(outcomes.map((one) => one.id))).toEqual(through.get(`${noun} ${id}`) ?? new Set());
            expect(new Set(paths.map((path) => path.at(-1)?.id))).toEqual(new Set(outcomes.map((one) => one.id)));
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

function peopleAt(replica: Replica, noun: string, id: string): string[] {
  const fields = (of: Noun): Record<string, unknown> => replica.get(of, id as never) ?? {}; // an id of that noun
  if (noun === "note") return fields("note")["personIds"] as string[]; // a note's field
  const named: Record<string, unknown[]> = {
    step: [fields("step")["withPersonId"], fields("step")["ownerPersonId"]],
    lead: [fields("lead")["personId"]],
    meeting: [fields("meeting")["personId"]],
  };
  return (named[noun] ?? []).filter((one) => typeof one === "string");
}

/** A workspace whose records name one another at random. */
function drawn(below: (count: number) => number): Replica {
  const replica = new Replica("w" as WorkspaceId, "m" as MemberId, nounNames);
  let made = 0;
  const ids: Partial<Record<Noun, string[]>> = {};
  const put = (noun: Noun, fields: object) => {
    const id = `01940000-0000-7000-8000-${(made += 1).toString(16).padStart(12, "0")}`;
    const record = nouns[noun].parse({ id, createdAt: "2026-02-01T09:00:00Z", ...fields }) as RecordOf<Noun>; // its schema
    replica.put({ noun, record, removed: false });
    (ids[noun] ??= []).push(id);
  };
  const one = (noun: Noun) => ids[noun]?.[below(ids[noun].length)] ?? null;
  const maybe = (noun: Noun) => (below(2) === 0 ? one(noun) : null);
  const some = (noun: Noun) => [...new Set([maybe(noun), maybe(noun)])].filter((id) => id !== null);
  const times = (most: number, make: () => void) => {
    for (let left = 1 + below(most); left > 0; left -= 1) make();
  };
  times(2, () => put("event", { name: "E", timeZone: "Europe/Brussels" }));
  times(2, () => put("session", { eventId: one("event"), title: "S" }));
  times(3, () => put("person", { name: "P" }));
  times(3, () => put("meeting", { personId: one("person"), eventId: maybe("event") }));
  times(4, () =>
    put("note", { text: "N", eventId: maybe("event"), sessionId: maybe("session"), personIds: some("person") }),
  );
  const began = () => ({ noteId: maybe("note"), eventId: maybe("event"), sessionId: maybe("session") });
  times(3, () =>
    put("lead", { ...began(), name: "L", stage: "met", stageOn: "2026-02-01", personId: maybe("person") }),
  );
  times(4, () =>
    put("step", {
      ...began(),
      what: "do it",
      kind: "do",
      basis: "promised",
      leadId: maybe("lead"),
      withPersonId: maybe("person"),
    }),
  );
  times(3, () => {
    const [stepId, leadId] = below(2) === 0 ? [one("step"), null] : [null, one("lead")];
    put("dot", { memberId: "01940000-0000-7000-8000-ffffffffffff", noteId: one("note"), stepId, leadId });
  });
  times(2, () => put("initiative", { name: "I", eventId: maybe("event") }));
  times(4, () =>
    put("outcome", {
      kind: "deal",
      what: "O",
      cameOn: "2026-02-03",
      stepIds: some("step"),
      leadIds: some("lead"),
      dotIds: some("dot"),
      noteIds: some("note"),
      initiativeIds: some("initiative"),
      eventIds: below(4) === 0 ? some("event") : [],
    }),
  );
  return replica;
}
