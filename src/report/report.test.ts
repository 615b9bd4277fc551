import { expect, test } from "vitest";
import type { EventId } from "#domain/model/id.ts";
import { Replica } from "#replica/replica.ts";
import { day, TestWorkspace } from "../../test/support/workspace.ts";
import { reportHtml, reportName, reportNouns } from "./report.ts";

const hostile = `<img src=x onerror=alert(1)> & "quoted" 'words'`;

async function filled(): Promise<{ workspace: TestWorkspace; eventId: EventId }> {
  const workspace = await TestWorkspace.open();
  const run = workspace.run.bind(workspace);
  const { eventId } = (
    await run("event.add", {
      name: `Partner Day ${hostile}`,
      timeZone: "Europe/Brussels",
      startsOn: day("2025-12-01"),
      endsOn: day("2025-12-02"),
      cost: { currency: "EUR", fee: 90_000, travel: 41_050, days: 2, dayRate: 60_000 },
    })
  ).result;
  await run("event.focus", { eventId, questions: [hostile] });
  const { noteId } = (await run("note.add", { text: hostile, eventId, observation: "learned" })).result;
  const { stepId } = (await run("step.add", { what: hostile, kind: "email", noteId })).result;
  await run("step.done", { stepId, cameOfIt: hostile });
  const { personId } = (
    await run("person.add", { name: hostile, role: hostile, emails: [{ value: "ana@contoso.example" }] })
  ).result;
  await run("meeting.add", { personId, eventId });
  await run("lead.add", { name: hostile, eventId, amount: 4_000_000, currency: "EUR" });
  await run("outcome.add", {
    kind: "deal",
    what: hostile,
    amount: 1_250_000,
    currency: "EUR",
    cameOn: day("2026-02-01"),
    stepIds: [stepId],
  });
  await run("pulse.answer", { eventId, afterDays: 30, answer: 4, line: hostile });
  return { workspace, eventId };
}

const reportOf = async ({ workspace, eventId }: Awaited<ReturnType<typeof filled>>) => {
  const records = await workspace.records();
  const replica = new Replica(workspace.workspaceId, workspace.memberId, reportNouns);
  for (const noun of reportNouns) for (const record of records[noun]) replica.put({ noun, record, removed: false });
  return reportHtml(replica, eventId, workspace) ?? "";
};

test("OC2 a report holds what was learned, whom we met, what follows, what came of it and what it cost, each figure linked to what it counts", async () => {
  const html = await reportOf(await filled());
  for (const title of [
    "What we learned",
    "Whom we met (1)",
    "What follows (1 of 1 step of ours done)",
    "What came of it (1)",
    "What it cost",
  ]) {
    expect(html).toContain(title);
  }
  const anchors = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
  expect(anchors).toEqual(["cost", "outcomes", "steps", "leads", "people"]);
  for (const anchor of anchors) expect(html).toContain(`id="${anchor}"`);
  expect(html).toContain("<b>EUR 2,510.50</b> it cost");
  expect(html).toContain("<b>EUR 12,500</b> came of it, in 1 outcome");
  expect(html).toContain("<b>1 of 1</b> steps of ours done");
  expect(html.match(/<svg /g)).toHaveLength(4);
});

test("OC2 words in a report are words, nothing in it runs or loads, and no address of a person leaves with it", async () => {
  const html = await reportOf(await filled());
  expect(html).not.toMatch(/<img|<script|onerror=alert\(1\)>[^&]|javascript:/);
  expect(html).toContain("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quoted&quot;");
  expect(html).toContain("default-src 'none'");
  expect(html).not.toContain("ana@contoso.example");
  expect(html).not.toMatch(/(?:src|href)="(?!#)/);
});

test("OC2 an event that nothing is known of has its report, too", async () => {
  const workspace = await TestWorkspace.open();
  const { eventId } = (await workspace.run("event.add", { name: "Meet-up", timeZone: "Europe/Brussels" })).result;
  const html = await reportOf({ workspace, eventId });
  expect(html).toContain("Nothing was recorded as having come of it yet.");
  expect(html).toContain("Nobody said what it cost.");
  expect(reportName("Süd & Nord: 2026!", day("2026-02-04"))).toBe("upshot-su-d-nord-2026-2026-02-04");
});
