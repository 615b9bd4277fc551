import type { Surroundings } from "./surroundings.ts";

/** What a passage says by itself, before its neighbours are asked. */
export interface Told {
  around: Pick<Surroundings, "group" | "isLabel" | "isTalk" | "session" | "heading">;
  /** The highest sum of its possible steps; null where none is possible. */
  best: number | null;
  /** By its form it may be an errand: a bare act, a thing with its day or receiver. */
  isErrand: boolean;
  /** It says that something is done, dropped or past. */
  isOff: boolean;
  /** How many tokens it has. */
  length: number;
}

/** A sum at which a passage is sure enough to speak for its neighbours. */
const sure = 0.8;
/** A sum at which it may well be a step. */
const likely = -0.8;

/** How many passages before and after count as near. */
const reach = 4;

/**
 * What stands around each passage of a page, as names of features: its neighbours, its group (what stands under one
 * heading or between blank lines), its page. Linear in the passages.
 * It is said of a passage, by its place, when it is asked for: most hold no act that it could speak for.
 */
export function contextsOf(told: readonly Told[]): (at: number) => string[] {
  const groups = groupsOf(told);
  const page = tallyOf(told);
  return (at) => {
    const one = told[at];
    if (one === undefined) return [];
    // A line or two captured on the spot have nothing around them.
    if (page.passages <= 3) return ["page:alone", ...placeOf(one)];
    const group = groups.get(one.around.group) ?? none;
    return [...besides(told, at), ...inGroup(group, one), ...onPage(page, one, at), ...placeOf(one)];
  };
}

interface Tally {
  passages: number;
  steps: number;
  maybes: number;
  off: number;
  errands: number;
  short: number;
}

const none: Tally = { passages: 0, steps: 0, maybes: 0, off: 0, errands: 0, short: 0 };

const isStep = ({ best }: Told): boolean => best !== null && best > sure;
const isMaybe = ({ best }: Told): boolean => best !== null && best > likely;

function groupsOf(told: readonly Told[]): Map<number, Tally> {
  const groups = new Map<number, Told[]>();
  for (const one of told) {
    if (one.around.isLabel) continue;
    const group = groups.get(one.around.group);
    if (group === undefined) groups.set(one.around.group, [one]);
    else group.push(one);
  }
  return new Map([...groups].map(([group, members]) => [group, tallyOf(members)]));
}

function tallyOf(told: readonly Told[]): Tally {
  const tally = { ...none };
  for (const one of told) {
    if (one.around.isLabel) continue;
    tally.passages += 1;
    if (isStep(one)) tally.steps += 1;
    if (isMaybe(one)) tally.maybes += 1;
    if (one.isOff) tally.off += 1;
    if (one.isErrand) tally.errands += 1;
    if (one.length <= 6) tally.short += 1;
  }
  return tally;
}

/** The passages right before and after, in the same group, and how many near by are steps. */
function besides(told: readonly Told[], at: number): string[] {
  const features: string[] = [];
  const own = told[at]?.around.group;
  const say = (place: string, other: Told | undefined): void => {
    if (other === undefined || other.around.group !== own || other.around.isLabel) features.push(`${place}:edge`);
    else if (other.isOff) features.push(`${place}:off`);
    else if (isStep(other)) features.push(`${place}:step`);
    else if (isMaybe(other)) features.push(`${place}:maybe`);
    else features.push(`${place}:none`);
  };
  say("prev", told[at - 1]);
  say("next", told[at + 1]);
  let steps = 0;
  let off = 0;
  for (let other = Math.max(0, at - reach); other <= Math.min(told.length - 1, at + reach); other += 1) {
    const one = told[other];
    if (other === at || one === undefined || one.around.isLabel) continue;
    if (isStep(one)) steps += 1;
    if (one.isOff) off += 1;
  }
  if (steps >= 1) features.push("near:step");
  if (steps >= 2) features.push("near:two");
  if (steps >= 4) features.push("near:steps");
  if (off >= 1) features.push("near:off");
  return features;
}

/** How many of its group are steps, not counting itself, and whether it is a list of short things. */
function inGroup(group: Tally, one: Told): string[] {
  const features: string[] = [];
  const others = group.passages - 1;
  if (others <= 0) return ["group:alone"];
  const share = (group.steps - Number(isStep(one))) / others;
  const maybes = (group.maybes - Number(isMaybe(one))) / others;
  if (share === 0) features.push("group:none");
  else if (share > 0.5) features.push("group:dense");
  else if (share > 0.25) features.push("group:some");
  if (maybes > 0.5) features.push("group:maybes");
  if (group.off - Number(one.isOff) > 0) features.push("group:off");
  const short = group.short / group.passages;
  if (others >= 2 && short > 0.6) features.push("group:short");
  const errands = (group.errands - Number(one.isErrand)) / others;
  if (errands === 0) features.push("group:chores-none");
  else features.push(errands > 0.5 ? "group:chores-most" : errands > 0.25 ? "group:chores-many" : "group:chores-few");
  // A list of short things, some of them errands and some crossed off, is what is still to do.
  if (others >= 3 && short > 0.6 && errands > 0.2 && group.off > 0) features.push("group:list-off");
  return features;
}

function placeOf({ around }: Told): string[] {
  const features: string[] = [];
  if (around.isTalk) features.push("talk");
  if (around.session !== null) features.push("session");
  if (around.heading === null) features.push("unheaded");
  return features;
}

function onPage(page: Tally, one: Told, at: number): string[] {
  const others = page.passages - 1;
  const share = (page.steps - Number(isStep(one))) / Math.max(1, others);
  const features: string[] = [];
  if (at > page.passages * 0.75) features.push("page:end");
  if (page.short / page.passages > 0.7) features.push("page:short");
  if (share === 0) features.push("page:none");
  else if (share > 0.2) features.push("page:dense");
  else if (share > 0.05) features.push("page:some");
  return features;
}
