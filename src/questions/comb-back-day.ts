import { isOver, nextCombBack, type Sitting } from "#domain/model/sitting.ts";
import { addDays, type Day, dayAt, plainDate } from "#domain/model/time.ts";
import { assert } from "#domain/refusal.ts";
import type { Replica } from "#replica/replica.ts";
import { type Asking, todayIn, zoneOf } from "./asking.ts";

/** When the comb-back is: cheap to ask, so that Today may. */
export interface CombBackDay {
  /** The day of the next one, which may be past; null where nobody has fixed a day and none was ever held. */
  dueOn: Day | null;
  /** One was begun and can be gone on with (RV4). */
  isBegun: boolean;
  /** Its day has come, or one was begun. */
  isDue: boolean;
}

export function combBackDay(replica: Replica, asking: Asking): CombBackDay {
  const today = todayIn(replica, asking);
  const mine = replica.by("sitting", "memberId", replica.memberId);
  const isBegun = mine.some((sitting) => !isOver(sitting, today));
  const dueOn = dueDay(replica, { mine, today });
  return { dueOn, isBegun, isDue: isBegun || (dueOn !== null && dueOn <= today) };
}

function dueDay(replica: Replica, { mine, today }: { mine: readonly Sitting[]; today: Day }): Day | null {
  const workspace = replica.get("workspace", replica.workspaceId);
  assert(workspace, "every replica holds its workspace");
  const last = mine.reduce<Sitting | null>(
    (newest, one) => (newest === null || one.startedOn > newest.startedOn ? one : newest),
    null,
  );
  if (last !== null) return last.nextOn ?? nextCombBack(last.startedOn, workspace.combBackDay);
  if (workspace.combBackDay === null) return null;
  const back = (plainDate(today).dayOfWeek - workspace.combBackDay + 7) % 7;
  const lastOne = addDays(today, -back);
  return lastOne >= dayAt(workspace.createdAt, zoneOf(replica)) ? lastOne : addDays(lastOne, 7);
}
