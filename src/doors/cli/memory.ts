import { sayDay, shortened } from "#domain/model/say.ts";
import { Refusal } from "#domain/refusal.ts";
import { memory, memoryNouns, type MemoryShown } from "#questions/memory.ts";
import type { Desk } from "./desk.ts";
import { didYouMean } from "../nearest.ts";
import { type Paint, paintFor } from "./paint.ts";
import { print, said, type Said } from "./print.ts";
import { ref, severalFit } from "./ref.ts";
import { printable } from "./wrap.ts";

type Learned = MemoryShown["learned"][number];

const headings: Record<Learned["about"], string> = {
  person: "Names",
  organization: "Organizations",
  colleague: "Colleagues",
  nobody: "No names",
  "passed-over": "No names",
  kind: "Kinds",
  habit: "What you let go, and what you accept",
};

/** Answers that are named behind each thing; more are counted. */
const groundsShown = 3;

/** What was learned from answers (RD6); `forget` leaves one thing out, `remember` takes it back in. */
export async function memoryCommand(desk: Desk, words: readonly string[], options: Said): Promise<void> {
  const [act, ...rest] = words;
  if (act !== undefined) return change(desk, act, rest.join(" ").trim(), options);
  const shown = memory(await desk.replica(memoryNouns));
  const paint = paintFor(desk.world);
  print(desk, options, shown, () => {
    const lines = sections(shown.learned, paint);
    if (shown.forgotten.length > 0) {
      lines.push("", paint.accent('Forgotten ("upshot memory remember ..." takes one back)'));
      lines.push(...shown.forgotten.map(({ key }) => `  ${printable(key)}`));
    }
    const [first] = shown.learned;
    if (first === undefined)
      lines.unshift("Nothing is remembered yet. It is learned from what you correct and let go in upshot review.");
    else lines.push("", paint.soft(`To leave one out: upshot memory forget "${printable(first.key)}"`));
    return lines;
  });
}

function sections(learned: readonly Learned[], paint: Paint): string[] {
  const byHeading = Map.groupBy(learned, ({ about }) => headings[about]);
  const inOrder = [...new Set(Object.values(headings))].flatMap((heading) => {
    const own = byHeading.get(heading);
    return own === undefined ? [] : [[heading, own] as const];
  });
  return inOrder.flatMap(([heading, own], at) => [
    ...(at === 0 ? [] : [""]),
    paint.accent(heading),
    ...own.flatMap((one) => [
      `  ${printable(one.says)}  ${paint.soft(`[${printable(one.key)}]`)}`,
      ...groundLines(one, paint),
    ]),
  ]);
}

/** The answers it rests on, the newest first; "upshot show" goes from each to the words. */
function groundLines({ from }: Learned, paint: Paint): string[] {
  const newest = from.toReversed();
  const lines = newest.slice(0, groundsShown).map(({ proposalId, reading, on }) => {
    const when = on === null ? "" : `, ${sayDay(on)} ${on.slice(0, 4)}`;
    return paint.soft(`    ${ref(proposalId)}  ${printable(shortened(reading, 100))}${when}`);
  });
  const more = newest.length - lines.length;
  return more > 0 ? [...lines, paint.soft(`    and ${more} more`)] : lines;
}

async function change(desk: Desk, act: string, given: string, options: Said): Promise<void> {
  if (act !== "forget" && act !== "remember")
    throw new Refusal(
      "invalid",
      `"${act}" is nothing to do with the memory.${didYouMean(act, ["forget", "remember"])} Say forget or remember.`,
    );
  const shown = memory(await desk.replica(memoryNouns));
  const one = named(act === "forget" ? shown.learned : shown.forgotten, given, act);
  const { result } = await desk.run(act === "forget" ? "memory.forget" : "memory.remember", { key: one.key });
  const words = act === "forget" ? `Forgotten: ${one.says}.` : `Remembered again: ${one.says}.`;
  said(desk, options, result ?? { key: one.key }, words);
}

/** The one thing a person means: its whole key, else the words in it. */
function named(all: readonly Learned[], given: string, act: string): Learned {
  const words = given.toLowerCase();
  if (words === "")
    throw new Refusal("invalid", `Say what to ${act}: upshot memory ${act} "name ana". "upshot memory" lists all.`);
  const exact = all.filter(({ key }) => key === words);
  const found = exact.length > 0 ? exact : all.filter(({ key }) => ` ${key} `.includes(` ${words} `));
  const [only, second] = found;
  if (only === undefined)
    throw new Refusal(
      "not-found",
      `Nothing ${act === "forget" ? "is remembered" : "was forgotten"} as "${given}". "upshot memory" lists all.`,
    );
  if (second !== undefined)
    throw severalFit(
      given,
      found.map(({ key }) => `"${key}"`),
    );
  return only;
}
