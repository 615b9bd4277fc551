import type { Answers, Asked, Said } from "../worker/messages.ts";

export type { DebriefRead, ExportRead } from "../worker/messages.ts";

/** How far reading is: files taken in, of how many, and the one at hand. */
export interface ReadingProgress {
  done: number;
  total: number;
  file: string;
}

/** Reading was stopped by the person. */
export class ReadingStopped extends Error {
  override readonly name = "ReadingStopped";
}

interface Waiting {
  done: (answer: Answers[keyof Answers]) => void;
  fail: (error: Error) => void;
  progress: ((progress: ReadingProgress) => void) | undefined;
}

/**
 * The reader in a worker of its own: the page stays quick while a thousand sessions are taken in, offline too. It is begun with the
 * first question, and ended by `stop`, whatever it is doing.
 */
export class Reader {
  #worker: Worker | undefined;
  #next = 1;
  readonly #waiting = new Map<number, Waiting>();

  /** @throws ReadingStopped where `stop` came first; an Error with the sentence where the reader failed. */
  ask<A extends Asked>(asked: A, progress?: (progress: ReadingProgress) => void): Promise<Answers[A["ask"]]> {
    const id = this.#next;
    this.#next += 1;
    return new Promise((resolve, reject) => {
      const done = resolve as Waiting["done"]; // the worker answers each question with its own kind of answer
      this.#waiting.set(id, { done, fail: reject, progress });
      this.#begun().postMessage({ id, asked });
    });
  }

  /** Ends whatever is being read. What was asked fails as ReadingStopped. */
  stop(): void {
    this.#end(new ReadingStopped("Reading was stopped; nothing was kept."));
  }

  #begun(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(new URL("../worker/reader.ts", import.meta.url), { type: "module", name: "reader" });
    worker.addEventListener("message", ({ data }: MessageEvent<Said>) => this.#take(data));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#end(new Error(`The reader could not go on: ${event.message || "its program could not be loaded"}.`));
    });
    this.#worker = worker;
    return worker;
  }

  #take(said: Said): void {
    const waiting = this.#waiting.get(said.id);
    if (waiting === undefined) return;
    if ("progress" in said) return waiting.progress?.(said.progress);
    this.#waiting.delete(said.id);
    if ("failed" in said) waiting.fail(new Error(said.failed));
    else waiting.done(said.answer);
  }

  #end(why: Error): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { fail } of waiting) fail(why);
  }
}

/** The page's one reader. */
export const reader = new Reader();
