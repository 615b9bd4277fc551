import * as z from "zod";
import { EventId, PageId } from "./id.ts";
import { Day, Instant } from "./time.ts";

/** How the text is marked up; it decides what is words and what is markup. */
export const markups = ["plain", "markdown", "html"] as const;
export const Markup = z.enum(markups);
export type Markup = z.infer<typeof Markup>;

/** The most characters one page may hold: 16 Mi. Larger inputs are split at the door and said so. */
export const pageCharactersMax = 16 * 1024 * 1024;

/**
 * A text exactly as it was received (NT1). Every field is written once, by `page.add`; there is no command
 * that changes a page, only `page.remove`.
 */
export const Page = z.object({
  id: PageId,
  createdAt: Instant,
  eventId: EventId.nullable().default(null),
  /** Where it came from: a file name, or a title. */
  name: z.string().max(1000),
  text: z.string().max(pageCharactersMax),
  markup: Markup.default("plain"),
  /** The encoding the bytes were in, as an Encoding Standard label; the text here is decoded. */
  encoding: z.string().max(40).default("utf-8"),
  /** The day the notes were taken on; relative days count from it (RD5). */
  takenOn: Day.nullable().default(null),
});
export type Page = z.infer<typeof Page>;
