import * as z from "zod";
import { command } from "../command.ts";
import { DeviceId } from "../model/id.ts";
import { Name } from "../model/text.ts";
import { instantOf } from "../model/time.ts";
import { DeviceName, deviceNamesMax, Member, Workspace } from "../model/workspace.ts";
import { Refusal } from "../refusal.ts";
import { found } from "./found.ts";
import { changes, given } from "./given.ts";
import { importWorkspace } from "./workspace-import.ts";
import { takeIn } from "./workspace-take-in.ts";

const fields = Workspace.omit({ id: true, createdAt: true, forgotten: true, deviceNames: true, templates: true });

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

export const workspaceCommands = {
  "workspace.create": create,
  "workspace.change": change,
  "workspace.nameDevice": nameDevice,
  "workspace.import": importWorkspace,
  "workspace.takeIn": takeIn,
} as const;
