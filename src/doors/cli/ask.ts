import { createInterface } from "node:readline/promises";
import type { World } from "./world.ts";

/** Asks for one line; the answer trimmed. */
export async function ask(world: World, question: string, prefill = ""): Promise<string> {
  const lines = createInterface({
    input: world.in,
    output: world.err as unknown as NodeJS.WritableStream,
    terminal: world.in.isTTY === true,
  }); // the terminal's own stream
  try {
    const answer = lines.question(question);
    if (prefill !== "") lines.write(prefill);
    return (await answer).trim();
  } finally {
    lines.close();
  }
}

/**
 * Single keys: from a terminal as they are pressed, from a pipe one after another (line ends are not keys there), until it
 * ends. Ctrl-C and Ctrl-D end it too.
 */
export async function* keys(world: World): AsyncGenerator<string, void, void> {
  const input = world.in;
  const isTerminal = input.isTTY === true;
  for (;;) {
    if (isTerminal) input.setRawMode?.(true);
    const chunk = await nextChunk(input);
    if (isTerminal) input.setRawMode?.(false);
    if (chunk === null) return;
    for (const key of isTerminal ? [chunk] : chunk.replace(/[\r\n]/g, "")) {
      if (key === "\u0003" || key === "\u0004") return;
      yield key === "\r" || key === "\n" ? "enter" : key;
    }
  }
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
