import { Refusal } from "#domain/refusal.ts";
import type { Desk } from "./desk.ts";
import { memberNamed, memberOf, rememberMember } from "../identity.ts";
import { said, type Said } from "./print.ts";

/** Says who "me" is; with a name, keeps it for this machine. */
export async function meCommand(desk: Desk, name: string, options: Said): Promise<void> {
  const { world } = desk;
  const { workspaceId, members } = await desk.members();
  if (name !== "") {
    const member = memberNamed(members, name);
    if (!rememberMember(world, workspaceId, member.id))
      throw new Refusal(
        "not-allowed",
        "Who you are could not be kept on this machine. Set UPSHOT_MEMBER to the name instead.",
      );
    return said(desk, options, member, `You are ${member.name} on this machine.`);
  }
  const memberId = memberOf(world, workspaceId, members);
  const member = members.find((one) => one.id === memberId);
  const others = members.filter((one) => one.id !== memberId).map((one) => one.name);
  const team = others.length === 0 ? "" : `\nOther members: ${others.join(", ")}. To be another: upshot me NAME`;
  said(
    desk,
    options,
    member,
    `You are ${member?.name}${member?.organization ? `, ${member.organization}` : ""}.${team}`,
  );
}
