import * as fc from "fast-check";
import { expect, test } from "vitest";
import { limits, Problems } from "../file.ts";
import { type Json, JsonObject, readJson } from "./json.ts";

function read(text: string): { value: unknown; problems: string[] } {
  const problems = new Problems("a.json");
  const value = plain(readJson(text, problems));
  return { value, problems: problems.done().map((problem) => `${problem.line}: ${problem.what}`) };
}

/** The value as JSON.parse would give it. */
function plain(value: Json): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!(value instanceof JsonObject)) return value;
  return Object.fromEntries([...value.fields].map(([name, field]) => [name, plain(field)]));
}

test("valid JSON is read as JSON.parse reads it", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.boolean(), (value, isIndented) => {
      const text = JSON.stringify(value, null, isIndented ? 2 : undefined);
      // A repeated or inherited name such as __proto__ is JSON.parse's own special case.
      fc.pre(!text.includes("__proto__"));
      const { value: found, problems } = read(text);
      expect(found).toEqual(JSON.parse(text));
      expect(problems).toEqual([]);
    }),
  );
});

test("every truncation gives a value or nothing, and never throws", () => {
  const text = '{"talks": [{"title": "A \\"b\\" \\u00e9", "n": -1.5e3}, {"title": "C", "ok": true}], "x": null}';
  for (let end = 0; end <= text.length; end += 1) expect(() => read(text.slice(0, end))).not.toThrow();
});

test("a file that was cut off keeps everything before the cut", () => {
  expect(read('{"talks": [\n{"title": "A"},\n{"title": "B"},\n{"title": "C')).toEqual({
    value: { talks: [{ title: "A" }, { title: "B" }, { title: "C" }] },
    problems: ["4: The file ends in the middle; it may have been cut off"],
  });
});

test("a stray word, a missing comma and a comma too many lose nothing around them", () => {
  expect(read('{"a": 1,\n"b": oops,\n"c": 3\n"d": [1, 2,],}')).toEqual({
    value: { a: 1, c: 3, d: [1, 2] },
    problems: ['2: "b" has no value', '2: "oops," does not belong here in JSON'],
  });
});

test("an object without its end closes with the list around it", () => {
  const { value, problems } = read('{"talks": [{"title": "A"], "next": 1}');
  expect(value).toEqual({ talks: [{ title: "A" }], next: 1 });
  expect(problems).toEqual(["1: An object has no end"]);
});

test("an object knows the line it starts on", () => {
  const root = readJson('[\n\n{"a": 1},\r\n{"b": 2}]', new Problems("a.json"));
  expect((Array.isArray(root) ? root : []).map((item) => (item instanceof JsonObject ? item.line : 0))).toEqual([3, 4]);
});

test(`values nested deeper than ${limits.depthMax} are passed over, however deep, and what follows is kept`, () => {
  const { value, problems } = read(`{"deep": ${"[".repeat(500_000)}${"]".repeat(500_000)}, "after": 1}`);
  expect(value).toMatchObject({ after: 1 });
  expect(problems).toEqual([`1: Values are nested deeper than ${limits.depthMax}; what stands deeper is passed over`]);
});

test("__proto__ is a name like any other", () => {
  const root = readJson('{"__proto__": {"title": "x"}}', new Problems("a.json"));
  expect(root instanceof JsonObject ? [...root.fields.keys()] : []).toEqual(["__proto__"]);
  expect("title" in {}).toBe(false);
});

test("translations give English, else the first of them", () => {
  const root = readJson('{"a": {"de": "Saal", "en": "Hall"}, "b": {"de": "Saal"}, "c": 7}', new Problems("a.json"));
  expect(root instanceof JsonObject ? [root.words("a"), root.words("b"), root.words("x", "c")] : []).toEqual([
    "Hall",
    "Saal",
    "7",
  ]);
});
