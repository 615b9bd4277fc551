import { limits } from "#formats/file.ts";
import { Refusal } from "#domain/refusal.ts";
import { note } from "./print.ts";
import type { World } from "./world.ts";

/** The name under which pages from standard input are kept. */
export const pastedName = "pasted";

/** Everything on standard input ("-"), to its end; at a terminal it says how to end it. */
export async function readAll(world: World): Promise<Uint8Array> {
  if (world.in.isTTY === true) note(world, "Paste or type; Ctrl-D on a line of its own ends it.");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of world.in) {
    const bytes = Buffer.from(chunk as string | Buffer); // what streams of text and bytes give
    size += bytes.length;
    if (size > limits.fileBytesMax)
      throw new Refusal(
        "too-large",
        `Standard input holds more than ${limits.fileBytesMax >> 20} MiB. Give files instead.`,
      );
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
