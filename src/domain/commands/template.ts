import * as z from "zod";
import { command } from "../command.ts";
import { Template } from "../model/template.ts";
import { Refusal } from "../refusal.ts";
import { found } from "./found.ts";

/** Writes the words that drafts of one purpose and language begin from. Two devices that write two of them both win. */
const write = command({
  title: "Write a template",
  args: z.strictObject(Template.shape),
  async run(template, { tx, workspaceId }) {
    const { templates } = await found(tx, "workspace", workspaceId);
    const others = (templates ?? []).filter((one) => !isSame(one, template));
    await tx.patch("workspace", workspaceId, { templates: [...others, template] });
  },
});

/** Goes back to the words that Upshot brings. */
const reset = command({
  title: "Go back to the usual template",
  args: z.strictObject({ purpose: Template.shape.purpose, language: Template.shape.language }),
  async run(args, { tx, workspaceId }) {
    const { templates } = await found(tx, "workspace", workspaceId);
    const others = (templates ?? []).filter((one) => !isSame(one, args));
    if (others.length === (templates ?? []).length) {
      throw new Refusal("not-found", `The template "${args.purpose}" (${args.language}) is the usual one already.`);
    }
    await tx.patch("workspace", workspaceId, { templates: others.length === 0 ? null : others });
  },
});

function isSame(one: Pick<Template, "purpose" | "language">, other: Pick<Template, "purpose" | "language">): boolean {
  return one.purpose === other.purpose && one.language === other.language;
}

export const templateCommands = { "template.write": write, "template.reset": reset } as const;
