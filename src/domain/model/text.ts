import * as z from "zod";

/** One line of a person's words: a title, a name. Trimmed, not empty. The limit keeps rows small enough to sync. */
export const Line = z.string().trim().min(1).max(1000);

/** A name of a person, organization or thing as people write it. */
export const Name = z.string().trim().min(1).max(300);

/** A paragraph or more that a person wrote about something, up to 20,000 characters. May be empty. */
export const Prose = z.string().max(20_000);

/** A half-open character range of a page: UTF-16 code units, `start` included, `end` not. */
export const Range = z
  .object({ start: z.int().min(0), end: z.int().min(0) })
  .refine((range) => range.start < range.end, { error: "must end after it starts" });
export type Range = z.infer<typeof Range>;

/** The words that a thing was read from: NT3's way back to the page. `quote === page.text.slice(start, end)`. */
export const Quote = z.object({ start: z.int().min(0), end: z.int().min(1), quote: z.string().min(1) });
export type Quote = z.infer<typeof Quote>;
