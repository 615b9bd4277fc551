import type { CommandName } from "#domain/commands.ts";
import type { EntryId } from "#domain/model/id.ts";
import { type Noun, nounNames } from "#domain/model/nouns.ts";
import type { ArgsOf } from "#domain/run.ts";
import { openWorkspace, sayFailure } from "../../../src/web/device/open.ts";
import type { OpenWorkspace } from "../../../src/web/device/open-workspace.ts";

/**
 * The device half of the app as the browser runs it, with no screens: tests drive it from outside, as text.
 */
if (!("Temporal" in globalThis)) await import("temporal-polyfill/global");

// The app has its commands as soon as something is to be seen, and a test may take the network away at once.
await import("#domain/run.ts");

const heard: string[] = [];
const opening = openWorkspace((sentence) => void heard.push(sentence));
let workspace: OpenWorkspace | undefined;
let failure: string | undefined;

const harness = {
  /** What opening waits for, as people are told. */
  heard,
  /** Comes to have a workspace open, where one can be had: begins one where there is none. */
  async open(memberName = "Ana Ruiz"): Promise<string> {
    try {
      const found = await opening;
      if (found.is === "joining") await found.arrived;
      workspace =
        found.is === "new"
          ? await found.begin({ name: "Test", timeZone: "Europe/Brussels", memberName })
          : found.workspace;
      return found.is === "new" && found.told !== null ? found.told : found.is;
    } catch (error) {
      failure = sayFailure(error);
      return failure;
    }
  },
  async run(name: CommandName, args: unknown): Promise<unknown> {
    return opened().run(name, args as ArgsOf<CommandName>); // `run` checks them
  },
  /** Runs a command so many times at once, numbering the text of each. */
  async runMany(count: number): Promise<void> {
    const device = opened();
    await Promise.all(Array.from({ length: count }, (_, n) => device.run("note.add", { text: `Line ${n}` })));
  },
  status: () => opened().status,
  refused: () => opened().refused(),
  again: (entryId: EntryId) => opened().again(entryId),
  dismiss: (entryId: EntryId) => opened().dismiss(entryId),
  entries: () => [...opened().entries()],
  count: (noun: Noun) => opened().replica.count(noun),
  texts: () => [...opened().replica.all("note")].map(({ text }) => text).sort(),
  /** Everything that this tab shows, by noun and id. */
  shown: () => {
    const { replica } = opened();
    const shown: Record<string, unknown> = {};
    const all = nounNames.flatMap((noun) =>
      [...replica.all(noun)].map((record) => ({ key: `${noun} ${record.id}`, record })),
    );
    for (const { key, record } of all.sort((a, b) => (a.key < b.key ? -1 : 1))) shown[key] = record;
    return shown;
  },
};

function opened(): OpenWorkspace {
  if (workspace === undefined) throw new Error("Nothing is open.");
  return workspace;
}

Object.assign(globalThis, { upshot: harness });
