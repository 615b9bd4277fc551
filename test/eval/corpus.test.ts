import { describe, expect, test } from "vitest";
import { Day } from "#domain/model/time.ts";
import { parseAnnotated, type Label, type StepLabel } from "../../eval/annotation.ts";
import { type CorpusPage, readCorpus, splits } from "../../eval/corpus.ts";

const folders = splits.flatMap((split) => readCorpus(split));
const pages = folders.flatMap((folder) => folder.pages.map((page) => ({ folder, page })));

function place(page: CorpusPage, label: Label, folder: { split: string; name: string }): string {
  const line = page.text.slice(0, label.start).split("\n").length;
  return `${folder.split}/${folder.name}/${page.file}:${line}: ${label.quote}`;
}

/** What a check finds wrong, over all labels of the corpus. */
function wrong(check: (label: Label, page: CorpusPage) => boolean): string[] {
  return pages.flatMap(({ folder, page }) =>
    page.labels.filter((label) => check(label, page)).map((label) => place(page, label, folder)),
  );
}

const isStep = (label: Label): label is StepLabel => label.means === "step";

/** Weekday words of the four languages, 1 = Monday. */
const weekdays: Record<string, number> = {
  ...words(1, "monday mon montag lundi lunes"),
  ...words(2, "tuesday tues tue dienstag mardi martes"),
  ...words(3, "wednesday wed mittwoch mercredi miércoles"),
  ...words(4, "thursday thurs thu donnerstag jeudi jueves"),
  ...words(5, "friday fri freitag vendredi viernes eow"),
  ...words(6, "saturday sat samstag sonnabend samedi sábado"),
  ...words(7, "sunday sun sonntag dimanche domingo"),
};

function words(day: number, names: string): Record<string, number> {
  return Object.fromEntries(names.split(" ").map((name) => [name, day]));
}

describe("the corpus", () => {
  test("annotation leaves the words as they are, nested or not", () => {
    const annotated =
      '⟦in k1⟧- ⟦step them who="Ana Ruiz" due=2026-02-06 | ⟦person met name="Ana Ruiz" | Ana⟧ mails | me⟧.\n';
    const { text, labels, sessions } = parseAnnotated(annotated, "2026-02-01");
    expect(text).toBe("- Ana mails | me.\n");
    expect(labels.map(({ means, start, end, quote }) => [means, start, end, quote])).toEqual([
      ["step", 2, 16, "Ana mails | me"],
      ["person", 2, 5, "Ana"],
    ]);
    expect(labels[0]).toMatchObject({ owner: "them", basis: "promised", kind: "do", certainty: "firm", session: "k1" });
    expect(sessions).toEqual([{ start: 0, key: "k1" }]);
  });

  test.each([
    ["⟦step ring | call⟧", 'line 1: step ring: "ring" is unknown'],
    ["a\n⟦step | call", 'line 2: "step" is never closed'],
    ["call⟧", "line 1: a closing bracket too many"],
    ["⟦obs | x⟧", "line 1: obs: kind is missing"],
    ["⟦someday⟧", 'line 1: unknown mark "someday"'],
  ])("a mistake in an annotation is named with its line: %s", (annotated, message) => {
    expect(() => parseAnnotated(annotated, null)).toThrow(message);
  });

  test("each label's quote is the text between its offsets, without blanks or brackets at its ends", () => {
    expect(
      wrong(
        ({ start, end, quote }, page) =>
          quote !== page.text.slice(start, end) || quote === "" || quote !== quote.trim() || /[⟦⟧]/u.test(quote),
      ),
    ).toEqual([]);
  });

  test("a step's range leaves out list marks, boxes and arrows", () => {
    expect(
      wrong((label) => isStep(label) && /^(?:[-*+•>.]\s|->|→|<-|\[[ x]?\]|(?:todo|action|ai|ap):)/iu.test(label.quote)),
    ).toEqual([]);
  });

  test("steps overlap only where two owners share the same words (S9), and never a hard negative", () => {
    expect(
      wrong((label, page) => {
        if (!isStep(label)) return false;
        return page.labels.some((other) => {
          if (other === label || other.end <= label.start || label.end <= other.start) return false;
          if (other.means === "trap") return true;
          return other.means === "step" && !(other.start === label.start && other.end === label.end);
        });
      }),
    ).toEqual([]);
  });

  test("days are days, ranges run forwards, and none lies before the note or its day heading", () => {
    const days = pages.flatMap(({ page }) => page.labels.filter(isStep));
    for (const { due, dueEnd } of days) {
      if (due !== null) Day.parse(due);
      if (dueEnd !== null) Day.parse(dueEnd);
    }
    expect(
      wrong(
        (label) =>
          isStep(label) &&
          label.due !== null &&
          ((label.dueEnd !== null && label.dueEnd <= label.due) ||
            (label.anchor !== null && (label.dueEnd ?? label.due) < label.anchor)),
      ),
    ).toEqual([]);
  });

  test("a weekday in the words is the weekday of the day that was labelled", () => {
    expect(
      wrong((label) => {
        if (!isStep(label) || label.due === null) return false;
        if (/\b(?:before|b4|vor|avant|antes|tomorrow|mañana)(?!\p{L})/iu.test(label.quote)) return false;
        const named = new Set(
          (label.quote.toLowerCase().match(/\p{L}+/gu) ?? []).flatMap((word) => {
            const day = weekdays[word];
            return day === undefined ? [] : [day];
          }),
        );
        return named.size === 1 && !named.has(Temporal.PlainDate.from(label.due).dayOfWeek);
      }),
    ).toEqual([]);
  });

  test("the writer's own step names no other owner, and a tentative one hedges", () => {
    expect(wrong((label) => isStep(label) && label.owner === "me" && label.who !== null)).toEqual([]);
    const hedge =
      /(?<!\p{L})(?:maybe|mayb|might|may|could|would|wondered|think|thinking|thought|tempted|if|unless|perhaps|possibly|poss|prob|probably|evtl|vllt|eventuell|vielleicht|könnte|wenn|falls|peut-être|pourrait|ferait|mettrait|si|quizás?|tal vez|capaz|podría|tbc|to be confirmed|we shall see|à voir|à confirmer|por confirmar)(?!\p{L})|'d|\?/iu;
    const hedgeBefore = (label: StepLabel, page: CorpusPage) =>
      hedge.test(page.text.slice(page.text.lastIndexOf("\n", label.start - 1) + 1, label.end + 25));
    expect(
      wrong((label, page) => isStep(label) && label.certainty === "tentative" && !hedgeBefore(label, page)),
    ).toEqual([]);
  });

  test("hands keep to one split", () => {
    const seen = new Map<string, string>();
    for (const { hand, split } of folders) {
      expect(seen.get(hand) ?? split).toBe(split);
      seen.set(hand, split);
    }
  });

  test("sessions are those of the folder's programme", () => {
    const strangers = pages.flatMap(({ folder, page }) => {
      const programme = folder.files.filter(({ name }) => name.startsWith("programme."));
      const source = programme.map(({ bytes }) => new TextDecoder().decode(bytes)).join("\n");
      return page.sessions.filter(({ key }) => key !== null && !source.includes(key)).map(({ key }) => key);
    });
    expect(strangers).toEqual([]);
  });
});
