import * as z from "zod";
import { command } from "../command.ts";
import { MemberId } from "../model/id.ts";
import { instantOf } from "../model/time.ts";
import { Member } from "../model/workspace.ts";
import { found } from "./found.ts";
import { changes, given } from "./given.ts";

const fields = Member.omit({ id: true, createdAt: true });

const add = command({
  title: "Add a member",
  args: fields,
  async run(args, { tx, newId, now }) {
    const id = newId() as MemberId;
    await tx.insert("member", { ...args, id, createdAt: instantOf(now) });
    return { memberId: id };
  },
});

const change = command({
  title: "Change a member",
  args: z.strictObject({ memberId: MemberId, ...changes(fields) }),
  async run({ memberId, ...args }, { tx }) {
    await found(tx, "member", memberId);
    await tx.patch("member", memberId, given(args));
  },
});

export const memberCommands = { "member.add": add, "member.change": change } as const;
