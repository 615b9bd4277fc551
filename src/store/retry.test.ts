import { expect, test } from "vitest";
import { retry } from "./retry.ts";

const passing = new Error("another was in the way");
const isPassing = (error: unknown) => error === passing;

test("work that fails for a reason that passes is run again until it is done", async () => {
  let runs = 0;
  const work = async () => {
    runs += 1;
    if (runs < 4) throw passing;
    return "done";
  };
  expect(await retry(work, { patienceMs: 10_000, isPassing })).toBe("done");
  expect(runs).toBe(4);
});

test("work that fails for another reason is run once", async () => {
  let runs = 0;
  const work = async () => {
    runs += 1;
    throw new Error("a mistake of ours");
  };
  await expect(retry(work, { patienceMs: 10_000, isPassing })).rejects.toThrow("a mistake of ours");
  expect(runs).toBe(1);
});

test("patience ends, with the last failure", async () => {
  const began = performance.now();
  await expect(retry(() => Promise.reject(passing), { patienceMs: 40, isPassing })).rejects.toBe(passing);
  expect(performance.now() - began).toBeGreaterThan(40);
});
