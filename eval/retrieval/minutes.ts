import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Day } from "#domain/model/time.ts";
import type { LikenessText } from "#recall/likeness.ts";
import { bare, type RetrievalSet, spread } from "./sets.ts";

/** Sets made of public minutes. Null where they are not there. */
export function minutesSets(dataFolder: string): RetrievalSet[] | null {
  const folder = join(dataFolder, "minutes");
  if (!existsSync(join(folder, "labels.jsonl"))) return null;
  return [sameMatter(folder), actionItems(folder)];
}

interface Meeting {
  file: string;
  on: Day;
  lines: string[];
}

function openjsMeetings(folder: string): Meeting[] {
  const meetings = join(folder, "openjs-cpc", "meetings");
  return readdirSync(meetings, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .toSorted()
    .map((file) => ({
      file,
      // The files are named for their days.
      on: (/\d{4}-\d{2}-\d{2}/u.exec(file)?.[0] ?? "2019-01-01") as Day,
      lines: readFileSync(join(meetings, file), "utf8").split(/\r?\n/u),
    }));
}

/**
 * What was said of a matter (an issue on the agenda) at one meeting to what was said of it at others; the matter's title and number
 * are withheld. People are those present that it names.
 */
function sameMatter(folder: string): RetrievalSet {
  const said: { id: string; matter: string; of: LikenessText }[] = [];
  const texts = new Set<string>();
  for (const { file, on, lines } of openjsMeetings(folder)) {
    const peopleIn = namesPresent(lines);
    let matter: string | null = null;
    let body: string[] = [];
    const close = () => {
      const text = body
        .join("\n")
        .replace(/\[?#\d+\]?/gu, " ")
        .replace(/\(?https?:\S+/gu, " ")
        .trim();
      if (matter !== null && text.length >= 60 && !texts.has(text)) {
        texts.add(text);
        said.push({
          id: `${file} ${matter} ${said.length}`,
          matter,
          of: { ...bare(text), personIds: peopleIn(text), on },
        });
      }
      matter = null;
      body = [];
    };
    for (const line of lines) {
      const number = /^[*-] .*\[#(\d+)\]\(https?:\/\/github\.com\/([^/]+\/[^/]+)\//u.exec(line);
      if (number !== null || line.startsWith("#")) close();
      if (number !== null) matter = `${number[2]}#${number[1]}`;
      else body.push(line);
    }
    close();
  }
  const byMatter = Map.groupBy(said, (one) => one.matter);
  const asked = said.flatMap(({ id, matter, of }) => {
    const grades = new Map((byMatter.get(matter) ?? []).filter((one) => one.id !== id).map((one) => [one.id, 1]));
    return grades.size === 0 ? [] : [{ query: { id, ...of }, grades }];
  });
  return {
    name: "same matter",
    about: "what one meeting said of a matter to what others said of it, its title withheld",
    items: said.map(({ id, of }) => ({ id, ...of })),
    asked: spread(asked, 500),
  };
}

/** Those present ("* Ana Ruiz (@ana)"), found in a text by full name, handle, or a given name that one of them alone has. */
function namesPresent(lines: readonly string[]): (text: string) => string[] {
  const present = lines.flatMap((line) => {
    const found = /^\s*[*-] ([\p{L}'. -]{3,60}) \(@([\w-]{1,40})\)/u.exec(line);
    return found === null ? [] : [{ name: (found[1] ?? "").trim(), handle: found[2] ?? "" }];
  });
  const given = Map.groupBy(present, ({ name }) => name.split(" ")[0] ?? "");
  return (text) => {
    const words = new Set(text.match(/[\p{L}\d-]+/gu) ?? []);
    const isNamed = ({ name, handle }: (typeof present)[number]) => {
      const first = name.split(" ")[0] ?? "";
      return text.includes(name) || words.has(handle) || (given.get(first)?.length === 1 && words.has(first));
    };
    return [...new Set(present.filter(isNamed).map(({ handle }) => handle))];
  };
}

/** A marked action item to the minutes it was taken from, without its line. */
function actionItems(folder: string): RetrievalSet {
  const labels = readFileSync(join(folder, "labels.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    // The shape is the one its README describes; it is our own measuring data.
    .map((line) => JSON.parse(line) as { path: string; line: number; label: string; text: string });
  const items = labels.filter(({ label }) => label === "step");
  const gone = new Map<string, Set<number>>();
  for (const { path, line } of items) gone.set(path, (gone.get(path) ?? new Set()).add(line));
  const meetings = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:md|html)$/u.test(file))
    .toSorted()
    .flatMap((file) => {
      const path = `minutes/${file}`;
      const lines = readFileSync(join(folder, file), "utf8").split(/\r?\n/u);
      // Files of a year hold many meetings: each day's heading begins one.
      const parts: { id: string; from: number; to: number; text: string }[] = [];
      let kept: string[] = [];
      let from = 1;
      const close = (to: number) => {
        const text = kept.join("\n").replace(/<[^>]{0,300}>/gu, " ");
        if (text.trim().length > 200) parts.push({ id: `${path} ${from}`, from, to, text });
        kept = [];
        from = to;
      };
      for (const [at, line] of lines.entries()) {
        if (
          /^#{1,3} .*\d/u.test(line) &&
          /\b20\d\d\b|\d+\/\d+|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/u.test(line)
        )
          close(at + 1);
        if (gone.get(path)?.has(at + 1) !== true) kept.push(line);
      }
      close(lines.length + 1);
      return parts.map((part) => ({ path, ...part }));
    });
  const asked = items.flatMap(({ path, line, text }, at) => {
    const home = meetings.find((one) => one.path === path && one.from <= line && line < one.to);
    // The raw chat of a meeting and its minutes say the same.
    const same =
      home === undefined
        ? []
        : meetings.filter(
            ({ path: other }) => other === home.path || other.replace(/[^/]+$/u, "") === path.replace(/[^/]+$/u, ""),
          );
    const right = home === undefined ? [] : path.includes("json-ld") ? same : [home];
    return right.length === 0
      ? []
      : [{ query: { id: `q${at}`, ...bare(text) }, grades: new Map(right.map(({ id }) => [id, 1])) }];
  });
  return {
    name: "action item to its meeting",
    about: "a marked action item to the minutes it was taken from, without its line",
    items: meetings.map(({ id, text }) => ({ id, ...bare(text) })),
    asked,
  };
}
