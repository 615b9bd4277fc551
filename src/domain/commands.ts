import { boardCommands } from "./commands/board.ts";
import { clusterCommands } from "./commands/cluster.ts";
import { cardCommands } from "./commands/card.ts";
import { commitmentCommands } from "./commands/commitment.ts";
import { charterCommands } from "./commands/charter.ts";
import { debriefCommands } from "./commands/debrief.ts";
import { dotCommands } from "./commands/dot.ts";
import { eventCommands } from "./commands/event.ts";
import { initiativeCommands } from "./commands/initiative.ts";
import { journalCommands } from "./commands/journal.ts";
import { leadCommands } from "./commands/lead.ts";
import { memoryCommands } from "./commands/memory.ts";
import { meetingCommands } from "./commands/meeting.ts";
import { memberCommands } from "./commands/member.ts";
import { needCommands } from "./commands/need.ts";
import { noteCommands } from "./commands/note.ts";
import { organizationCommands } from "./commands/organization.ts";
import { outcomeCommands } from "./commands/outcome.ts";
import { pageCommands } from "./commands/page.ts";
import { personCommands } from "./commands/person.ts";
import { proposalCommands } from "./commands/proposal.ts";
import { pulseCommands } from "./commands/pulse.ts";
import { sessionCommands } from "./commands/session.ts";
import { sittingCommands } from "./commands/sitting.ts";
import { stepCommands } from "./commands/step.ts";
import { stickyCommands } from "./commands/sticky.ts";
import { templateCommands } from "./commands/template.ts";
import { touchCommands } from "./commands/touch.ts";
import { voteCommands } from "./commands/vote.ts";
import { workspaceCommands } from "./commands/workspace.ts";

/** Every command by name. A new command is reachable through every door by being listed here. */
export const commands = {
  ...workspaceCommands,
  ...memberCommands,
  ...eventCommands,
  ...debriefCommands,
  ...sessionCommands,
  ...pageCommands,
  ...noteCommands,
  ...proposalCommands,
  ...personCommands,
  ...organizationCommands,
  ...meetingCommands,
  ...commitmentCommands,
  ...stepCommands,
  ...leadCommands,
  ...touchCommands,
  ...boardCommands,
  ...stickyCommands,
  ...clusterCommands,
  ...voteCommands,
  ...needCommands,
  ...sittingCommands,
  ...cardCommands,
  ...dotCommands,
  ...initiativeCommands,
  ...charterCommands,
  ...outcomeCommands,
  ...pulseCommands,
  ...templateCommands,
  ...memoryCommands,
  ...journalCommands,
} as const;

export type CommandName = keyof typeof commands;

/** True for the name of a command, and for no other word. */
export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

export const commandNames = Object.keys(commands) as CommandName[]; // keys of a literal object are its names
