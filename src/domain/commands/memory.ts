import * as z from "zod";
import { command } from "../command.ts";
import { forgottenMax, MemoryKey } from "../model/memory.ts";
import { Refusal } from "../refusal.ts";
import { found } from "./found.ts";

const args = z.strictObject({ key: MemoryKey });

/** RD6: leaves one remembered thing out of what is read from now on. What it was learned from stays as it is. */
const forget = command({
  title: "Forget what was learned from corrections",
  args,
  async run({ key }, { tx, workspaceId }) {
    const { forgotten } = await found(tx, "workspace", workspaceId);
    const before = forgotten ?? [];
    if (before.includes(key)) throw new Refusal("duplicate", `"${key}" is forgotten already.`);
    if (before.length >= forgottenMax) {
      throw new Refusal(
        "too-large",
        `${forgottenMax} things are forgotten, which is the most. Remember one of them again first.`,
      );
    }
    await tx.patch("workspace", workspaceId, { forgotten: [...before, key] });
  },
});

/** Takes a forgotten thing back into the memory; what was learned of it meanwhile counts. */
const remember = command({
  title: "Remember again what was forgotten",
  args,
  async run({ key }, { tx, workspaceId }) {
    const { forgotten } = await found(tx, "workspace", workspaceId);
    const before = forgotten ?? [];
    if (!before.includes(key)) throw new Refusal("not-found", `"${key}" is not among what is forgotten.`);
    const after = before.filter((one) => one !== key);
    await tx.patch("workspace", workspaceId, { forgotten: after.length === 0 ? null : after });
  },
});

export const memoryCommands = { "memory.forget": forget, "memory.remember": remember } as const;
