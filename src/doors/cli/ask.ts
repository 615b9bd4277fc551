import { createInterface } from "node:readline";
import type { World } from "./world.ts";

/** A person left at a question (Ctrl-C, Ctrl-D). The message says what was kept and how to go on. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

/** Asks for one line; the answer trimmed. @throws Stopped on Ctrl-C, Ctrl-D and where the input ends. */
export async function ask(world: World, question: string, prefill = ""): Promise<string> {
  const lines = createInterface({
    input: world.in,
    output: world.err as unknown as NodeJS.WritableStream, // the terminal's own stream
    terminal: world.in.isTTY === true,
  });
  try {
    return await new Promise<string>((resolve, reject) => {
      let isAnswered = false;
      const leave = () => {
        if (isAnswered) return;
        isAnswered = true;
        world.err.write("\n");
        reject(new Stopped("Stopped."));
      };
      lines.on("SIGINT", leave);
      lines.on("close", leave);
      lines.on("line", (answer) => {
        isAnswered = true;
        resolve(answer.trim());
      });
      lines.setPrompt(question);
      lines.prompt();
      if (prefill !== "") lines.write(prefill);
    });
  } finally {
    lines.close();
  }
}

/** Keys typed ahead, one by one. */
export class Keys {
  readonly #world: World;
  readonly #ahead: string[] = [];
  /** True once Ctrl-C was pressed. */
  isInterrupted = false;

  constructor(world: World) {
    this.#world = world;
  }

  /**
   * The next key: from a terminal as it is pressed, from a pipe one character after another (line ends are no keys there); undefined
   * where the input ends, and on Ctrl-C and Ctrl-D.
   */
  async next(): Promise<string | undefined> {
    const input = this.#world.in;
    const isTerminal = input.isTTY === true;
    while (this.#ahead.length === 0) {
      if (isTerminal) input.setRawMode?.(true);
      const chunk = await nextChunk(input);
      if (chunk === null) return undefined;
      this.#ahead.push(...keysOf(isTerminal ? chunk : chunk.replace(/[\r\n]/g, "")));
    }
    const key = this.#ahead.shift();
    this.isInterrupted = key === "\u0003";
    if (key === "\u0003" || key === "\u0004") return undefined;
    return key === "\r" || key === "\n" ? "enter" : key;
  }

  /** Forgets what was typed ahead: a question that comes now was not seen when it was typed. */
  forget(): void {
    this.#ahead.length = 0;
  }

  /** Gives the terminal back. */
  close(): void {
    if (this.#world.in.isTTY === true) this.#world.in.setRawMode?.(false);
  }
}

/** ECMA-48 control sequences and the older function keys, else one character. */
const keyPattern = new RegExp(`${String.fromCharCode(0x1b)}(?:\\[[0-?]*[ -/]*[@-~]|O.)?|[^]`, "gu");

/** A chunk of a terminal as keys: an escape sequence (an arrow, say) is one key, which nothing answers to. */
function keysOf(chunk: string): string[] {
  return chunk.match(keyPattern) ?? [];
}

function nextChunk(input: World["in"]): Promise<string | null> {
  return new Promise((resolve) => {
    const done = (value: string | null) => {
      input.off("data", onData);
      input.off("end", onEnd);
      input.pause();
      resolve(value);
    };
    const onData = (data: Buffer | string) => done(data.toString());
    const onEnd = () => done(null);
    if (input.readableEnded) return done(null);
    input.on("data", onData);
    input.on("end", onEnd);
    input.resume();
  });
}
