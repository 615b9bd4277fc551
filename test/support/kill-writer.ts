import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { writeSync } from "node:fs";
import { argv, stdin } from "node:process";
import type { EntryHead } from "#domain/ports.ts";
import { openSqlite } from "#store/sqlite.ts";
import { record } from "../contract/store-records.ts";
import "kysely"; // loaded before it is let go, as everything is

/**
 * A process that says when it is ready and, once a byte comes in, opens a store, writes notes to it, one a command, and prints the id of each note
 * when its command was answered; `test/store/kill.test.ts` ends it from outside. Arguments: the file, the workspace's
 * id, and how many notes to write (as many as it can, where none is given).
 */
const [, , path = "", workspaceId = "", count = "Infinity"] = argv;
const [memberId, deviceId] = [randomUUID(), randomUUID()];

function head(command: string): EntryHead {
  const at = new Date().toISOString();
  return { id: randomUUID(), command, args: {}, memberId, deviceId, at, undoes: null } as EntryHead; // its own fields
}

/** At once and whole: what was said stays said, whenever the process ends. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

say("ready");
await once(stdin, "data");
stdin.destroy();
const store = await openSqlite({ path });
await store.transact(workspaceId as never, head("workspace.create"), async () => undefined);
for (let left = Number(count); left > 0; left -= 1) {
  const note = record("note", { id: randomUUID(), text: `Note ${left}, of some length as notes have it` });
  await store.transact(workspaceId as never, head("note.add"), (tx) => tx.insert("note", note));
  say(note.id);
}
await store.close();
