import type * as z from "zod";
import { type CommandName, commands } from "./commands.ts";
import { keptArgs } from "./kept-args.ts";
import { sayIssues } from "./issues.ts";
import type { EntryId } from "./model/id.ts";
import { instantOf } from "./model/time.ts";
import type { Change, Context } from "./ports.ts";
import { Refusal } from "./refusal.ts";

export type ArgsOf<C extends CommandName> = z.input<(typeof commands)[C]["args"]>;
export type ResultOf<C extends CommandName> = Awaited<ReturnType<(typeof commands)[C]["run"]>>;

/** A command that was run: what it answers, its journal entry, and what it changed. */
export interface Done<Result> {
  result: Result;
  entryId: EntryId;
  version: number;
  changes: Change[];
}

/**
 * Runs a command: checks its arguments, does its work in one transaction of the workspace, and writes one journal
 * entry (invariant 10). When it resolves everything is durable; when it rejects nothing happened.
 * @throws Refusal where the rules forbid it; its message is for people.
 */
export async function run<C extends CommandName>(
  name: C,
  args: ArgsOf<C>,
  context: Context,
): Promise<Done<ResultOf<C>>> {
  // The table's entries differ in their argument types; the name ties them together again.
  const command = commands[name] as unknown as {
    title: string;
    args: z.ZodType<object>;
    run(args: object, work: object): Promise<ResultOf<C>>;
    kept?(args: object): object;
    undoes?(args: object): EntryId | null;
  };
  const parsed = command.args.safeParse(args);
  if (!parsed.success) throw new Refusal("invalid", `${command.title}: ${sayIssues(parsed.error)}.`);
  const entryId = context.newId("entry") as EntryId;
  const { store, ...rest } = context;
  const done = await store.transact(
    context.workspaceId,
    {
      id: entryId,
      command: name,
      args: command.kept?.(parsed.data) ?? keptArgs(parsed.data),
      memberId: context.memberId,
      deviceId: context.deviceId,
      at: instantOf(context.now),
      undoes: command.undoes?.(parsed.data) ?? null,
    },
    (tx) => command.run(parsed.data, { ...rest, tx, entryId }),
  );
  return { ...done, entryId };
}
