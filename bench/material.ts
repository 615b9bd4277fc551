import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where real data is: `UPSHOT_DATA`, or beside the project; null where there is none. */
export function dataFolder(root: string): string | null {
  const folder = process.env["UPSHOT_DATA"] ?? join(root, "..", "shared", "data");
  return existsSync(folder) ? folder : null;
}

/** A repeatable stream of numbers in [0, 1): mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const given =
  "Ana Tomasz Sade Li Anna Kim Priya Jonas Mira Leonie Omar Ines Yuki Piotr Elif Nuno Greta Kwame Lucia Sven".split(
    " ",
  );
const family =
  "Ruiz Zielinski Bello Wei Lindqvist Lee Raman Weber Okafor Hart Haddad Costa Tanaka Nowak Demir Alves Berg Mensah Conti Holm".split(
    " ",
  );
const firms = "Contoso Fabrikam Northwind Adatum Tailspin Litware Proseware Wingtip Fourth Lantern".split(" ");

/** So many invented contacts as CSV. */
export function contactsCsv(count: number): string {
  const random = seeded(7);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? "";
  const rows = Array.from({ length: count }, (_, place) => {
    const [first, last, firm] = [
      pick(given),
      `${pick(family)}${place % 7 === 0 ? `-${pick(family)}` : ""}`,
      pick(firms),
    ];
    return `${first},${last},${firm} ${place % 90},Partner Lead,${first}.${last}.${place}@${firm}.example`
      .toLowerCase()
      .replace(/^./, (letter) => letter.toUpperCase());
  });
  return `First name,Last name,Company,Job title,E-mail\n${rows.join("\n")}\n`;
}

/**
 * Notes of about so many bytes: real ones where they are on the machine (repeated where they do not suffice), else lines made
 * from the example's. Says which.
 */
export function notesText(root: string, bytes: number): { text: string; from: string } {
  const folder = dataFolder(root);
  const sources = folder === null ? [join(root, "examples")] : [join(folder, "notes"), join(folder, "minutes")];
  const texts = sources.flatMap((source) =>
    readdirSync(source, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(md|txt)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => readFileSync(file, "utf8")),
  );
  let text = "";
  for (let place = 0; text.length < bytes; place += 1) text += `${texts[place % texts.length] ?? ""}\n`;
  return {
    text: text.slice(0, bytes),
    from: folder === null ? "the example's notes, repeated" : "real notes and minutes",
  };
}
