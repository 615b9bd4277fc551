import type { DeviceId } from "#domain/model/id.ts";
import { periodAfter, periodKey, periodOn, periodAt } from "#domain/model/period.ts";
import { addDays, dayAt } from "#domain/model/time.ts";
import { type ArgsOf, run } from "#domain/run.ts";
import type { CommandName } from "#domain/commands.ts";
import type { Store } from "#store/store.ts";
import { v7 } from "uuid";

/**
 * Puts into the example year what was committed to: this year's outline with its quarter and month, what hangs on it, one thing with nothing
 * under way, a month before that is still open, and a step that repeats.
 */
export async function commitInYear(store: Store, now: Temporal.Instant): Promise<void> {
  const [workspaceId] = await store.workspaces();
  if (workspaceId === undefined) throw new Error("The example year began no workspace.");
  const { rows } = await store.load(workspaceId);
  const [member, workspace] = [rows.member[0]?.record, rows.workspace[0]?.record];
  if (member === undefined || workspace === undefined) throw new Error("The example year has nobody in it.");
  const deviceId = v7() as DeviceId;
  const act = <C extends CommandName>(name: C, args: ArgsOf<C>) =>
    run(name, args, { store, workspaceId, memberId: member.id, deviceId, now, newId: () => v7() });
  const day = dayAt(now, workspace.timeZone);
  const [year, quarter, month] = [periodOn("year", day), periodOn("quarter", day), periodOn("month", day)];
  const commit = async (what: string, key: string, more: Partial<ArgsOf<"commitment.add">> = {}) =>
    (await act("commitment.add", { what, ...periodAt(key)!, ...more })).result.commitmentId;
  const grow = await commit("Ten working partners on the northern quays", periodKey(year));
  const signed = await commit("Three partners signed", periodKey(quarter), { parentId: grow });
  const pilot = await commit("The gate pilot runs with two carriers", periodKey(month), { parentId: signed });
  await commit("Somebody else tells our story", periodKey(year), { memberId: null });
  const late = await commit("The price list is one page", periodKey(periodAfter(month, -1)));
  const hang = (what: string, dueOn: string, more: Partial<ArgsOf<"step.add">> = {}) =>
    act("step.add", { what, dueOn, ...more });
  await hang("Send the carriers the gate numbers", addDays(day, 1), { commitmentId: pilot, kind: "email" });
  await hang("Read the contract with Ana", day, { commitmentId: signed });
  await hang("Write up what the pilot showed", addDays(day, -3), { commitmentId: pilot, kind: "write" });
  await hang("Send the gate numbers round", addDays(day, 2), { repeats: "FREQ=WEEKLY;BYDAY=MO", kind: "email" });
  await hang("Cut the price list", addDays(month.startsOn, -4), { commitmentId: late });
}
