import type { CorpusPage } from "../corpus.ts";

/** A folder's pages in the order in which they were written: by day, then by name. Each stands for itself. */
export function orderOf(pages: readonly CorpusPage[]): CorpusPage[] {
  return pages
    .toSorted((a, b) => (a.takenOn === b.takenOn ? (a.file < b.file ? -1 : 1) : a.takenOn < b.takenOn ? -1 : 1))
    .map(alone);
}

/** A page without what its labels say of other pages. */
function alone(page: CorpusPage): CorpusPage {
  const labels = page.labels.map((label) =>
    label.means === "step" ? { ...label, repeats: label.repeats.filter(({ file }) => file === page.file) } : label,
  );
  return { ...page, labels };
}

/** Each page cut into so many parts of like length, at ends of lines that no label spans; marked-up files stay whole. */
export function inParts(pages: readonly CorpusPage[], count: number): CorpusPage[] {
  return orderOf(pages).flatMap((page) => (/\.(?:html?|json)$/u.test(page.file) ? [page] : cut(page, count)));
}

function cut(page: CorpusPage, count: number): CorpusPage[] {
  const { text } = page;
  const ends: number[] = [];
  for (let part = 1; part < count; part += 1) {
    const wanted = Math.floor((text.length * part) / count);
    let end = text.indexOf("\n", wanted);
    while (end >= 0 && spans(page, end + 1)) end = text.indexOf("\n", end + 1);
    if (end >= 0 && end + 1 > (ends.at(-1) ?? 0) && text.slice(end + 1).trim() !== "") ends.push(end + 1);
  }
  return [0, ...ends].map((start, at) => partOf(page, at + 1, start, ends[at] ?? text.length));
}

function spans({ labels }: CorpusPage, at: number): boolean {
  return labels.some(({ start, end }) => start < at && end > at);
}

function partOf(page: CorpusPage, number: number, start: number, end: number): CorpusPage {
  const file = page.file.replace(/(?:\.[a-z]+)?$/u, (ending) => ` part ${number}${ending}`);
  const moved = <T extends { start: number; end: number }>(one: T): T => ({
    ...one,
    start: one.start - start,
    end: one.end - start,
  });
  const isIn = (one: { start: number; end: number }) => one.start >= start && one.end <= end;
  const labels = page.labels.filter(isIn).map((label) => {
    const own = moved(label);
    return own.means === "step"
      ? { ...own, repeats: own.repeats.filter(isIn).map((repeat) => ({ ...moved(repeat), file })) }
      : own;
  });
  const sessions = page.sessions
    .filter((mark) => mark.start >= start && mark.start < end)
    .map((mark) => ({ ...mark, start: mark.start - start }));
  return {
    ...page,
    file,
    text: page.text.slice(start, end),
    labels,
    sessions,
    merges: page.merges.filter(isIn).map(moved),
  };
}
