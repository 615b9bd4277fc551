import type { ProposalDraft } from "#domain/model/proposal.ts";
import type { Placed } from "./merge.ts";
import { personInWords } from "./merge.ts";
import { folded } from "./names/folding.ts";
import { flag, lexicon } from "./names/lexicon.ts";

/**
 * Gives those whom nobody knows the whole name that the notes give them elsewhere, on another page or further down: "Cedric" and
 * "Herr Obi" are Cedric Obi, where nobody else of these notes has the name. A word that two have stays as it is written.
 * Steps are given the same name for whom they concern. Drafts that change are new ones; cost is linear.
 */
export function withFullNames(placed: readonly Placed[]): Placed[] {
  const full = fullNames(placed);
  if (full.size === 0) return [...placed];
  const changed = new Map<string, string>();
  for (const { draft } of placed) {
    const name = draft.person?.name;
    if (name === undefined || draft.person?.known !== null || changed.has(name)) continue;
    const word = singleWord(name);
    const whole = word === null ? undefined : full.get(word);
    if (whole !== undefined && whole !== null && whole !== name) changed.set(name, whole);
  }
  if (changed.size === 0) return [...placed];
  return placed.map((one) => ({ page: one.page, draft: renamed(one.draft, changed) }));
}

/** Given and family names of those named in full, with the whole name; null where two have it. */
function fullNames(placed: readonly Placed[]): Map<string, string | null> {
  const full = new Map<string, string | null>();
  const put = (word: string, name: string): void => {
    const before = full.get(word);
    full.set(word, before === undefined || before === name ? name : null);
  };
  for (const { draft } of placed) {
    const name = draft.person?.name;
    if (name === undefined) continue;
    const words = wordsOf(name);
    const [first] = words;
    const last = words.at(-1);
    if (first === undefined || last === undefined || words.length < 2 || first.length < 2) continue;
    put(first, name);
    put(last, name);
  }
  return full;
}

/** The one word of a name without titles and particles; null for a whole name. */
function singleWord(name: string): string | null {
  const words = wordsOf(name).filter((word) => ((lexicon().get(word) ?? 0) & flag.particle) === 0);
  return words.length === 1 ? (words[0] ?? null) : null;
}

function wordsOf(name: string): string[] {
  return name
    .split(/\s+/u)
    .map((word) => folded(word.replace(/\.$/u, "")))
    .filter((word) => word !== "" && ((lexicon().get(word) ?? 0) & flag.title) === 0);
}

function renamed(draft: ProposalDraft, changed: ReadonlyMap<string, string>): ProposalDraft {
  const { person, step } = draft;
  if (person !== null) {
    const name = changed.get(person.name);
    return name === undefined
      ? draft
      : { ...draft, person: { ...person, name }, reading: personInWords({ ...person, name }) };
  }
  if (step === null) return draft;
  const who = step.who === null ? undefined : changed.get(step.who);
  const other = step.with === null ? undefined : changed.get(step.with);
  if (who === undefined && other === undefined) return draft;
  const said = (text: string): string => inFull(inFull(text, step.who, who), step.with, other);
  const what = said(step.what).slice(0, 1000);
  const whole = { ...step, what, who: who ?? step.who, with: other ?? step.with };
  return { ...draft, step: whole, reading: said(draft.reading).slice(0, 990) };
}

const letter = /\p{L}/u;

/** Words with a name in full wherever it stands alone, and not inside another word. */
function inFull(text: string, name: string | null, full: string | undefined): string {
  if (name === null || full === undefined) return text;
  let out = "";
  let from = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const isInside = letter.test(text.charAt(at - 1)) || letter.test(text.charAt(at + name.length));
    if (isInside) continue;
    out += text.slice(from, at) + full;
    from = at + name.length;
  }
  return out + text.slice(from);
}
