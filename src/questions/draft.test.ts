import { beforeEach, describe, expect, test } from "vitest";
import { TestWorkspace } from "../../test/support/workspace.ts";
import type { StepId } from "#domain/model/id.ts";
import { type DraftLanguage, draftLanguages, draftPurposes, templatesMax } from "#domain/model/template.ts";
import { draft, templateFor } from "./draft.ts";

let workspace: TestWorkspace;
let mine: StepId;
let theirs: StepId;

beforeEach(async () => {
  workspace = await TestWorkspace.open();
  const { eventId } = (await workspace.run("event.add", { name: "Partner Day", timeZone: "UTC" })).result;
  const { sessionId } = (await workspace.run("session.add", { eventId, title: "Billing at scale" })).result;
  const emails = [{ value: "ana@contoso.example" }];
  const { personId } = (await workspace.run("person.add", { name: "Ana Ruiz", emails })).result;
  const note = await workspace.run("note.add", { eventId, text: "promised Ana the pilot numbers" });
  const about = { eventId, sessionId, noteId: note.result.noteId } as const;
  const step = { ...about, what: "Send the pilot numbers", kind: "email", withPersonId: personId } as const;
  mine = (await workspace.run("step.add", { ...step, dueOn: "2026-02-06" })).result.stepId;
  const owed = { eventId, what: "Introduce me to Kim Lee", isTheirs: true, ownerPersonId: personId } as const;
  theirs = (await workspace.run("step.add", { ...owed, dueOn: "2026-02-09" })).result.stepId;
});

const written = async (stepId: StepId, language?: DraftLanguage) =>
  draft(await workspace.replica(), stepId, { asking: workspace, language });

describe("drafts", () => {
  test("ST8 quotes what was said, at which session, and says what I do and what I ask, by when", async () => {
    expect(await written(mine)).toMatchObject({
      purpose: "email",
      by: "email",
      to: "ana@contoso.example",
      subject: "Send the pilot numbers (Partner Day)",
      text: [
        "Hello Ana,",
        "It was good to meet you at Partner Day. It came up in “Billing at scale”. My note from that day: “promised Ana the pilot numbers”",
        "From my side: Send the pilot numbers, by Fri 6 Feb.",
        "From yours: Introduce me to Kim Lee, by Mon 9 Feb?",
        "Thank you,\nMira",
      ].join("\n\n"),
    });
  });

  test("ST8 promises no day that is over; of theirs the day they gave is named", async () => {
    workspace.now = Temporal.Instant.from("2026-02-11T09:00:00Z");
    expect((await written(mine))?.text).toContain("numbers.\n\nFrom yours: Introduce me to Kim Lee?");
    expect((await written(theirs))?.text).toContain("by Mon 9 Feb. How does it stand?");
  });

  test("ST2 ST8 what is theirs is asked again about, in their own words of it", async () => {
    expect((await written(theirs))?.text).toBe(
      'Hello Ana,\n\nyou said this would follow at Partner Day: "Introduce me to Kim Lee", by Mon 9 Feb. How does it stand?\n\nThank you,\nMira',
    );
  });

  test("ST8 is in the person's language, or in the one that is asked for, its days too", async () => {
    const [person] = (await workspace.records()).person;
    await workspace.run("person.change", { personId: person!.id, language: "de" });
    expect((await written(mine))?.text).toContain("Von mir: Send the pilot numbers, bis Freitag, 6. Februar.");
    expect((await written(mine, "fr"))?.text).toContain("d’ici le vendredi 6 février.");
    expect((await written(mine, "es"))?.text).toContain("antes del viernes 6 de febrero.");
  });

  test("ST8 there is a template for every purpose in every language, and none leaves a bracket or a brace behind", async () => {
    const replica = await workspace.replica();
    const all = draftLanguages.flatMap((language) =>
      draftPurposes.map((purpose) => templateFor(replica, purpose, language)),
    );
    expect(all).toHaveLength(templatesMax);
    for (const language of draftLanguages) {
      for (const kind of ["call", "email", "message", "meet", "introduce", "share", "do"] as const) {
        await workspace.run("step.change", { stepId: mine, kind });
        expect((await written(mine, language))?.text).not.toMatch(/[[\]{}]/);
      }
      for (const basis of ["asked", "promised"] as const) {
        await workspace.run("step.change", { stepId: theirs, basis });
        expect((await written(theirs, language))?.text).not.toMatch(/[[\]{}]/);
      }
    }
  });

  test("ST8 a template in one's own words is taken, one for each purpose and language, and can be taken back", async () => {
    const own = { purpose: "email", language: "en", subject: "{event}", text: "Dear {first}: {what}" } as const;
    await workspace.run("template.write", { ...own, text: "first try" });
    await workspace.run("template.write", own);
    await workspace.run("template.write", { ...own, language: "de" });
    expect((await workspace.records()).workspace[0]?.templates).toHaveLength(2);
    expect(await written(mine)).toMatchObject({ subject: "Partner Day", text: "Dear Ana: Send the pilot numbers" });
    await workspace.run("template.reset", { purpose: "email", language: "en" });
    expect((await written(mine))?.text).toContain("From my side");
    await expect(workspace.run("template.reset", { purpose: "email", language: "en" })).rejects.toThrow(
      "usual one already",
    );
  });
});
