import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";
import type { MemberId, WorkspaceId } from "#domain/model/id.ts";
import type { Member } from "#domain/model/workspace.ts";
import { Refusal } from "#domain/refusal.ts";
import { matching } from "./matching.ts";
import { dataHome, type Machine } from "./place.ts";

/** Which member of which workspace this machine's user is: workspace id to member id. */
const Remembered = z.record(z.string(), z.string());

/**
 * Which of a store's workspaces is meant: the one that `UPSHOT_WORKSPACE` names, else the only one; undefined where there is none. Never the
 * first of several, which nobody chose.
 */
export function workspaceOf(machine: Machine, all: readonly WorkspaceId[]): WorkspaceId | undefined {
  const wanted = machine.env["UPSHOT_WORKSPACE"];
  if (wanted !== undefined && wanted !== "") {
    const named = all.find((id) => id === wanted);
    if (named !== undefined) return named;
    throw new Refusal("not-found", `The store holds no workspace ${wanted} (UPSHOT_WORKSPACE).`);
  }
  if (all.length > 1) {
    throw new Refusal(
      "invalid",
      `The store holds ${all.length} workspaces; name one in UPSHOT_WORKSPACE: ${all.join(", ")}.`,
    );
  }
  return all[0];
}

/**
 * Who "me" is. `UPSHOT_MEMBER` where it is set, then what this machine remembers, then the only member there is. Never the first of
 * several: "mine" would be somebody else's after a member joined.
 */
export function memberOf(machine: Machine, workspaceId: WorkspaceId, members: readonly Member[]): MemberId {
  const named = machine.env["UPSHOT_MEMBER"];
  if (named) return memberNamed(members, named).id;
  const mine = read(machine)[workspaceId];
  const remembered = members.find((member) => member.id === mine);
  if (remembered !== undefined) return remembered.id;
  const [only, second] = members;
  if (only === undefined) throw new Refusal("not-found", "This workspace has no member.");
  if (second === undefined) return only.id;
  throw new Refusal(
    "invalid",
    `This workspace has ${members.length} members: ${members.map((member) => member.name).join(", ")}. Say once who you are: upshot me NAME`,
  );
}

/** The one member a name (or the end of an id) means. */
export function memberNamed(members: readonly Member[], given: string): Member {
  const [only, second] = matching(members, (member) => member.name, given);
  if (only !== undefined && second === undefined) return only;
  const names = members.map((member) => member.name).join(", ");
  throw new Refusal(
    only === undefined ? "not-found" : "invalid",
    `"${given}" is ${only === undefined ? "no member" : "more than one member"} of this workspace. Its members: ${names}.`,
  );
}

/** Keeps who "me" is on this machine, beside the store and never in it: another machine of the team is somebody else. Tells whether it could. */
export function rememberMember(machine: Machine, workspaceId: WorkspaceId, memberId: MemberId): boolean {
  const known = read(machine);
  if (known[workspaceId] === memberId) return true;
  const file = memberFile(machine);
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, `${JSON.stringify({ ...known, [workspaceId]: memberId }, null, 2)}\n`, { mode: 0o600 });
    return true;
  } catch {
    return false; // where nothing can be written beside a database elsewhere, the command itself was kept all the same
  }
}

/** What cannot be read is asked again: it holds nothing that cannot be said in one command. */
function read(machine: Machine): z.infer<typeof Remembered> {
  try {
    return Remembered.parse(JSON.parse(readFileSync(memberFile(machine), "utf8")));
  } catch {
    return {};
  }
}

function memberFile(machine: Machine): string {
  return join(dataHome(machine), "upshot", "me.json");
}

/** Members that are there, the oldest first. */
export function presentMembers(rows: readonly { record: Member; removed: boolean }[]): Member[] {
  return rows
    .filter((row) => !row.removed)
    .map((row) => row.record)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
