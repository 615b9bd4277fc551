import { kindKeys, type Memory, comparable } from "#domain/model/memory.ts";
import type { StepReading } from "#domain/model/proposal.ts";
import { checkBackAfter } from "#domain/model/step.ts";
import { confidenceOf } from "./confidence.ts";
import type { Known } from "./read.ts";
import { audienceOf } from "./kinds/audience.ts";
import { kindOf } from "./kinds.ts";
import type { Ready } from "./sentences.ts";
import type { Open } from "./plain.ts";
import { isYear } from "./act-day.ts";
import type { Extent } from "./extent.ts";
import { isTold, quoteOf } from "./quote.ts";
import { othersOf } from "./quote-end.ts";
import type { Setting } from "./features.ts";
import { actorOf } from "./actors.ts";
import type { Cast, Somebody } from "./cast.ts";
import { basisOf, certaintyOf, ownerOf } from "./fields.ts";
import { organizationCalled, organizationOf, withOf } from "./whom.ts";
import type { Frame } from "./frame.ts";
import { type Possible, threshold } from "./possible.ts";
import { type Sentence, overlaps, wordAt } from "./sentence.ts";
import { wordsOfStep } from "./what.ts";

/** A step read in a sentence; offsets are in the sentence's text. */
export interface StepFound {
  start: number;
  end: number;
  step: StepReading;
  open: Open;
  isMarked: boolean;
  /** Log odds, the sum of the weights of its features. */
  score: number;
  /** How often such steps are right: by the score, and by what became of others of their sort (RD6). */
  confidence: number;
  /** What the workspace's memory changed in it, as a sentence (RD6). */
  remembered: string | null;
  features: string[];
}

/**
 * The steps that a sentence holds, in order, with every field (S1 to S12). Theirs get a check-back day: the first
 * working day after the due day, or 7 days after the note where none is known.
 */
export function stepsOf(ready: Ready, possible: readonly Possible[], known: Known): StepFound[] {
  const { sentence, setting, cast } = ready;
  const steps: Possible[] = [];
  for (const one of possible) {
    if (one.score <= threshold || one.habit?.isLeft === true || isStruck(setting, one.extent)) continue;
    const before = steps.at(-1);
    // "If he finds a driver he takes it": of the two the condition is none.
    const isCondition = before !== undefined && conditional.has(wordAt(sentence, before.frame.from - 1));
    if (before !== undefined && (isCondition || heads(sentence, before, one))) {
      steps.pop();
      steps.push(one);
      continue;
    }
    if (before === undefined || !isTold(sentence, before, one.frame)) steps.push(one);
  }
  if (steps.length === 0) return [];
  const taken = new Set(steps);
  const others = othersOf(possible.filter((one) => !taken.has(one)).map(({ frame }) => frame));
  if (setting.row?.isTask === true) return readTask(ready, steps, known);
  let floor = 0;
  return steps.map((one, at) => {
    const roof = steps[at + 1]?.extent.start ?? sentence.text.length;
    const quote = quoteOf(sentence, one.frame, one.extent, { floor, roof, others });
    floor = quote.end;
    return read(sentence, setting, cast, known, one, quote);
  });
}

/** A possible step with its fields, whether it is one or not. */
export function stepAt({ sentence, setting, cast }: Ready, possible: Possible, known: Known): StepReading {
  return read(sentence, setting, cast, known, possible, possible.extent).step;
}

const conditional = new Set("if wenn falls si s' unless sofern".split(" "));

/** "Tuesday breakfast: tell everyone": an appointment with its day that only says when the act behind its colon is. */
function heads(sentence: Sentence, before: Possible, one: Possible): boolean {
  if (before.frame.manner !== "appointment" || before.extent.day === null || one.frame.subject.who !== "none")
    return false;
  return /^\s?:\s*$/u.test(sentence.text.slice(before.extent.end, one.extent.start));
}

/** A row of a status table is one step: of what its task may mean the likeliest, in all its words. */
function readTask({ sentence, setting, cast }: Ready, steps: readonly Possible[], known: Known): StepFound[] {
  const best = steps.reduce<Possible | null>(
    (one, other) => (one !== null && one.score >= other.score ? one : other),
    null,
  );
  if (best === null) return [];
  const end = sentence.text.replace(/[\s.,;:!]+$/u, "").length;
  return [read(sentence, setting, cast, known, best, { ...best.extent, start: 0, end: Math.max(1, end) })];
}

function isStruck(setting: Setting, extent: Extent): boolean {
  return setting.struck.some((range) => overlaps(range, extent.start, extent.end));
}

function read(
  sentence: Sentence,
  setting: Setting,
  cast: Cast,
  known: Known,
  possible: Possible,
  quote: Extent,
): StepFound {
  const { frame } = possible;
  const extent = { ...possible.extent, day: setting.row?.due ?? quote.day };
  const mark = setting.isFirst ? setting.marks.mark : null;
  const actor = actorOf(sentence, frame, cast);
  const isTheirs = mark === "theirs" || (setting.label ?? setting.around.section) === "theirs";
  const { owner, who } = ownerOf(sentence, frame, { cast, actor, isTheirs });
  const plainKind = (frame.verb === null ? setting.around.listed : null) ?? kindOf(sentence, frame, extent);
  const remembered = known.memory === undefined ? null : kindRemembered(sentence, possible, plainKind, known.memory);
  const kind = remembered?.kind ?? plainKind;
  const called = organizationCalled(sentence, frame, extent);
  const whom = withOf(sentence, frame, { extent, cast, kind, actor, isTurnedTo: called !== null });
  const other = whom !== null && (whom.name === who?.name || whom.isMe) ? null : whom;
  const words = sentence.text.slice(extent.start, extent.end);
  const dueOn = extent.day === null || extent.day.isAmbiguous || isYear(extent.day) ? null : extent.day.on;
  const dueEnd = dueOn === null ? null : (extent.day?.until ?? null);
  const what = wordsOfStep(sentence, frame, extent, other);
  const step: StepReading = {
    owner,
    basis: basisOf(sentence, frame, { owner, actor }),
    kind,
    what,
    who: owner === "me" ? null : nameLine(who),
    with: nameLine(other),
    organization: organizationOf(sentence, frame, { extent, people: [other, who], called }),
    audience: audienceOf(kind, words),
    dueOn,
    dueEnd,
    dueText: extent.day === null ? null : extent.day.words.trim().slice(0, 1000) || null,
    checkBackOn: owner === "them" ? checkBackAfter(dueEnd ?? dueOn, setting.around.takenOn, known.workingDays) : null,
    certainty: certaintyOf(sentence, frame, extent),
    isUrgent: setting.marks.isUrgent && setting.isFirst,
  };
  return {
    start: isHeaded(frame, quote, setting) ? -setting.head : quote.start,
    end: quote.end,
    step,
    open: { who: who?.fits ?? [], with: other?.fits ?? [] },
    isMarked: mark !== null,
    score: possible.score,
    confidence: possible.habit?.confidence ?? confidenceOf(possible.score),
    remembered: known.memory === undefined ? null : sayRemembered(sentence, step, remembered?.because, known.memory),
    features: possible.features,
  };
}

/** Another kind than the one that was read, where a person's corrections say so (RD6). */
function kindRemembered(
  sentence: Sentence,
  { frame, extent }: Possible,
  kind: StepReading["kind"],
  { kinds }: Memory,
): { kind: StepReading["kind"]; because: string } | null {
  if (kinds.size === 0) return null;
  for (const key of kindKeys({ what: wordsOfStep(sentence, frame, extent, null), kind })) {
    const found = kinds.get(key);
    if (found !== undefined) return found;
  }
  return null;
}

/** What the memory changed in a step; null where nothing. */
function sayRemembered(
  { names }: Sentence,
  { with: other, who, organization }: StepReading,
  kind: string | undefined,
  { people, organizations }: Memory,
): string | null {
  const said = new Set(kind === undefined ? [] : [kind]);
  for (const { means, name, words } of names) {
    if (name === null || (name !== other && name !== who && name !== organization)) continue;
    const meant = (means === "person" ? people : organizations).get(comparable(words));
    if (meant?.name === name) said.add(meant.because);
  }
  return said.size === 0 ? null : [...said].join("; ");
}

/** "Theo: script, half a page": the name in front belongs to the words, but not before "I'll send it". */
function isHeaded(frame: Frame, quote: Extent, { head }: Setting): boolean {
  return head > 0 && quote.start === 0 && !["me", "we", "you"].includes(frame.subject.who);
}

function nameLine(who: Somebody | null): string | null {
  const name = who?.name.trim().slice(0, 300) ?? "";
  return name === "" ? null : name;
}
