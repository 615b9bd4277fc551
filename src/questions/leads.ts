import { type Stage, stagesOf } from "#domain/model/lead.ts";
import { dayWanted } from "#domain/model/step.ts";
import type { Day } from "#domain/model/time.ts";
import type { Replica } from "#replica/replica.ts";
import { type Asking, todayIn } from "./asking.ts";
import { isOver, type LeadShown, leadShownNouns, showLead } from "./lead-shown.ts";

export interface Leads {
  day: Day;
  stages: readonly Stage[];
  /** Stuck ones first, then by the day their next step is wanted; what is over comes last. */
  leads: LeadShown[];
}

export const leadsNouns = leadShownNouns;

/** Views of the leads that people ask for. */
export const leadFilters = {
  open: (shown: LeadShown) => !isOver(shown),
  stuck: ({ stuck }: LeadShown) => stuck !== null,
  cold: (shown: LeadShown) => !isOver(shown) && shown.warmth.level === "cold",
  resting: ({ stage }: LeadShown) => stage.means === "resting",
  all: () => true,
} as const satisfies Record<string, (shown: LeadShown) => boolean>;
export type LeadFilter = keyof typeof leadFilters;

/** Every lead, to be shown as a board by stage or as a list. */
export function leads(replica: Replica, asking: Asking): Leads {
  const day = todayIn(replica, asking);
  const workspace = replica.get("workspace", replica.workspaceId);
  return {
    day,
    stages: stagesOf({ stages: workspace?.stages ?? null }),
    leads: [...replica.all("lead")]
      .map((lead) => showLead(replica, lead, day))
      .sort(
        (a, b) =>
          Number(isOver(a)) - Number(isOver(b)) ||
          Number(b.stuck !== null) - Number(a.stuck !== null) ||
          wanted(a).localeCompare(wanted(b)) ||
          a.lead.name.localeCompare(b.lead.name),
      ),
  };
}

function wanted({ next, lead }: LeadShown): string {
  return (next && dayWanted(next.step)) ?? lead.restsUntil ?? "9";
}
