import type { Audience, StepKind } from "#domain/model/step.ts";

const team =
  /(?<![\p{L}\p{N}])(?:team|teams|everyone|sales|product|technicians|line leads|common drive|shared drive|die kollegen|colleagues|the office|squads?|[ée]quipe|equipo|kollegen|kolleginnen|everyone at (?:work|home)|all[- ]hands|stand-?up|stand-?down|brown ?bag|internally|the others|management|leadership|crew|practice|department|support|staff|branch|(?:the|coop|our) board|rapport|probe|versammlung|workshop|studio|codir|tourn[ée]e|compa[ñn]eros|colegas|los de almac[ée]n|coop|cooperativa|lunch and learn|engineers|dublin office|\p{L}+ office|the floor)(?![\p{L}\p{N}])/iu;
const chapter =
  /(?<![\p{L}\p{N}])(?:chapter|plenum|section|guild|community of practice|meetup|user group|usergroup|community|local group|section meeting|network|asamblea|verein|mailing list|on the list|the red|red de)(?![\p{L}\p{N}])/iu;
const publicly =
  /(?<![\p{L}\p{N}])(?:blog|publicly|public|online|forum|ins netz|linkedin post|post linkedin|upstream|github|gitlab|zenodo|twitter|mastodon|newsletter|podcast|website|web ?site|wiki|youtube|open source|öffentlich|veröffentlichen|publique|publiquement|público|en ligne|nota de prensa|subir (?:el|un) hilo|press release|on stage|publish\p{L}*|publi[ce]\p{L}*)(?![\p{L}\p{N}])/iu;

/** With whom an idea is shared; null for acts that are no sharing. */
export function audienceOf(kind: StepKind, words: string): Audience | null {
  if (kind !== "share") return null;
  if (chapter.test(words)) return "chapter";
  if (team.test(words)) return "team";
  return publicly.test(words) ? "public" : null;
}

/** Whether an act's words name one's own team, chapter or the public. */
export function isShared(words: string): boolean {
  return team.test(words) || chapter.test(words) || publicly.test(words);
}

/** "to the team", "for the chapter", "blog": a thing that is for a whole group of one's own, or for everybody. */
export function isForGroup(words: string, count: number): boolean {
  const isForTeam =
    team.test(words) &&
    (/(?<![\p{L}\p{N}])(?:to|for|with|im|an|à|a|al|at)(?![\p{L}\p{N}])/iu.test(words) || count <= 4);
  return isForTeam || (chapter.test(words) && /\bfor\b/u.test(words)) || publicly.test(words);
}

/** "tell the team", "put it on the blog": an idea is brought to the team, the chapter or the public. */
export function isSharing(lemma: string, kind: StepKind, words: readonly string[], text: string): boolean {
  const isTelling =
    kind === "share" ||
    (kind === "message" &&
      !/^(?:ask|fragen|frage|fragt|demander|demande|preguntar|pregunta|remind|chase)$/u.test(lemma)) ||
    /^(?:bring|take|tell|go|discuss|raise|talk|speak|report|berichten|berichte|erzählen|parler|présenter|contar|comentar|debrief|put|post|upload|publish|stellen|publier|publicar|mettre|write|blog|run|walk|give|explain|stellt|met)$/u.test(
      lemma,
    );
  if (!isTelling) return false;
  const after = text.toLowerCase();
  if (lemma === "blog" || publicly.test(after))
    return (
      kind !== "write" ||
      /^(?:publish|post|blog)$/u.test(lemma) ||
      /(?<![\p{L}\p{N}])(?:online|upstream|github|publicly)(?![\p{L}\p{N}])/u.test(after)
    );
  if (kind === "write") return false;
  if (["write", "put", "run", "give", "take", "go"].includes(lemma) && !words.includes("to") && !words.includes("in")) {
    return lemma === "put" && /common drive|shared drive/u.test(after);
  }
  return team.test(after) || chapter.test(after);
}
