import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ProgrammeSession } from "#domain/model/session.ts";
import { readProgramme } from "#formats/programme.ts";
import { bare, type RetrievalSet, spread } from "./sets.ts";

interface Held extends ProgrammeSession {
  id: string;
  file: string;
}

/** Sets made of the sessions of real programmes. Null where they are not there. */
export function sessionSets(dataFolder: string): RetrievalSet[] | null {
  const folder = join(dataFolder, "programmes");
  if (!existsSync(folder)) return null;
  const sessions = readdirSync(folder)
    .toSorted()
    .flatMap((file) =>
      readProgramme({ name: file, bytes: readFileSync(join(folder, file)) }).sessions.map((session, at) => ({
        ...session,
        id: `${file} ${at}`,
        file,
      })),
    );
  return [abstracts(sessions), sameSpeaker(sessions), sameTrack(sessions)];
}

/** Every other sentence of an abstract as the note; the session with its title and the rest of them as the item. */
function abstracts(sessions: readonly Held[]): RetrievalSet {
  const split = sessions.map((session) => ({ session, sentences: sentencesOf(session.abstract ?? "") }));
  const items = split.map(({ session, sentences }) => ({
    id: session.id,
    ...bare(sentences.filter((_, at) => at % 2 === 0).join(" "), session.title),
  }));
  const byTitle = Map.groupBy(sessions, ({ title }) => title.toLowerCase());
  const asked = spread(
    split.filter(({ sentences }) => sentences.length >= 4),
    400,
  ).map(({ session, sentences }) => ({
    query: { id: `q ${session.id}`, ...bare(sentences.filter((_, at) => at % 2 === 1).join(" ")) },
    // A talk given at two events is one.
    grades: new Map((byTitle.get(session.title.toLowerCase()) ?? []).map(({ id }) => [id, 1])),
  }));
  return { name: "half an abstract", about: "every other sentence of an abstract to its session", items, asked };
}

/** A session to the other sessions of its speakers, whose names are withheld: what they speak of is alike. */
function sameSpeaker(sessions: readonly Held[]): RetrievalSet {
  const once = [...new Map(sessions.map((session) => [session.title.toLowerCase(), session])).values()];
  const items = once.map(({ id, title, abstract }) => ({ id, ...bare(abstract ?? "", title) }));
  const bySpeaker = Map.groupBy(
    once.flatMap(({ id, speakers }) => speakers.map(({ name }) => ({ id, name }))),
    ({ name }) => name,
  );
  const asked = once.flatMap(({ id, title, abstract, speakers }) => {
    const others = speakers.flatMap(({ name }) => (bySpeaker.get(name) ?? []).map((one) => one.id));
    const grades = new Map(others.filter((other) => other !== id).map((other) => [other, 1]));
    return grades.size === 0 ? [] : [{ query: { id, ...bare(abstract ?? "", title) }, grades }];
  });
  return {
    name: "same speaker",
    about: "a session to its speakers' others, names withheld",
    items,
    asked: spread(asked, 400),
  };
}

/** A session's title to the sessions of its track in its programme, whose name is withheld. */
function sameTrack(sessions: readonly Held[]): RetrievalSet {
  const tracked = sessions.filter(({ track }) => track !== null);
  const items = tracked.map(({ id, title, abstract }) => ({ id, ...bare(abstract ?? "", title) }));
  const byTrack = Map.groupBy(tracked, ({ file, track }) => `${file} ${track}`);
  const asked = tracked.flatMap(({ id, title, file, track }) => {
    const grades = new Map(
      (byTrack.get(`${file} ${track}`) ?? []).filter((one) => one.id !== id).map((one) => [one.id, 1]),
    );
    return grades.size === 0 ? [] : [{ query: { id, ...bare(title) }, grades }];
  });
  return {
    name: "same track",
    about: "a session's title to the others of its track",
    items,
    asked: spread(asked, 400),
  };
}

function sentencesOf(text: string): string[] {
  return text
    .replace(/<[^>]{0,200}>/gu, " ")
    .split(/(?<=[.!?])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 20);
}
