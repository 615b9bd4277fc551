import { cardSeen } from "#debrief/carded.ts";
import { type Debrief, debrief } from "#debrief/debrief.ts";
import { commandOf } from "#debrief/keep.ts";
import { blocksOf } from "#formats/notes.ts";
import { read } from "#reading/read.ts";
import { exportIn } from "./export.ts";
import type { Answers, Asked, ExportRead, Said } from "./messages.ts";

if (!("Temporal" in globalThis)) await import("temporal-polyfill/global");

/** The reader beside the page: files and notes are taken in and read here, so that the page answers meanwhile. */
let last: Debrief | undefined;

addEventListener("message", ({ data: { id, asked } }: MessageEvent<{ id: number; asked: Asked }>) => {
  void answer(id, asked);
});

async function answer(id: number, asked: Asked): Promise<void> {
  try {
    say({ id, answer: await answerTo(asked, (done, total, file) => say({ id, progress: { done, total, file } })) });
  } catch (error) {
    say({ id, failed: error instanceof Error ? error.message : String(error) });
  }
}

type Progress = (done: number, total: number, file: string) => void;

function answerTo(asked: Asked, progress: Progress): Answers[keyof Answers] | Promise<ExportRead> {
  switch (asked.ask) {
    case "debrief": {
      last = debrief(asked.files, asked.surroundings, asked.settings, progress);
      const { plan, gathered, known } = last;
      return { plan, taken: gathered.taken, name: gathered.event.name, me: known.me };
    }
    case "command":
      if (last === undefined) throw new Error("Nothing was read yet.");
      return commandOf(last, asked.into).args;
    case "card":
      return cardSeen(asked.seen, asked.others);
    case "line": {
      const { text, known } = asked;
      const [reading] = read(
        [{ file: "captured", text, blocks: blocksOf(text, "plain"), takenOn: known.takenOn }],
        known,
      );
      return reading;
    }
    case "export":
      return exportIn(asked.file, progress);
  }
}

function say(said: Said): void {
  postMessage(said);
}
