import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { detect } from "./detect.ts";

function kind(name: string, content: string): string | null {
  return detect({ name, bytes: new TextEncoder().encode(content) });
}

test("a file is taken for what it is, by its name and how it begins", () => {
  const vcard = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Ruiz\r\nEND:VCARD\r\n";
  const schedule =
    '<?xml version="1.0"?><schedule><conference><title>X</title></conference><day date="2025-02-01"></day></schedule>';
  expect([
    kind("folder/event.json", '{"name":"Partner day"}'),
    kind("export.jsonl", '{"format":"upshot.workspace","version":1}\n'),
    kind("ana.vcf", vcard),
    kind("people.csv", "First Name,Last Name,Company,Email\nAna,Ruiz,Contoso,ana@contoso.example\n"),
    kind("schedule.xml", schedule),
    kind("day1.md", "# Day 1\n| Name | Email |\n|---|---|\n| Ana | a@b.example |\n"),
    kind("notes.txt", "call Ana"),
    kind("noname", "call Ana"),
    kind("a.enex", '<?xml version="1.0"?><en-export></en-export>'),
    kind("keep.json", '{"textContent":"x","userEditedTimestampUsec":1}'),
  ]).toEqual(["event", "workspace", "contacts", "contacts", "programme", "notes", "notes", "notes", "notes", "notes"]);
});

test("a zip is an archive, an Office file is nothing that can be read", () => {
  const bytes = zipSync({ "a.md": new TextEncoder().encode("x") });
  expect(detect({ name: "a.zip", bytes })).toBe("archive");
  expect(detect({ name: "a.docx", bytes })).toBeNull();
});

test("what holds no words for anybody is nothing: documents, empty files, cards without a card, unknown XML and JSON", () => {
  expect([
    kind("a.pdf", "%PDF-1.7"),
    kind("a.md", ""),
    kind("a.vcf", "nothing"),
    kind("a.xml", "<rss></rss>"),
    kind("a.json", '{"a":1}'),
  ]).toEqual([null, null, null, null, null]);
});
