import { type CommandName, isCommand } from "#domain/commands.ts";
import type { Noun, RecordOf } from "#domain/model/nouns.ts";
import type { Entry } from "#domain/ports.ts";

/** What each command did, as a person tells it afterwards. */
const past: Record<CommandName, string> = {
  "workspace.create": "began this workspace",
  "workspace.change": "changed the workspace's settings",
  "workspace.nameDevice": "named a device",
  "workspace.stages": "chose the stages of leads",
  "workspace.import": "took in an exported workspace",
  "workspace.takeIn": "took in what an export holds",
  "member.add": "added a member",
  "member.change": "changed a member",
  "event.add": "added an event",
  "event.change": "changed an event",
  "event.debrief": "kept an event's files",
  "event.focus": "set what an event should answer",
  "event.answer": "answered a question",
  "event.remove": "removed an event",
  "session.import": "took in a programme",
  "session.add": "added a session",
  "session.star": "starred or unstarred a session",
  "session.attend": "said whether you attended",
  "page.add": "kept pages of notes",
  "page.capture": "captured a line",
  "page.remove": "removed a page",
  "note.add": "noted",
  "note.keep": "kept notes",
  "note.letGo": "let notes go",
  "note.change": "changed a note",
  "proposal.accept": "accepted",
  "proposal.acceptMarked": "accepted everything marked",
  "proposal.keep": "kept as a note",
  "proposal.letGo": "let go",
  "person.add": "added a person",
  "person.capture": "captured a card",
  "person.change": "changed a person",
  "person.import": "took in contacts",
  "person.merge": "made two people one",
  "person.remove": "removed a person",
  "organization.add": "added an organization",
  "organization.change": "changed an organization",
  "organization.merge": "made two organizations one",
  "organization.remove": "removed an organization",
  "meeting.add": "said how you met",
  "meeting.change": "changed how you met",
  "meeting.remove": "removed how you met",
  "touch.add": "logged a contact",
  "touch.change": "changed a contact that was logged",
  "touch.remove": "removed a contact that was logged",
  "step.add": "added a step",
  "step.change": "changed a step",
  "step.defer": "put off",
  "step.done": "marked done",
  "step.keep": "kept as it is",
  "step.drop": "dropped",
  "step.cameOf": "said what came of it",
  "step.reopen": "opened again",
  "step.remove": "removed a step",
  "lead.add": "made a lead",
  "lead.change": "changed a lead",
  "lead.move": "moved a lead",
  "lead.remove": "removed a lead",
  "lead.askIntroduction": "asked for an introduction",
  "board.add": "added a board",
  "board.change": "changed a board",
  "board.mode": "moved a board on",
  "board.time": "set a board's clock",
  "board.open": "opened a board to guests",
  "board.close": "closed a board to guests",
  "board.tidy": "tidied a board",
  "board.remove": "removed a board",
  "sticky.write": "wrote a sticky",
  "sticky.change": "changed a sticky",
  "sticky.move": "moved a sticky",
  "sticky.remove": "removed a sticky",
  "sticky.import": "took stickies in",
  "cluster.make": "put stickies together",
  "cluster.name": "named a cluster",
  "cluster.move": "moved a cluster",
  "cluster.join": "put stickies into a cluster",
  "cluster.leave": "took a sticky out of its cluster",
  "cluster.remove": "took a cluster apart",
  "vote.put": "put a dot",
  "vote.takeBack": "took back a dot",
  "need.add": "wrote down a need",
  "need.change": "changed a need",
  "need.makeKnown": "made a need known",
  "need.met": "said a need was met",
  "need.drop": "dropped a need",
  "need.reopen": "opened a need again",
  "need.remove": "removed a need",
  "sitting.begin": "began a comb-back",
  "sitting.end": "ended a comb-back",
  "card.answer": "answered a card",
  "dot.join": "joined a note to something under way",
  "dot.part": "parted a note from something",
  "commitment.add": "committed to",
  "commitment.change": "changed a commitment",
  "commitment.place": "moved in the outline",
  "commitment.keep": "kept as it is",
  "commitment.move": "moved to a later time",
  "commitment.drop": "dropped a commitment",
  "commitment.done": "marked a commitment done",
  "commitment.reopen": "opened a commitment again",
  "commitment.remove": "removed a commitment",
  "initiative.add": "put an initiative on the roadmap",
  "initiative.change": "changed an initiative",
  "initiative.start": "began an initiative",
  "initiative.checkIn": "checked in on an initiative",
  "initiative.stuck": "said an initiative is stuck",
  "initiative.unstick": "said an initiative goes on",
  "initiative.done": "marked an initiative done",
  "initiative.drop": "dropped an initiative",
  "initiative.later": "left an initiative for later",
  "initiative.carry": "carried an initiative over",
  "initiative.remove": "removed an initiative",
  "charter.begin": "began a version of the charter",
  "charter.change": "wrote the charter",
  "charter.answer": "answered to the charter",
  "charter.agree": "agreed on the charter",
  "charter.remove": "removed a draft of the charter",
  "outcome.add": "recorded what came of it",
  "outcome.change": "changed an outcome",
  "outcome.share": "shared an outcome between events",
  "outcome.remove": "removed an outcome",
  "pulse.answer": "said whether it is still of value",
  "template.write": "wrote a template",
  "template.reset": "went back to a usual template",
  "memory.forget": "forgot what was learned",
  "memory.remember": "remembered again",
  undo: "took back",
};

/** The records that entries are about, by id, as the store keeps them (removed ones too). */
export type Known = ReadonlyMap<string, RecordOf<Noun>>;

/** One journal entry in a line: what was done, and to what. `undone` is the entry an undo took back, where it is known. */
export function sayEntry(entry: Entry, known: Known, undone?: Entry): string {
  const verb = isCommand(entry.command) ? past[entry.command] : entry.command;
  const subject = undone === undefined ? subjectOf(entry, known) : sayEntry(undone, known);
  return subject === null ? verb : `${verb}: ${subject}`;
}

/** Nouns whose ids stand in a command's arguments under this name, the one it is about first. */
const fieldsOfSubjects: readonly [string, Noun][] = [
  ["proposalId", "proposal"],
  ["leadId", "lead"],
  ["stepId", "step"],
  ["commitmentId", "commitment"],
  ["personId", "person"],
  ["otherId", "person"],
  ["keepId", "person"],
  ["sessionId", "session"],
  ["pageId", "page"],
  ["organizationId", "organization"],
  ["memberId", "member"],
  ["outcomeId", "outcome"],
  ["stickyId", "sticky"],
  ["clusterId", "cluster"],
  ["boardId", "board"],
  ["eventId", "event"],
];

/** The nouns that have to be known to say these entries. */
export function nounsOf(entries: readonly Entry[]): Noun[] {
  const named = entries.flatMap(({ args, command }) =>
    fieldsOfSubjects.flatMap(([field, noun]) => {
      if (textIn(args, field) === null) return [];
      // Organizations are merged under the same names of arguments as people.
      return [command.startsWith("organization.") && noun === "person" ? "organization" : noun];
    }),
  );
  return [...new Set<Noun>(["member", ...named])];
}

function subjectOf({ args, command }: Entry, known: Known): string | null {
  if (command === "workspace.create") return null;
  const added = textIn((args as { event?: unknown } | null)?.event, "name"); // journal arguments are JSON
  if (added !== null) return added;
  for (const field of ["what", "name", "title", "text", "key"]) {
    const words = textIn(args, field);
    if (words !== null) return words;
  }
  for (const [field] of fieldsOfSubjects) {
    const words = nameOf(known.get(textIn(args, field) ?? ""));
    if (words !== null) return [words, textIn(args, "line")].filter(Boolean).join(", ");
  }
  return textIn(args, "source") ?? namesIn(args, "pages", "name") ?? namesIn(args, "contacts", "source");
}

/** What the things of a list in the arguments are called. */
function namesIn(args: unknown, list: string, field: string): string | null {
  const things = (args as Record<string, unknown> | null)?.[list]; // journal arguments are JSON
  if (!Array.isArray(things)) return null;
  return things.flatMap((thing: unknown) => textIn(thing, field) ?? []).join(", ") || null;
}

function nameOf(record: RecordOf<Noun> | undefined): string | null {
  if (record === undefined) return null;
  for (const field of ["reading", "what", "name", "title", "text"]) {
    const words = textIn(record, field);
    if (words !== null) return words;
  }
  return null;
}

function textIn(value: unknown, field: string): string | null {
  const found = (value as Record<string, unknown> | null)?.[field]; // any JSON; what is no text is passed over
  return typeof found === "string" && found.trim() !== "" ? found : null;
}
