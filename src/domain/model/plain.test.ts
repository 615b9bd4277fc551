import { expect, test } from "vitest";
import { plain } from "./plain.ts";

test("letters that no keyboard elsewhere has are told as people type them there", () => {
  for (const [text, typed] of [
    ["Øystein Dahl", "oystein dahl"],
    ["Łukasz", "lukasz"],
    ["JÜRGEN Groß", "jurgen gross"],
    ["Nuñez-Ĝiri", "nunez-giri"],
    ["دانا 5", "دانا 5"],
  ])
    expect(plain(text ?? "")).toBe(typed);
});
