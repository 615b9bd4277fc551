import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Day } from "#domain/model/time.ts";
import { decode } from "#formats/decode.ts";
import { evaluateReal } from "../../eval/real.ts";
import { bytesOf, readRealLabels, type RealLabel, type RealLabels, realSplits } from "../../eval/real/labels.ts";
import { root } from "../house/source.ts";
import { noRealData } from "../support/real-data.ts";

const dataFolder = process.env["UPSHOT_DATA"] ?? join(root, "..", "shared", "data");
const files = readRealLabels();

/** What a check finds wrong, as `file:number of the label's line`: the words themselves are not ours to print. */
function wrong(
  check: (label: RealLabel, labels: RealLabels) => boolean,
  among: readonly RealLabels[] = files,
): string[] {
  return among.flatMap((labels) =>
    labels.labels.flatMap((label, at) => (check(label, labels) ? [`${labels.file}.jsonl:${at + 2}`] : [])),
  );
}

const isAct = ({ label }: RealLabel) => label === "step" || label === "merge";

describe("labels of real notes and minutes", () => {
  test("each file of labels stands where the file it is about stands, and is about it alone", () => {
    expect(files.length).toBeGreaterThan(100);
    expect(
      files.filter(({ path, file }) => !path.endsWith(`/eval/real/${file}.jsonl`)).map(({ path }) => path),
    ).toEqual([]);
  });

  test("regions are stretches in order that do not touch, each with the way it was chosen", () => {
    const disorder = files.filter(
      ({ regions, chosen }) =>
        regions.length === 0 ||
        chosen.length !== regions.length ||
        regions.some(([start, end], at) => end <= start || start < (regions[at - 1]?.[1] ?? 0)),
    );
    expect(disorder.map(({ file }) => file)).toEqual([]);
  });

  test("every label lies inside a region", () => {
    expect(
      wrong(({ start, end }, { regions }) => end <= start || !regions.some(([from, to]) => from <= start && end <= to)),
    ).toEqual([]);
  });

  test("labels nest or keep apart; two acts share words only if they are steps of two owners (S9), and no trap touches an act", () => {
    expect(
      wrong((label, { labels }) =>
        labels.some((other) => {
          if (other === label || other.end <= label.start || label.end <= other.start) return false;
          const same = other.start === label.start && other.end === label.end;
          const nested =
            (other.start <= label.start && label.end <= other.end) ||
            (label.start <= other.start && other.end <= label.end);
          if (!nested) return true;
          if (isAct(label) && isAct(other)) return !(same && label.label === "step" && other.label === "step");
          return label.label === "not" && (isAct(other) || other.label === "not");
        }),
      ),
    ).toEqual([]);
  });

  test("days are days, ranges run forwards, and none lies before the note's", () => {
    expect(
      wrong((label, { takenOn }) => {
        if (label.label !== "step") return false;
        for (const day of [label.takenOn, label.due, label.dueEnd]) if (day !== null) Day.parse(day);
        if (label.due === null) return label.dueEnd !== null;
        const last = label.dueEnd ?? label.due;
        return last < label.due || last < (label.takenOn ?? takenOn);
      }),
    ).toEqual([]);
  });

  test("my own step names no other owner, and a step said again refers to one in the same file", () => {
    expect(wrong((label) => label.label === "step" && label.owner === "me" && label.who !== null)).toEqual([]);
    expect(
      wrong(
        (label, { labels }) =>
          label.label === "merge" &&
          labels.filter((other) => other.label === "step" && other.id === label.id).length !== 1,
      ),
    ).toEqual([]);
  });

  test("a file keeps to one split, and two forms of one meeting or note to the same", () => {
    const seen = new Map<string, string>();
    const strays = files.filter(({ file, split }) => {
      const about = file.replace(/\/(?:index\.html|irc\.log)$|-keep\.(?:html|txt)$/u, "");
      const before = seen.get(about) ?? split;
      seen.set(about, before);
      return before !== split;
    });
    expect(strays.map(({ file }) => file)).toEqual([]);
    expect([...new Set(files.map(({ split }) => split))].toSorted()).toEqual([...realSplits]);
  });

  test("without the data nothing is scored, and every file is named with the reason", () => {
    const { leftOut, files: scored } = evaluateReal("no-such-folder", { split: "dev" });
    expect(scored).toBe(0);
    expect(leftOut).toEqual(
      files.filter(({ split }) => split === "dev").map(({ file }) => ({ file, why: "not in the data folder" })),
    );
  });

  describe.skipIf(noRealData !== null)(
    `on the files themselves${noRealData === null ? "" : ` (skipped: ${noRealData})`}`,
    () => {
      const present = files.flatMap((labels) => {
        const bytes = bytesOf(dataFolder, labels);
        return typeof bytes === "string" ? [] : [{ labels, text: decode(bytes).text }];
      });
      const textOf = new Map(present.map(({ labels, text }) => [labels.file, text]));
      const among = present.map(({ labels }) => labels);

      test("the files are those that were labelled", () => {
        expect(files.filter((labels) => !among.includes(labels)).map(({ file }) => file)).toEqual([]);
      });

      test("the words at the offsets are no blanks and begin and end at the edge of a word", () => {
        const isLetter = (one: string | undefined) => one !== undefined && /[\p{L}\p{N}]/u.test(one);
        expect(
          wrong(({ start, end }, { file }) => {
            const text = textOf.get(file) ?? "";
            const words = text.slice(start, end);
            if (words === "" || words !== words.trim() || end > text.length) return true;
            return (
              (isLetter(text[start - 1]) && isLetter(text[start])) || (isLetter(text[end - 1]) && isLetter(text[end]))
            );
          }, among),
        ).toEqual([]);
      });

      test("a step's range leaves out list marks, boxes and arrows", () => {
        expect(
          wrong(
            ({ label, start, end }, { file }) =>
              label === "step" &&
              /^(?:[-*+•>.]\s|->|→|<-|\[[ x]?\]|(?:todo|action|ai|ap):)/iu.test(
                (textOf.get(file) ?? "").slice(start, end),
              ),
            among,
          ),
        ).toEqual([]);
      });

      test("regions end within the file", () => {
        expect(
          among.filter(({ file, regions }) => (regions.at(-1)?.[1] ?? 0) > (textOf.get(file)?.length ?? 0)),
        ).toEqual([]);
      });
    },
  );
});
