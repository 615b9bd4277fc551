import { v7 } from "uuid";
import type { CommandName } from "#domain/commands.ts";
import { type BoardMode, boardModes } from "#domain/model/board.ts";
import type { BoardId, DeviceId, EventId, MemberId, StickyId, WorkspaceId } from "#domain/model/id.ts";
import { dayAt, type TimeZone } from "#domain/model/time.ts";
import { type ArgsOf, type Done, type ResultOf, run } from "#domain/run.ts";
import type { Store } from "#store/store.ts";

/** Runs a command as a member of the team; as whoever is at the machine where none is named. */
export type RunAs = <C extends CommandName>(
  name: C,
  args: ArgsOf<C>,
  memberId?: MemberId,
) => Promise<Done<ResultOf<C>>>;

/** What an invented team wrote on an offsite: by column, and the names of what belongs together. */
const broken = [
  ["Handover", "The handover to the night shift gets lost in chat"],
  ["Handover", "Nobody writes the handover down"],
  ["Handover", "I learn of a broken gate from the customer"],
  ["Handover", "Two people fix the same thing at night"],
  ["Releases", "Releases wait for one person"],
  ["Releases", "Only Henk can release, and Henk has holidays"],
  ["Releases", "We release on Fridays and regret it on Saturdays"],
  ["Releases", "The checklist for a release is a photo of a checklist"],
  ["Releases", "Rollback takes four hours"],
  ["Meetings", "Four stand-ups a day for who works across teams"],
  ["Meetings", "The planning meeting plans the next planning meeting"],
  [null, "Two trackers, and neither is right"],
  [null, "New colleagues wait nine days for access"],
  [null, "Nobody knows which numbers the port believes"],
  [null, "The test data is from before the new terminal"],
  [null, "We promise dates before we look at the calendar"],
  [null, "Invoices go out a month late"],
  [null, "The wiki"],
  [
    null,
    "Every partner has another format for the same timetable, and we keep a converter for each of them that only runs on one machine",
  ],
  [null, "Alerts at night that can wait till morning"],
  [null, "Our estimates are wishes"],
  [null, "No time to answer the community"],
] as const;
const working = [
  ["Pairing", "Pairing on the hard parts"],
  ["Pairing", "Pairing with somebody of the other team on Wednesdays"],
  ["Pairing", "Reviews within the day since we pair"],
  [null, "The demo every second Thursday"],
  [null, "The port answers the phone"],
  [null, "Lunch together on Tuesdays"],
  [null, "The new onboarding buddy"],
  [null, "Tests that run in four minutes"],
  [null, "Saying no to the third pilot"],
  [null, "Writing decisions down, with the reason"],
  [null, "One page a quarter"],
  [null, "Ola's spreadsheet"],
  [null, "Our customers recommend us to one another"],
  [null, "Support has a seat in planning"],
  [null, "The garden"],
] as const;
const ideas = [
  ["One page for the shift", "One page for the handover that the next shift signs"],
  ["One page for the shift", "A board for the night shift by the door"],
  ["Anyone releases", "Anyone releases, with a second pair of eyes"],
  ["Anyone releases", "Release on Tuesdays"],
  ["Anyone releases", "A button for the rollback"],
  [null, "A day without meetings"],
  [null, "Swap desks with the port for a week"],
  [null, "Publish our converter as open source"],
  [null, "Pay invoices on the day the work is done"],
  [null, "A budget for books"],
  [null, "Access on the first morning"],
  [null, "Record the demo for those at home"],
  [null, "One tracker, chosen by who uses it most"],
  [null, "A map of who answers for what"],
  [null, "Ask partners what they would pay for"],
  [null, "Send the juniors to the conference"],
  [null, "Rota for alerts, paid"],
  [null, "Stop the weekly report nobody reads"],
  [null, "Office hours for the community"],
  [null, "A wall like this every quarter"],
  [null, "Test data from last week, every week"],
  [null, "A second terminal for trying things"],
  [null, "Close the wiki"],
] as const;

/** Sixty stickies of an offsite by four people. */
export const lakeStickies: readonly { columnId: string; cluster: string | null; text: string }[] = [
  ...broken.map(([cluster, text]) => ({ columnId: "broken", cluster, text })),
  ...working.map(([cluster, text]) => ({ columnId: "working", cluster, text })),
  ...ideas.map(([cluster, text]) => ({ columnId: "ideas", cluster, text })),
];

/** Hangs them on a new board of an event, written in turn by the people given, and takes it up to a mode as they would; `more` hangs so many beside them. */
export async function hangLakeWall(
  run: RunAs,
  {
    eventId,
    people,
    mode,
    group = null,
    more = 0,
  }: { eventId: EventId; people: MemberId[]; mode: BoardMode; group?: string | null; more?: number },
): Promise<BoardId> {
  const { boardId } = (await run("board.add", { eventId, name: "What slows us down?", group })).result;
  const byCluster = new Map<string, StickyId[]>();
  for (const [at, { columnId, cluster, text }] of lakeStickies.entries()) {
    const written = await run("sticky.write", { boardId, columnId, text }, people[at % people.length]);
    if (cluster !== null) byCluster.set(cluster, [...(byCluster.get(cluster) ?? []), written.result.stickyId]);
  }
  for (let at = 0; at < more; at += 1) {
    const { columnId, text } = lakeStickies[at % lakeStickies.length]!; // below its length
    const again = `${text.slice(0, 60)}, again (${at})`;
    await run("sticky.write", { boardId, columnId, text: again }, people[at % people.length]);
  }
  for (const each of boardModes.slice(1, boardModes.indexOf(mode) + 1)) {
    if (each === "vote") {
      for (const [name, stickyIds] of byCluster) await run("cluster.make", { boardId, name, stickyIds });
      await run("board.tidy", { boardId });
    }
    if (each === "talk") {
      const on = [...byCluster.values()].map(([stickyId]) => stickyId!); // each has one at least
      for (const [at, memberId] of people.entries()) {
        for (const which of [0, 1, at % on.length]) await run("vote.put", { boardId, stickyId: on[which]! }, memberId);
      }
    }
    await run("board.mode", { boardId, mode: each });
  }
  return boardId;
}

/** A workspace whose offsite has this wall, up to a mode: four people, the first of whom is at the machine. */
export async function fillLakeWall(
  store: Store,
  { now, mode, more = 0 }: { now: Temporal.Instant; mode: BoardMode; more?: number },
): Promise<{ workspaceId: WorkspaceId; people: MemberId[]; eventId: EventId; boardId: BoardId }> {
  const workspaceId = v7() as WorkspaceId; // fresh ids
  const people = [v7() as MemberId];
  const context = { store, workspaceId, deviceId: v7() as DeviceId, now, newId: () => v7() };
  const as: RunAs = (name, args, memberId = people[0]) => run(name, args, { ...context, memberId: memberId! }); // there is one
  await as("workspace.create", { name: "The lake team", timeZone: "Europe/Brussels", memberName: "Mira Okafor" });
  for (const name of ["Bo Lindqvist", "Ines Prado", "Henk de Boer"]) {
    people.push((await as("member.add", { name })).result.memberId);
  }
  const event = {
    name: "Lake days",
    kind: "offsite" as const,
    timeZone: "Europe/Brussels",
    startsOn: dayAt(now, zone),
  };
  const { eventId } = (await as("event.add", event)).result;
  const boardId = await hangLakeWall(as, { eventId, people, mode, more });
  return { workspaceId, people, eventId, boardId };
}

/** Hangs the wall on the last event of a store's one workspace, where its people vote. */
export async function hangOnLast(store: Store, now: Temporal.Instant): Promise<void> {
  const [workspaceId] = await store.workspaces();
  if (workspaceId === undefined) throw new Error("The store has a workspace.");
  const { rows } = await store.load(workspaceId);
  const [eventId, memberId] = [rows.event.at(-1)?.record.id, rows.member.at(0)?.record.id];
  if (eventId === undefined || memberId === undefined) throw new Error("It has an event and a member.");
  const context = { store, workspaceId, memberId, deviceId: v7() as DeviceId, now, newId: () => v7() };
  const as: RunAs = (name, args) => run(name, args, context);
  await hangLakeWall(as, { eventId, people: [memberId], mode: "vote" });
}

const zone = "Europe/Brussels" as TimeZone;
