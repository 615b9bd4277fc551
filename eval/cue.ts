/**
 * The floor: a bare expression of cue words, as one would write it in five minutes. A reader that is not well above it on
 * the same lines has no reason to exist.
 */
const cue =
  /\b(?:will|'ll|to|should|shall|must|need(?:s)? to|have to|has to|going to|action|follow[- ]up|todo|to-do|send|e?mail|call|ask|check|write|contact|schedule|remind|promised|wants?|by (?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|next week)\b/iu;

/** Does a line hold a cue? */
export function hasCue(line: string): boolean {
  return cue.test(line);
}

/** The acts that minutes open a line with, or "NAME to act". */
const opening =
  /^(?:\S+ to [a-z]+|\S+ will |(?:send|e?mail|call|ask|check|write|contact|schedule|remind|create|add|update|review|follow|open|fix|make|reach out)\b)/iu;

/** A second floor, for minutes: does a line open with an act? On the marked minutes it does better than any cue anywhere. */
export function opensWithAct(line: string): boolean {
  return opening.test(line);
}
