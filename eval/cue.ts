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
