import { sayMoney } from "#domain/model/money.ts";
import type { Value } from "#questions/value.ts";
import type { Bar } from "./bars.ts";

/** Cost, what came of it and what is open, for each currency on a scale of its own: currencies are never converted (OC2). */
export function valueBars({
  cost,
  sums,
  openSums,
}: Pick<Value, "cost" | "sums" | "openSums">): { bars: Bar[]; says: string }[] {
  const currencies = new Set([
    ...(cost === null ? [] : [cost.currency]),
    ...[...sums, ...openSums].map((one) => one.currency),
  ]);
  return [...currencies].map((currency) => {
    const came = sums.find((one) => one.currency === currency);
    const open = openSums.find((one) => one.currency === currency);
    const bars: Bar[] = [];
    const add = (words: string, amount: number, tone: Bar["parts"][number]["tone"]) =>
      bars.push({ words, said: sayMoney(amount, currency), parts: [{ amount, tone, words }] });
    if (cost?.currency === currency) add("It cost", cost.total, "missed");
    if (came !== undefined) add("Came of it", came.amount, "mine");
    if (open !== undefined) add("Still open", open.amount, "cold");
    return { bars, says: `${bars.map(({ words, said }) => `${words}: ${said}`).join(", ")}.` };
  });
}
