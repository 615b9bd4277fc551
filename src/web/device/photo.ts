import codesUrl from "zxing-wasm/reader/zxing_reader.wasm?url";
import type { CardSeen, Seen } from "#debrief/carded.ts";
import type { CodesAnswer, CodesAsked } from "../worker/codes-messages.ts";
import { fetched } from "./fetched.ts";
import { reader } from "./reader.ts";

/** Why nothing came of a photo, in a sentence for people. */
export class PhotoUnread extends Error {
  override readonly name = "PhotoUnread";
}

/** How far looking is: at codes, or so much of the words (0 to 1). */
export type Looking = "codes" | { words: number };

interface Options {
  /** Names that stand on every badge: the event's. */
  others: readonly string[];
  progress: (looking: Looking) => void;
  /** Ends it; the promise rejects with its reason. */
  signal: AbortSignal;
}

/** Larger files are no photo of a card: a phone's camera at its finest stays below 30 MB. */
const bytesMax = 40 * 1024 * 1024;
/** A phone of some years reads a card in 10 seconds; after this it will not come to an end that helps. */
const patienceMs = 90_000;

/**
 * Looks at a photo of a card or badge, on the device alone (RD7): its codes first, and its words where no code says the name.
 * @throws PhotoUnread with the sentence where nothing came of it
 */
export async function lookAt(photo: Blob, { others, progress, signal }: Options): Promise<CardSeen> {
  if (photo.size > bytesMax) throw new PhotoUnread("The photo is larger than 40 MB. Take a smaller one.");
  const late = AbortSignal.timeout(patienceMs);
  const either = AbortSignal.any([signal, late]);
  try {
    progress("codes");
    const { codes, picture } = await codesOn(photo, either);
    const byCode = await asCard({ codes, lines: [] }, others);
    if (byCode.isSure) return byCode;
    progress({ words: 0 });
    const { readWords } = await loading(() => import("./words.ts"));
    const lines = await loading(() => readWords(picture, (words) => progress({ words }), either));
    const seen = await asCard({ codes, lines }, others);
    if (seen.card === null && !/\p{L}{2}/u.test(seen.text)) throw new PhotoUnread(nothingFound);
    return seen;
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (late.aborted) throw new PhotoUnread("Reading took too long. Let the card fill the picture, and try again.");
    throw error;
  }
}

const nothingFound = "No code and no words were found. Let the card fill the picture, in even light, and hold still.";
const notHere =
  "What reads photos could not be started on this device. It comes with the app while the server is in reach: try again then.";

const sentences = {
  "no-picture": "This is no picture that your browser can open. JPEG, PNG and WebP are.",
  "too-many-pixels": "The picture has more than 120 million pixels. Take a smaller one.",
  program: "What looks for codes could not go on. Close other tabs, and try again.",
} as const;

async function asCard(seen: Seen, others: readonly string[]): Promise<CardSeen> {
  return reader.ask({ ask: "card", seen, others });
}

/** Says it where a part of the app could not be loaded, or ended. */
async function loading<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    throw new PhotoUnread(notHere, { cause: error });
  }
}

async function codesOn(photo: Blob, signal: AbortSignal): Promise<Extract<CodesAnswer, { codes: string[] }>> {
  const program = await loading(() => fetched(codesUrl, signal));
  const worker = new Worker(new URL("../worker/codes.ts", import.meta.url), { type: "module", name: "codes" });
  try {
    const answer = await new Promise<CodesAnswer>((done, fail) => {
      signal.addEventListener("abort", () => fail(signal.reason), { once: true });
      worker.addEventListener("message", ({ data }: MessageEvent<CodesAnswer>) => done(data));
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        fail(new PhotoUnread(notHere));
      });
      worker.addEventListener("messageerror", () => fail(new PhotoUnread(notHere)));
      worker.postMessage({ photo, program } satisfies CodesAsked, [program]);
    });
    if ("codes" in answer) return answer;
    throw new PhotoUnread(sentences[answer.failed]);
  } finally {
    worker.terminate();
  }
}
