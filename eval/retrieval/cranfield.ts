import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bare, type RetrievalSet } from "./sets.ts";

/** Cranfield: 1,400 abstracts of aerodynamics, 225 questions, graded answers (1 to 4). Null where it is not there. */
export function cranfield(dataFolder: string): RetrievalSet | null {
  const folder = join(dataFolder, "retrieval", "cranfield");
  if (!existsSync(folder)) return null;
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const items = recordsOf(read("cran.all.1400")).map(({ id, fields }) => {
    const title = words(fields.get("T"));
    const text = words(fields.get("W"));
    // An abstract begins with its title again.
    return { id, ...bare(text.startsWith(title) ? text.slice(title.length).trim() : text, title) };
  });
  const grades = new Map<string, Map<string, number>>();
  for (const line of read("QRelsCorrectedforTRECeval").split("\n")) {
    const [query, , item, grade] = line.trim().split(/\s+/u);
    // 5 marks what was of no interest.
    if (query === undefined || item === undefined || grade === undefined || grade === "5") continue;
    const of = grades.get(query) ?? new Map<string, number>();
    grades.set(query, of.set(item, Number(grade)));
  }
  // The judgements count the questions in their order; the numbers in the file leave gaps.
  const asked = recordsOf(read("cran.qry")).map(({ fields }, at) => ({
    query: { id: `q${at + 1}`, ...bare(words(fields.get("W"))) },
    grades: grades.get(String(at + 1)) ?? new Map<string, number>(),
  }));
  return {
    name: "Cranfield",
    about: "questions of engineers to abstracts",
    items,
    asked: asked.filter((one) => one.grades.size > 0),
  };
}

function recordsOf(text: string): { id: string; fields: Map<string, string> }[] {
  return text
    .split(/^\.I /mu)
    .slice(1)
    .map((record) => {
      const [id = "", ...parts] = record.split(/^\.([TABW])\s*$/mu);
      const fields = new Map<string, string>();
      for (let at = 0; at + 1 < parts.length; at += 2) fields.set(parts[at] ?? "", parts[at + 1] ?? "");
      return { id: id.trim(), fields };
    });
}

function words(text: string | undefined): string {
  return (text ?? "").replace(/\s+/gu, " ").trim();
}
