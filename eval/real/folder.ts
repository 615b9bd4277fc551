import { decode } from "#formats/decode.ts";
import type { Label } from "../annotation.ts";
import { type CorpusFolder, type CorpusPage, joinRepeats } from "../corpus.ts";
import type { Place } from "../match.ts";
import type { RealLabel, RealLabels } from "./labels.ts";

/** The sources, by the start of a path below the data folder; the longest that fits counts. */
export const sources = [
  "notes/daneah",
  "notes/jorisroovers",
  "notes/lastcoolnameleft",
  "notes/ryan-p-randall",
  "minutes/json-ld-cg",
  "minutes/kubernetes/sig-auth",
  "minutes/kubernetes/sig-contributor-experience",
  "minutes/kubernetes/sig-release",
  "minutes/openjs-cpc",
];

/** One file's labels laid on its text: a folder as the scorer knows it, so that it is scored as the corpus is. */
export function folderOf(labels: RealLabels, bytes: Uint8Array): CorpusFolder {
  const { text } = decode(bytes);
  const page: CorpusPage = {
    file: labels.file,
    takenOn: labels.takenOn,
    text,
    labels: labels.labels.flatMap((label) => laid(label, text, labels.takenOn)),
    sessions: [],
    merges: labels.labels.flatMap((label) =>
      label.label === "merge" ? [{ id: label.id, ...spanOf(label, text) }] : [],
    ),
  };
  joinRepeats(labels.file, [page]);
  return {
    // The scorer knows splits of the corpus only; the real ones have the same names.
    split: labels.split,
    name: labels.file,
    hand: sourceOf(labels.file),
    language: "en",
    voice: "",
    event: { name: labels.file, kind: "conference", timeZone: "UTC", notesTakenOn: labels.takenOn },
    pages: [page],
    files: [{ name: labels.file, bytes }],
  };
}

function laid(label: RealLabel, text: string, takenOn: string): Label[] {
  const span = spanOf(label, text);
  switch (label.label) {
    case "step": {
      const { owner, basis, kind, certainty, who, audience, due, dueEnd, id } = label;
      return [
        {
          means: "step",
          ...span,
          owner,
          basis,
          kind,
          certainty,
          who,
          audience,
          due,
          dueEnd,
          id,
          with: label.with,
          organization: label.org,
          what: null,
          session: null,
          repeats: [],
          anchor: label.takenOn ?? takenOn,
        },
      ];
    }
    case "obs":
      return [{ means: "observation", ...span, kind: label.kind, session: null }];
    case "person":
      return [{ means: "person", ...span, name: label.name ?? span.quote, organization: label.org, met: label.met }];
    case "org":
      return [{ means: "organization", ...span, name: label.name ?? span.quote, relation: label.relation }];
    case "not":
      return [{ means: "trap", ...span, kind: label.kind }];
    case "merge":
      return [];
  }
}

function spanOf(
  { start, end }: Pick<Place, "start" | "end">,
  text: string,
): { start: number; end: number; quote: string } {
  return { start, end, quote: text.slice(start, end) };
}

/** Which of the sources a file is from. */
export function sourceOf(file: string): string {
  return sources.find((source) => file.startsWith(`${source}/`)) ?? "other";
}
