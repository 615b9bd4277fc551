import type { Example } from "#reading/fit.ts";
import { wordAs } from "#reading/lexical.ts";
import type { Ready } from "#reading/sentences.ts";
import type { Possible } from "#reading/possible.ts";
import type { PassageRead } from "./candidates.ts";

/** The reader's features, and the words of the act: its verb and that word's ending, its last word, first two, those around it, all of them. */
export function describeWithWords({ frame, extent, features }: Possible, { sentence }: Ready): string[] {
  const words: string[] = [];
  let last = frame.verbAt;
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    const token = sentence.tokens[at];
    if (token === undefined || token.start < extent.start || token.end > extent.end) continue;
    const word = wordAs(sentence, at);
    words.push(`word ${word}`);
    if (token.kind === "word") last = at;
  }
  const verb = frame.verb?.lemma ?? wordAs(sentence, frame.verbAt);
  const manner = features[1] ?? "";
  return [
    ...new Set([
      ...features,
      ...words,
      `verb ${verb}`,
      `verb ${verb} ${manner}`,
      `ending ${wordAs(sentence, frame.verbAt).slice(-3)}`,
      `object ${wordAs(sentence, frame.verbAt + 1)}`,
      `last ${wordAs(sentence, last)}`,
      `last ending ${wordAs(sentence, last).slice(-3)}`,
      `first ${wordAs(sentence, 0)}`,
      `first two ${wordAs(sentence, 0)} ${wordAs(sentence, 1)}`,
      `before ${wordAs(sentence, frame.from - 1)}`,
      `two before ${wordAs(sentence, frame.from - 2)} ${wordAs(sentence, frame.from - 1)}`,
    ]),
  ];
}

/** A passage by its words and what stands around it, without the reader's grammar. */
export function describePassage({ ready }: PassageRead, neighbours: readonly (PassageRead | undefined)[]): string[] {
  const { sentence, setting } = ready;
  const features = ["bias"];
  for (let at = -1; at < sentence.tokens.length; at += 1) {
    if (at >= 0) features.push(`word ${wordAs(sentence, at)}`);
    features.push(`pair ${wordAs(sentence, at)} ${wordAs(sentence, at + 1)}`);
  }
  const { around, block, genre, marks } = setting;
  features.push(
    `first ${wordAs(sentence, 0)}`,
    `block ${block.kind}`,
    `box ${block.box ?? "none"}`,
    `section ${setting.label ?? around.section ?? "none"}`,
    `mark ${setting.isFirst ? (marks.mark ?? "none") : "later"}`,
    `talk ${around.isTalk}`,
    `minutes ${genre.isMinutes}`,
    `length ${Math.min(5, Math.floor(Math.log2(1 + sentence.tokens.length)))}`,
    `day ${sentence.days().some(({ sense }) => sense !== "past")}`,
    `label ${around.isLabel}`,
  );
  for (const other of neighbours) if (other !== undefined) features.push(`near ${wordAs(other.ready.sentence, 0)}`);
  return [...new Set(features)];
}

/** Leaves out words seen fewer than three times: they say more about a page than about steps. */
export function withoutRare(examples: readonly Example[]): Example[] {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return examples.map((example) => ({
    ...example,
    features: example.features.filter((feature) => (counts.get(feature) ?? 0) >= 3),
  }));
}
