import { sayMoney } from "#domain/model/money.ts";
import { sayAll, sayCount } from "#domain/model/say.ts";
import type { Cost, Sum, Value } from "./value.ts";

/** The parts of a cost in words, those that were said: "2.5 days at EUR 600", "EUR 1,500". */
export function costRows({ currency, fee, travel, days, dayRate, time }: Cost): [words: string, amount: string][] {
  const rows: [string, string][] = [];
  if (fee !== null) rows.push(["Fee", sayMoney(fee, currency)]);
  if (travel !== null) rows.push(["Travel", sayMoney(travel, currency)]);
  if (days === null) return rows;
  const spent = `${days} ${days === 1 ? "day" : "days"}`;
  if (time === null || dayRate === null) rows.push([`${spent}, without a day rate`, "not reckoned"]);
  else rows.push([`${spent} at ${sayMoney(dayRate, currency)}`, sayMoney(time, currency)]);
  return rows;
}

/** Amounts of several currencies, side by side and never added: "EUR 12,500 and USD 300". */
export function saySums(sums: readonly Sum[]): string {
  return sayAll(sums.map(({ amount, currency }) => [1, sayMoney(amount, currency)]));
}

/** A number of days counted from coming home: "3 days after coming home". */
export function sayDaysHome(days: number | null): string {
  if (days === null) return "not yet";
  if (days < 0) return "while still there";
  return days === 0 ? "on the last day" : `${sayCount(days, "day")} after coming home`;
}

/** What each moment of the time line is called. */
export const momentWords: Record<Value["timeline"][number]["what"], string> = {
  "first-day": "Began",
  "last-day": "Last day",
  step: "Step done",
  outcome: "Outcome",
  pulse: "Still of value",
};
