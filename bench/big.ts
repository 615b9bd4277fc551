import { openSqlite } from "#store/sqlite.ts";
import { TestWorkspace } from "../test/support/workspace.ts";

/** Makes a workspace of about 50,000 rows in the file at `path`: notes and what hangs on them, a fifth of the steps open. */
export async function makeBig(path: string): Promise<Pick<TestWorkspace, "workspaceId" | "memberId">> {
  const store = await openSqlite({ path, synchronous: "NORMAL" });
  const workspace = await TestWorkspace.open(store);
  const { eventId } = (await workspace.run("event.add", { name: "Big", timeZone: "Europe/Brussels" })).result;
  const line = "call Ana about the deck by Friday";
  for (let page = 0; page < 45; page += 1) {
    const text = `${line}\n`.repeat(1_000);
    const passages = Array.from({ length: 1_000 }, (_, place) => ({
      start: place * (line.length + 1),
      end: place * (line.length + 1) + line.length,
      text: line,
    }));
    await workspace.run("page.add", { eventId, pages: [{ name: `p${page}`, text, passages }] });
  }
  for (let place = 0; place < 5_000; place += 1) {
    const { stepId } = (
      await workspace.run("step.add", { what: `Call number ${place}`, kind: "call", dueOn: "2026-02-06", eventId })
    ).result;
    if (place % 5 !== 0) await workspace.run("step.done", { stepId });
  }
  await store.close();
  return { workspaceId: workspace.workspaceId, memberId: workspace.memberId };
}
