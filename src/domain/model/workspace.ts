import * as z from "zod";
import { LookDays } from "./clock.ts";
import { forgottenMax, MemoryKey } from "./memory.ts";
import { DeviceId, MemberId, WorkspaceId } from "./id.ts";
import { Stage, stagesMax } from "./lead.ts";
import { PulseDays } from "./pulse.ts";
import { Template, templatesMax } from "./template.ts";
import { Name } from "./text.ts";
import { Instant, TimeZone, workingDaysDefault } from "./time.ts";

/** What people call a device: "phone", "desk at home". */
export const DeviceName = z.object({ deviceId: DeviceId, name: z.string().trim().min(1).max(40) });
export type DeviceName = z.infer<typeof DeviceName>;

/** Devices that can have a name; one that counted anew is another. */
export const deviceNamesMax = 200;

/** One person's or one team's data. Written by `workspace.create` and `workspace.change`. */
export const Workspace = z.object({
  id: WorkspaceId,
  createdAt: Instant,
  name: Name,
  /** Days without an event of their own are days in this zone. */
  timeZone: TimeZone,
  /** ISO weekday the week starts on, 1 = Monday. */
  firstDayOfWeek: z.int().min(1).max(7).default(1),
  /** ISO weekdays that are worked; the event clock and "first working day after" count these. */
  workingDays: z
    .array(z.int().min(1).max(7))
    .max(7)
    .default([...workingDaysDefault]),
  /** What the memory is to leave out (RD6), by the keys of `questions/memory.ts`. Written by `memory.forget` and `memory.remember`. */
  forgotten: z.array(MemoryKey).max(forgottenMax).nullable().default(null),
  /** The ISO weekday of the weekly comb-back, on which old notes come back beside today's work; null while nobody has fixed one. */
  combBackDay: z.int().min(1).max(7).nullable().default(null),
  /** The event clock's numbers (EC1); null leaves the usual ones of `model/clock.ts`. */
  firstLookWorkingDays: LookDays.nullable().default(null),
  secondLookDays: LookDays.nullable().default(null),
  thirdLookDays: LookDays.nullable().default(null),
  /** The devices that somebody gave a name. Written by `workspace.nameDevice`. */
  deviceNames: z.array(DeviceName).max(deviceNamesMax).nullable().default(null),
  /** The stages of leads in one's own words; null leaves the usual ones of `model/lead.ts`. Written by `workspace.stages`. */
  stages: z.array(Stage).min(1).max(stagesMax).nullable().default(null),
  /** How many old notes a comb-back brings (RV1); null leaves the usual number. */
  combBackNotes: z.int().min(1).max(30).nullable().default(null),
  /** After how many days "still seeing value?" is asked (OC3); null leaves the usual ones of `model/pulse.ts`. */
  pulseDays: PulseDays.nullable().default(null),
  /** Templates of drafts in one's own words, in the place of the usual ones. Written by `template.write` and `template.reset`. */
  templates: z.array(Template).max(templatesMax).nullable().default(null),
});
export type Workspace = z.infer<typeof Workspace>;

/** Someone who works in the workspace. Written by `member.add` and `member.change`. */
export const Member = z.object({
  id: MemberId,
  createdAt: Instant,
  name: Name,
  email: z.string().max(320).nullable().default(null),
  /** The organization the member works for, in words; colleagues are people of the same one. */
  organization: Name.nullable().default(null),
});
export type Member = z.infer<typeof Member>;
