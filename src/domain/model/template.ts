import * as z from "zod";
import { Line } from "./text.ts";

/** The languages that drafts are written in, as BCP 47 tags. */
export const draftLanguages = ["en", "de", "fr", "es"] as const;
export const DraftLanguage = z.enum(draftLanguages);
export type DraftLanguage = z.infer<typeof DraftLanguage>;

/** What a draft is for: a kind of step of mine; or theirs, which they promised (`ask-again`) or were asked for (`remind`); or a need made known for the first time, what I look for (`seek`) or can give (`offer`). */
export const draftPurposes = [
  "email",
  "message",
  "call",
  "meet",
  "introduce",
  "share",
  "ask-again",
  "remind",
  "seek",
  "offer",
] as const;
export const DraftPurpose = z.enum(draftPurposes);
export type DraftPurpose = z.infer<typeof DraftPurpose>;

/**
 * Plain text with fields: `{name}` is what the field says; a part in square brackets is left out where a field in it says nothing, and
 * may hold further ones. Everything else stands as it is.
 */
export const Template = z.object({
  purpose: DraftPurpose,
  language: DraftLanguage,
  subject: Line,
  text: z.string().trim().min(1).max(10_000),
});
export type Template = z.infer<typeof Template>;

/** One for each purpose and language. */
export const templatesMax = draftPurposes.length * draftLanguages.length;

/** What a field may say: the writer's first name, theirs, the event, the session, the words of the note, both calls to action, what is written about a need. */
export const templateFields = [
  "me",
  "first",
  "event",
  "session",
  "said",
  "what",
  "due",
  "ask",
  "askBy",
  "about",
] as const;
export type TemplateFields = Record<(typeof templateFields)[number], string | null>;

/** A template with its fields filled in, in one pass. Lines that fall away leave no more than one empty line between paragraphs. */
export function filled(text: string, fields: TemplateFields): string {
  const parts: Part[] = [{ words: "", isLacking: false }];
  for (const token of text.match(tokens) ?? []) {
    const part = parts.at(-1);
    if (part === undefined) break; // the outermost is never taken off
    if (token === "[") parts.push({ words: "", isLacking: false });
    else if (token === "]" && parts.length > 1) {
      parts.pop();
      const outer = parts.at(-1);
      if (outer !== undefined && !part.isLacking) outer.words += part.words;
    } else {
      const name = templateFields.find((field) => token === `{${field}}`);
      const value = name === undefined ? token : fields[name];
      part.words += value ?? "";
      if (value === null) part.isLacking = true;
    }
  }
  // A bracket that is never closed is a bracket.
  return parts
    .map(({ words }) => words)
    .join("[")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

interface Part {
  words: string;
  isLacking: boolean;
}

/** A bracket, a word in braces, or what lies between. */
const tokens = /[[\]]|\{\w{1,20}\}|[^[\]{]+|\{/g;
