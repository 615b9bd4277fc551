import { workingDaysDefault } from "#domain/model/time.ts";
import { useQuestion } from "./workspace.tsx";

/** The ISO weekdays that are worked in this workspace. */
export function useWorkingDays(): readonly number[] {
  return useQuestion((replica) => replica.get("workspace", replica.workspaceId)?.workingDays ?? workingDaysDefault, []);
}
