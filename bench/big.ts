import { openSqlite } from "#store/sqlite.ts";
import { TestWorkspace } from "../test/support/workspace.ts";
import { notesText } from "./material.ts";

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

/** Makes a workspace with nothing but its one member. */
export async function makeEmpty(path: string): Promise<void> {
  const store = await openSqlite({ path, synchronous: "NORMAL" });
  await TestWorkspace.open(store);
  await store.close();
}

/** Makes a workspace of 20,000 notes, each a line of the notes that other parts read (`notesText`). */
export async function makeNotes(path: string, root: string): Promise<void> {
  const store = await openSqlite({ path, synchronous: "NORMAL" });
  const workspace = await TestWorkspace.open(store);
  const { eventId } = (await workspace.run("event.add", { name: "Big", timeZone: "Europe/Brussels" })).result;
  const lines = notesText(root, 1e6)
    .text.split("\n")
    .map((line) => line.trim().slice(0, 300))
    .filter((line) => line.length > 20);
  for (let page = 0; page < 20; page += 1) {
    const own = Array.from({ length: 1000 }, (_, place) => lines[(page * 1000 + place) % lines.length] ?? "");
    const text = own.join("\n");
    let at = 0;
    const passages = own.map((line) => {
      const start = at;
      at += line.length + 1;
      return { start, end: start + line.length, text: line };
    });
    await workspace.run("page.add", { eventId, pages: [{ name: `p${page}`, text, passages }] });
  }
  await store.close();
}
