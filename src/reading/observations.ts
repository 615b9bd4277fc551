import type { ObservationKind } from "#domain/model/note.ts";
import type { Setting } from "./features.ts";
import type { Known } from "./read.ts";
import type { Sentence } from "./sentence.ts";

/** What a sentence is worth keeping as, when it is no step; null for most. Conservative: a real cue is needed. */
export function observationOf(
  sentence: Sentence,
  setting: Setting,
  _known: Known,
): { kind: ObservationKind; confidence: number } | null {
  if (setting.block.kind === "heading" || setting.block.kind === "code" || sentence.tokens.length < 2) return null;
  const section = setting.label ?? setting.around.section;
  if (
    section === "broken" ||
    section === "working" ||
    section === "competitor" ||
    section === "partner" ||
    section === "market" ||
    section === "technology"
  ) {
    return { kind: section, confidence: 0.85 };
  }
  if (section === "ideas") return { kind: "idea", confidence: 0.85 };
  if (section === "learned") return { kind: "learned", confidence: 0.7 };
  return null;
}
