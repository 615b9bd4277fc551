import { expect, test } from "vitest";
import { monthOf } from "./month.ts";

test("a month is known by its name, or a beginning of it that fits one month, in the languages that are read", () => {
  for (const [month, words] of [
    [1, "January jan enero ene Jänner gen janv"],
    [3, "March mar März mrz marzo maart mrt MARÇO"],
    [5, "May Mai mei maggio mag"],
    [6, "June juin juni giu"],
    [7, "July juil Juli lug"],
    [8, "August août aou agosto ago"],
    [9, "September sept set"],
    [10, "October oct Okt ottobre outubro"],
    [12, "December dec Dez déc dicembre"],
  ] as const) {
    for (const word of words.split(" ")) expect([word, monthOf(word)]).toEqual([word, month]);
  }
  for (const word of ["ma", "jui", "marketing", "maybe", "decade", "", "12"])
    expect([word, monthOf(word)]).toEqual([word, 0]);
});
