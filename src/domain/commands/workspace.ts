import * as z from "zod";
import { command } from "../command.ts";
import { DeviceId } from "../model/id.ts";
import { Stage, stageMeanings, stagesMax, stagesOf } from "../model/lead.ts";
import { sayAll, sayNouns } from "../model/say.ts";
import { Name } from "../model/text.ts";
import { instantOf } from "../model/time.ts";
import { DeviceName, deviceNamesMax, Member, Workspace } from "../model/workspace.ts";
import { Refusal } from "../refusal.ts";
import { found } from "./found.ts";
import { changes, given } from "./given.ts";
import { importWorkspace } from "./workspace-import.ts";
import { takeIn } from "./workspace-take-in.ts";

const fields = Workspace.omit({
  id: true,
  createdAt: true,
  forgotten: true,
  deviceNames: true,
  templates: true,
  stages: true,
});

/** Creates the workspace of the context and its first member, the one who creates it. */
const create = command({
  title: "Create a workspace",
  args: fields.extend({ memberName: Name, memberEmail: z.string().nullish(), memberOrganization: Name.nullish() }),
  async run({ memberName, memberEmail, memberOrganization, ...args }, { tx, workspaceId, memberId, now }) {
    if ((await tx.get("workspace", workspaceId)) !== undefined) {
      throw new Refusal("duplicate", "This workspace is there already.");
    }
    const createdAt = instantOf(now);
    await tx.insert("workspace", {
      ...args,
      id: workspaceId,
      createdAt,
      forgotten: null,
      deviceNames: null,
      templates: null,
      stages: null,
    });
    const member = Member.parse({ id: memberId, createdAt, name: memberName, email: memberEmail ?? null });
    await tx.insert("member", { ...member, organization: memberOrganization ?? null });
    return { workspaceId, memberId };
  },
});

const change = command({
  title: "Change the workspace's settings",
  args: z.strictObject(changes(fields)),
  async run(args, { tx, workspaceId }) {
    await found(tx, "workspace", workspaceId);
    await tx.patch("workspace", workspaceId, given(args));
  },
});

/** Gives a device a name, by which the history of things calls it; null takes it away. Each name is one device's. */
const nameDevice = command({
  title: "Name a device",
  args: z.strictObject({ deviceId: DeviceId, name: DeviceName.shape.name.nullable() }),
  async run({ deviceId, name }, { tx, workspaceId }) {
    const { deviceNames } = await found(tx, "workspace", workspaceId);
    const others = (deviceNames ?? []).filter((one) => one.deviceId !== deviceId);
    if (name !== null && others.some((one) => one.name.toLowerCase() === name.toLowerCase())) {
      throw new Refusal("duplicate", `Another device is called "${name}" already; give this one a name of its own.`);
    }
    if (name !== null && others.length >= deviceNamesMax) {
      throw new Refusal("too-large", `${deviceNamesMax} devices have a name, which is the most. Take one away first.`);
    }
    const named = name === null ? others : [...others, { deviceId, name }];
    await tx.patch("workspace", workspaceId, { deviceNames: named.length === 0 ? null : named });
  },
});

/**
 * The stages of leads in one's own words; null goes back to the usual ones. A stage that leads are at stays, and every lead can go on
 * somewhere: there is a stage that goes, one that is won, one that is lost and one that rests.
 */
const stages = command({
  title: "Choose the stages of leads",
  args: z.strictObject({ stages: z.array(Stage).min(1).max(stagesMax).nullable() }),
  async run(args, { tx, workspaceId }) {
    await found(tx, "workspace", workspaceId);
    const chosen = stagesOf(args);
    const keys = new Set(chosen.map(({ key }) => key));
    const names = new Set(chosen.map(({ name }) => name.toLowerCase()));
    if (keys.size < chosen.length || names.size < chosen.length) {
      throw new Refusal("duplicate", "Two stages are called the same; give each a name of its own.");
    }
    const missing = stageMeanings.filter((means) => !chosen.some((stage) => stage.means === means));
    if (missing.length > 0) {
      throw new Refusal(
        "invalid",
        `No stage means ${missing.join(" or ")}; leads need one of each kind to end or rest at.`,
      );
    }
    const leftAt = (await tx.list("lead")).filter(({ stage }) => !keys.has(stage));
    if (leftAt.length > 0) {
      const where = [...new Set(leftAt.map(({ stage }) => `"${stage}"`))].map((stage) => [1, stage] as const);
      throw new Refusal(
        "not-allowed",
        `${sayNouns(leftAt.length, "lead")} would be at no stage (${sayAll(where)}); move them first.`,
      );
    }
    await tx.patch("workspace", workspaceId, { stages: args.stages });
  },
});

export const workspaceCommands = {
  "workspace.create": create,
  "workspace.change": change,
  "workspace.nameDevice": nameDevice,
  "workspace.stages": stages,
  "workspace.import": importWorkspace,
  "workspace.takeIn": takeIn,
} as const;
