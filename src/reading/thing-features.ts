import type { Cue } from "./cues.ts";
import type { Extent } from "./extent.ts";
import type { Setting } from "./features.ts";
import type { Sentence } from "./sentence.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Token } from "./tokens.ts";
import { beWords } from "./words.ts";

/** Takes the name of a feature and whether it holds. */
export type Add = (name: string, holds: boolean) => void;

/** A thing without a verb: listed or marked it is a step, alone it needs a day or somebody it goes to. */
export function addThing(add: Add, sentence: Sentence, extent: Extent, setting: Setting, cues: readonly Cue[]): void {
  const section = sectionOfSetting(setting);
  const isListed = section === "steps" || section === "look";
  const isLoose = !isListed && setting.marks.mark === null;
  add(isListed ? "noun:listed" : isLoose ? "noun:loose" : "noun:marked", true);
  // One's own list says of what is not crossed off that it is to do; minutes list topics too.
  const isOff = (["past", "perfect", "retracted", "refused", "recurring"] as const).some((cue) => cues.includes(cue));
  add("noun:own", section === "steps" && !setting.genre.isMinutes && !isOff && sentence.tokens.length <= ownMax);
  add("noun:deadline", extent.day?.sense === "by");
  add("noun:dated", extent.day !== null && extent.day.sense !== "by" && extent.day.on !== null);
  const person = sentence.names.find((name) => name.means === "person" && name.start > 3);
  add("noun:receiver", person !== undefined && receiving.test(sentence.text.slice(0, person.start)));
  add("noun:short", sentence.tokens.length <= 4);
  const isSaid = sentence.tokens.some((token) => saidPronouns.has(token.lower));
  const isVerbal = sentence.tokens.some(isFinite);
  add("noun:due", cues.includes("due"));
  add("noun:said", isSaid);
  add("noun:verb", isVerbal);
  add("loose:said", isLoose && isSaid);
  add("loose:verb", isLoose && isVerbal);
  for (const cue of ["clock", "text", "maybe", "past"] as const) if (cues.includes(cue)) add(`noun:${cue}`, true);
  add("loose:past", isLoose && cues.includes("perfect"));
  add("first-block", setting.isTop && setting.marks.mark === null);
  add("noun:told", isToldThing(sentence));
  add("noun:thanks", thanks.test(sentence.text));
  add("noun:meeting", person === undefined && meetings.test(sentence.text));
}

/** "Moen voted with the losers", "she wrote a script": somebody, and right behind what they did. */
function isToldThing({ tokens, nameOf }: Sentence): boolean {
  for (let at = 1; at < tokens.length; at += 1) {
    const before = tokens[at - 1];
    const token = tokens[at];
    if (before?.kind !== "word" || token?.kind !== "word" || !saysPast(token)) continue;
    if ((nameOf[at - 1] ?? null) !== null || actors.has(before.lower) || /[^s]s$/u.test(before.lower)) return true;
  }
  return false;
}

function saysPast({ lower, spelling }: Token): boolean {
  if (lower.endsWith("ed") && /\p{L}{2}ed$/u.test(lower)) return true;
  return spelling.verbs.some((verb) => verb.form === "past" && !verb.isNounToo);
}

const actors = new Set("i we he she they who it nobody everybody somebody everyone someone people half all".split(" "));

/** Thanks that stand on the page are given: "thanks to all". */
const thanks =
  /^\W{0,3}(?:thanks|thank you|thx|danke|merci|gracias)(?: (?:to|for|an|für|à|pour|a|por)(?![\p{L}\p{N}])|\W*$)/iu;

/** A team's own meeting is no step (S8). */
const meetings =
  /(?<![\p{L}\p{N}])(?:meetings?|stand-?ups?|committee|board|pipeline|retro|assembly|sitzung|besprechung|versammlung|jour fixe|comité|réunion|séance|assemblée|reunión|consejo|asamblea|junta)(?![\p{L}\p{N}])/iu;

const ownMax = 8;
const receiving = /(?:(?<![\p{L}\p{N}])(?:to|for|an|für|à|pour|para|a)\s|,\s?)$/iu;
const saidPronouns = new Set(
  "i we you he she they it ich wir er sie je j' nous il elle on yo él ella ojalá i'd".split(" "),
);

function isFinite({ lower, spelling }: Token): boolean {
  for (const { form } of spelling.verbs) if (form === "s" || form === "past") return true;
  return beWords.has(lower);
}

/** The section that a sentence stands in: what its block says of itself is nearer than the heading. */
export function sectionOfSetting(setting: Setting): Surroundings["section"] {
  return setting.label ?? setting.around.section;
}
