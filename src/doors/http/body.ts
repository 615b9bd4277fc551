import type { Context } from "hono";
import { Refusal } from "#domain/refusal.ts";

/**
 * The largest message, in bytes: a push of one page of the largest size (16 Mi characters) with its passages. Devices push some
 * 2 MB at a time; only one large command makes more.
 */
export const bodyBytesMax = 64 * 1024 * 1024;

/** What a request brings, read as JSON. Refuses `invalid` what is none, and `too-large`, before it is read, what is over the limit. */
export async function jsonOf(c: Context, bytesMax: number): Promise<unknown> {
  const bytes = await bytesOf(c, bytesMax).catch((error: unknown) => {
    if (error instanceof Refusal) throw error;
    throw new Refusal("invalid", "The message broke off."); // and nobody is there to read this
  });
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // The parser's own words quote what it read.
    throw new Refusal("invalid", "The message is no JSON in UTF-8.");
  }
}

async function bytesOf(c: Context, bytesMax: number): Promise<Uint8Array> {
  const said = c.req.header("content-length");
  if (said !== undefined && c.req.header("transfer-encoding") === undefined) {
    // Node reads no more of a body than its header says.
    if (!(Number(said) <= bytesMax)) throw tooLarge(bytesMax);
    return new Uint8Array(await c.req.arrayBuffer());
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of c.req.raw.body ?? []) {
    length += part.length;
    if (length > bytesMax) throw tooLarge(bytesMax);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tooLarge(bytesMax: number): Refusal {
  return new Refusal(
    "too-large",
    `This is larger than the ${Math.floor(bytesMax / 1_000_000)} MB that Upshot takes at once. Bring it in smaller parts.`,
  );
}
