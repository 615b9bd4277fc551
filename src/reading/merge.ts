import type { PersonReading, ProposalDraft, StepReading } from "#domain/model/proposal.ts";
import { verbsOf } from "./acts.ts";

/** A proposal with the page it was read on. */
export interface Placed {
  page: number;
  draft: ProposalDraft;
}

/**
 * Merges the mentions of a person or organization: one proposal stands at the first mention, the others are its
 * repeats. Met once is met; what one mention leaves out (organization, role, address) another fills in.
 */
export function mergeMentions(placed: readonly Placed[]): Placed[] {
  const first = new Map<string, Placed>();
  const result: Placed[] = [];
  for (const one of placed) {
    const name = one.draft.person?.name ?? one.draft.organization?.name;
    if (name === undefined) {
      result.push(one);
      continue;
    }
    const key = `${one.draft.means} ${name.toLowerCase()}`;
    const before = first.get(key);
    if (before === undefined) {
      const draft: ProposalDraft = { ...one.draft, repeats: [...one.draft.repeats] };
      if (draft.person !== null) draft.person = { ...draft.person };
      if (draft.organization !== null) draft.organization = { ...draft.organization };
      const mine = { page: one.page, draft };
      first.set(key, mine);
      result.push(mine);
      continue;
    }
    fill(before, one);
  }
  for (const { draft } of first.values()) if (draft.person !== null) draft.reading = personInWords(draft.person);
  return result;
}

function fill({ page: firstPage, draft: before }: Placed, { page, draft }: Placed): void {
  const { person, organization } = draft;
  const isElsewhere = page !== firstPage || before.start !== draft.start || before.end !== draft.end;
  if (before.repeats.length < 500 && isElsewhere) {
    before.repeats.push({ page, start: draft.start, end: draft.end, quote: draft.quote });
  }
  before.repeats.push(...draft.repeats.slice(0, 500 - before.repeats.length));
  if (before.person !== null && person !== null) {
    before.person.met ||= person.met;
    before.person.organization ??= person.organization;
    before.person.role ??= person.role;
    before.person.email ??= person.email;
    before.person.phone ??= person.phone;
    before.person.known ??= person.known;
  }
  if (before.organization !== null && organization !== null) before.organization.relation ??= organization.relation;
  before.confidence = Math.max(before.confidence, draft.confidence);
}

/** The plain reading of a person: "Met: Ana Ruiz, Contoso". */
export function personInWords(person: PersonReading): string {
  const from = person.organization === null ? "" : `, ${person.organization}`;
  return `${person.met ? "Met" : "Mentioned"}: ${person.name}${from}`;
}

/** Words too common to tell two steps apart. */
const small = new Set(
  "the a an to of for with on in at by from my our his her its their and or then that this it up out re about some me him them us will be der die das ein eine den dem und mit für an zu le la les un une des de du et à pour avec el los las una y con para por".split(
    " ",
  ),
);

/**
 * Merges steps that were said again (S10): the same owner; the other side and the day the same, or open in one of them; and
 * mostly the same words, or one the short form of the other. The first stays, the others become its repeats, in page order; what
 * the first left open (day, other side) is filled from them. Quotes are kept, of one step up to 500.
 */
export function mergeRepeats(placed: readonly Placed[]): Placed[] {
  const pages = Map.groupBy(placed, ({ page }) => page);
  return mergeSteps(
    [...pages.values()].flatMap((list) => mergeSteps(list, () => true)),
    (one, other) => one.page !== other.page,
  );
}

function mergeSteps(placed: readonly Placed[], mayBeSame: (one: Placed, other: Placed) => boolean): Placed[] {
  const kept: { at: Placed; words: ReadonlySet<string> }[] = [];
  const byWord = new Map<string, number[]>();
  const result: Placed[] = [];
  for (const one of placed) {
    const { step } = one.draft;
    if (step === null) {
      result.push(one);
      continue;
    }
    const words = contentWords(step.what, [step.who, step.with]);
    const first = sameIn(kept, byWord, one, words, mayBeSame);
    if (first !== null) {
      join(first.draft, one);
      continue;
    }
    const mine: Placed = {
      page: one.page,
      draft: { ...one.draft, repeats: [...one.draft.repeats], step: { ...step } },
    };
    const index = kept.push({ at: mine, words }) - 1;
    for (const word of words) {
      const list = byWord.get(word);
      // A word in more than 50 steps tells nothing; the bound keeps the cost linear.
      if (list === undefined) byWord.set(word, [index]);
      else if (list.length < 50) list.push(index);
    }
    result.push(mine);
  }
  return result;
}

/** The first of the steps so far that a step says again, or null. */
function sameIn(
  kept: readonly { at: Placed; words: ReadonlySet<string> }[],
  byWord: ReadonlyMap<string, readonly number[]>,
  one: Placed,
  words: ReadonlySet<string>,
  mayBeSame: (one: Placed, other: Placed) => boolean,
): Placed | null {
  const seen = new Set<number>();
  for (const word of words) for (const index of byWord.get(word) ?? []) seen.add(index);
  for (const index of seen) {
    const other = kept[index];
    if (other !== undefined && mayBeSame(other.at, one) && isSame(other.at.draft, other.words, one.draft, words))
      return other.at;
  }
  return null;
}

function join(first: ProposalDraft, again: Placed): void {
  const { draft } = again;
  if (first.repeats.length < 500) {
    first.repeats.push({ page: again.page, start: draft.start, end: draft.end, quote: draft.quote });
    first.repeats.push(...draft.repeats.slice(0, 500 - first.repeats.length));
  }
  if (first.step !== null && draft.step !== null) {
    if (first.step.dueOn === null && draft.step.dueOn !== null) {
      first.step.dueOn = draft.step.dueOn;
      first.step.dueEnd = draft.step.dueEnd;
      first.step.dueText = draft.step.dueText;
    }
    first.step.with ??= draft.step.with;
    first.step.organization ??= draft.step.organization;
    first.step.isUrgent ||= draft.step.isUrgent;
  }
  first.isMarked ||= draft.isMarked;
  first.confidence = Math.max(first.confidence, draft.confidence);
}

function isSame(
  one: ProposalDraft,
  words: ReadonlySet<string>,
  other: ProposalDraft,
  others: ReadonlySet<string>,
): boolean {
  const first = one.step;
  const second = other.step;
  if (first === null || second === null || first.owner !== second.owner) return false;
  if (!mayBeOne(first.who, second.who) || !mayBeOne(first.with, second.with) || !mayMeet(first, second)) return false;
  // "ask Contoso for a key", "ask Fabrikam for a key".
  const isOfNobody = [first.who, first.with, second.who, second.with].every((name) => name === null);
  if (isOfNobody && !mayBeOne(first.organization, second.organization)) return false;
  let shared = 0;
  let telling = 0;
  for (const word of words) {
    if (!others.has(word)) continue;
    shared += 1;
    if (!plainActs.has(word)) telling += 1;
  }
  const least = Math.min(words.size, others.size);
  const most = Math.max(words.size, others.size);
  const sameSide = first.with !== null && first.with === second.with;
  // "Call Ana" and "ring Ana": nothing but the act and whom it is turned to.
  if (telling === 0) return sameSide && first.kind === second.kind && isBare(words) && isBare(others);
  // A thing without a verb ("Fuel money") says nothing of the kind of act.
  const isThing = !startsWithVerb(first.what) || !startsWithVerb(second.what);
  if (first.kind !== second.kind && !isThing) return least >= 2 && shared / most > 0.74;
  if (sameSide) return shared / least > 0.5;
  const sameOwnerAndDay =
    first.who !== null && first.who === second.who && first.dueOn !== null && first.dueOn === second.dueOn;
  if (sameOwnerAndDay) return shared / least >= 0.5;
  return least >= 2 && shared >= 2 && shared / least > 0.65 && shared / most > 0.34;
}

/** Nobody, the same name, or one a part of the other ("Dagny" and "Dagny Holm"). */
function mayBeOne(one: string | null, other: string | null): boolean {
  if (one === null || other === null || one === other) return true;
  const few = one.toLowerCase().split(/\s+/u);
  const many = other.toLowerCase().split(/\s+/u);
  return few.every((word) => many.includes(word)) || many.every((word) => few.includes(word));
}

/** Whether two steps may be due on the same day: one of them says none, or their days overlap. */
function mayMeet(one: StepReading, other: StepReading): boolean {
  if (one.dueOn === null || other.dueOn === null) return true;
  return one.dueOn <= (other.dueEnd ?? other.dueOn) && other.dueOn <= (one.dueEnd ?? one.dueOn);
}

function startsWithVerb(what: string): boolean {
  return verbsOf(/^[\p{L}'-]+/u.exec(what)?.[0].toLowerCase() ?? "").length > 0;
}

function isBare(words: ReadonlySet<string>): boolean {
  return [...words].every((word) => plainActs.has(word));
}

/** Stems of acts that are said of anything: they tell no two steps apart. */
const plainActs = new Set(
  "send sendi email mail call ring write ask tell get make do give check look share talk meet see take put try bring find reply answe follo contac conta ping chase schick schre anruf fragen frage envoy appel rappe deman envia llama pregu".split(
    " ",
  ),
);

/** Words that tell an act apart, cut to their stem; people are compared by name. */
function contentWords(what: string, names: readonly (string | null)[]): ReadonlySet<string> {
  const out = new Set<string>();
  const named = new Set(names.flatMap((name) => (name ?? "").toLowerCase().split(/\s+/u)));
  for (const word of what.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (small.has(word) || named.has(word)) continue;
    out.add(word.length > 5 ? word.slice(0, 5) : word.replace(/s$/u, ""));
  }
  return out;
}
