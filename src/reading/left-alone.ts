import type { Setting } from "./features.ts";
import type { Possible } from "./possible.ts";

/**
 * Why words that hold an act were not proposed as a step: they say it is done or dropped (S6), a speaker announced it (S4), it
 * is advice or a rule (S5), a question (S7), a supposition or a wish (S3), a routine of the team (S8); or nothing speaks against it, and too
 * little for it. Or a person let go of all that was like it (RD6).
 */
export const leftReasons = [
  "unsure",
  "announced",
  "advice",
  "question",
  "supposed",
  "routine",
  "done",
  "let-go",
] as const;
export type LeftReason = (typeof leftReasons)[number];

/** Words that were left alone, so that a person can look whether that was right. */
export interface LeftAlone {
  start: number;
  end: number;
  /** The page's text between the offsets. */
  quote: string;
  reason: LeftReason;
  /** What the memory says, as a sentence, where that is the reason. */
  because: string | null;
}

/** Log odds below which an act that nothing speaks against is no near miss, but mere telling. */
const nearMiss = -1.5;

/** Features that settle it, the strongest reason first. */
const reasons: readonly [LeftReason, readonly string[]][] = [
  ["done", ["retracted", "refused", "in:done", "in:parked", "day:past", "noun:past", "negated"]],
  ["routine", ["appointment:recurring"]],
  ["supposed", ["hypothetical"]],
  ["announced", ["talk:announces", "release-verb"]],
  ["advice", ["said:you", "said:always", "said:if-you", "quoted", "bare:you", "bare:talk", "title-case"]],
  ["question", ["question"]],
  ["supposed", ["in-condition", "said:if"]],
];

/** Why a sentence without a step has none, from what speaks against the likeliest of its possible steps; null where it holds no act. */
export function whyLeft(setting: Setting, possible: readonly Possible[]): LeftReason | null {
  if (setting.marks.isTicked || setting.block.box === "ticked") return "done";
  if (setting.around.isLabel) return null;
  let best: Possible | undefined;
  for (const one of possible) if (mayBeAct(one) && (best === undefined || one.score > best.score)) best = one;
  if (best === undefined) return null;
  const { features, frame, score } = best;
  if (setting.struck.length > 0 && score > 0) return "done";
  // What somebody else did or does is telling, whatever else the words say.
  const isAct = frame.manner !== "present" || frame.subject.who === "none";
  const against = reasons.find(([, names]) => names.some((name) => features.includes(name)));
  if (against !== undefined && (isAct || against[0] === "announced") && score > farMiss) return against[0];
  return score > nearMiss ? "unsure" : null;
}

/** Any few words may be a thing to do; those that nothing marks, lists or dates are mere words. */
function mayBeAct({ features }: Possible): boolean {
  return !features.includes("noun:loose") || telling.some((name) => features.includes(name));
}

const telling = ["noun:dated", "noun:deadline", "noun:receiver"];

/** Below this not even the reason is worth a look. */
const farMiss = -6;
