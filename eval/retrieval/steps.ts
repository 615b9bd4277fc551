import { type CorpusFolder, readCorpus } from "../corpus.ts";
import type { Label, StepLabel } from "../annotation.ts";
import type { LikenessItem } from "#recall/likeness.ts";
import { bare, type RetrievalSet } from "./sets.ts";

/**
 * Sets made of our own corpus, in four languages, train and dev: a step that is said again, and an observation with the steps of its
 * session. People are those of the folder that the words name, as the reader would find them; the event and session are withheld.
 */
export function stepSets(): RetrievalSet[] {
  const folders = (["train", "dev"] as const).flatMap((split) => readCorpus(split));
  const held = folders.map((folder) => ({ folder, steps: stepsOf(folder), namesIn: namesOf(folder) }));
  const items = held.flatMap(({ steps, namesIn }) =>
    steps.map(({ id, label }) => ({ id, ...bare(label.quote), personIds: namesIn(label.quote, label) })),
  );
  const again = held.flatMap(({ steps, namesIn }) =>
    steps.flatMap(({ id, label }) =>
      label.repeats.map(({ quote }, at) => ({
        query: { id: `q ${id} ${at}`, ...bare(quote), personIds: namesIn(quote) },
        grades: new Map([[id, 1]]),
      })),
    ),
  );
  return [
    { name: "step said again", about: "a step said again to the step, in four languages", items, asked: again },
    sessionSteps(held, items),
  ];
}

interface Held {
  folder: CorpusFolder;
  steps: { id: string; label: StepLabel }[];
  namesIn: (words: string, label?: StepLabel) => string[];
}

function sessionSteps(held: readonly Held[], items: readonly LikenessItem[]): RetrievalSet {
  const asked = held.flatMap(({ folder, steps, namesIn }) =>
    folder.pages.flatMap((page) =>
      page.labels.flatMap((label) => {
        if (label.means !== "observation" || label.session === null) return [];
        const grades = new Map(steps.filter((step) => step.label.session === label.session).map(({ id }) => [id, 1]));
        const id = `q ${folder.name} ${page.file} ${label.start}`;
        return grades.size === 0
          ? []
          : [{ query: { id, ...bare(label.quote), personIds: namesIn(label.quote) }, grades }];
      }),
    ),
  );
  return {
    name: "observation to steps",
    about: "what was observed in a session to the steps from it",
    items: [...items],
    asked,
  };
}

function stepsOf(folder: CorpusFolder): { id: string; label: StepLabel }[] {
  return folder.pages.flatMap((page) =>
    page.labels.flatMap((label, at) =>
      label.means === "step" ? [{ id: `${folder.name} ${page.file} ${at}`, label }] : [],
    ),
  );
}

/** The people and organizations of a folder that words name: in full, or by a first name that one of them alone has. */
function namesOf(folder: CorpusFolder): Held["namesIn"] {
  const named = (label: Label): string[] => {
    if (label.means === "person" || label.means === "organization") return [label.name];
    if (label.means !== "step") return [];
    return [label.who, label.with].flatMap((names) => (names === null || names.isOpen ? [] : names.names));
  };
  const all = [...new Set(folder.pages.flatMap((page) => page.labels.flatMap(named)))];
  const byFirst = Map.groupBy(all, (name) => name.split(" ")[0] ?? "");
  return (words, step) => {
    const own = step === undefined ? [] : named(step);
    const written = new Set(words.match(/[\p{L}\p{N}]+/gu) ?? []);
    return all
      .filter((name) => {
        const first = name.split(" ")[0] ?? "";
        return own.includes(name) || words.includes(name) || (byFirst.get(first)?.length === 1 && written.has(first));
      })
      .map((name) => `${folder.name} ${name}`);
  };
}
