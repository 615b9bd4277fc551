import * as z from "zod";

/** A currency as ISO 4217 names it: "EUR". */
export const Currency = z.string().regex(/^[A-Z]{3}$/);
export type Currency = z.infer<typeof Currency>;

/** An amount in minor units (cents), so that sums are exact. */
export const MinorUnits = z.int().min(0).max(1_000_000_000_000_000);

/** Digits of the minor unit where they are not two (ISO 4217, table A.1). */
const digitsOf: Record<string, number> = {
  ...Object.fromEntries(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split(" ").map((currency) => [currency, 0]),
  ),
  ...Object.fromEntries("BHD IQD JOD KWD LYD OMR TND".split(" ").map((currency) => [currency, 3])),
};

/** How many digits stand behind the point of an amount in a currency. */
export function minorDigits(currency: Currency): number {
  return digitsOf[currency] ?? 2;
}

/** An amount as people read it: "EUR 12,500", "EUR 12.50". Whole amounts show no cents. */
export function sayMoney(amount: number, currency: Currency): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(amount)).padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(?:\d{3})+$)/g, ",");
  const minor = text.slice(text.length - digits);
  const sign = amount < 0 ? "-" : "";
  return `${currency} ${sign}${whole}${/[1-9]/.test(minor) ? `.${minor}` : ""}`;
}

/**
 * An amount that somebody typed, in minor units: "12500", "12,500.50", "12.500,50", "12 500". The last point or comma divides where
 * not more digits follow it than the currency has; undefined for what is no amount, or too large.
 */
export function moneyFrom(text: string, currency: Currency): number | undefined {
  const digits = minorDigits(currency);
  const bare = text.trim().replace(/[\s'’]/g, "");
  if (bare.length > 30 || !/^\d[\d.,]*$/.test(bare)) return undefined;
  const at = Math.max(bare.lastIndexOf("."), bare.lastIndexOf(","));
  const behind = bare.length - at - 1;
  const isDivided = at > 0 && behind > 0 && behind <= digits;
  const [whole, minor] = isDivided ? [bare.slice(0, at), bare.slice(at + 1)] : [bare, ""];
  if (!/^\d+$|^\d{1,3}(?:[.,]\d{3})+$/.test(whole)) return undefined;
  const amount = Number(whole.replace(/[.,]/g, "") + minor.padEnd(digits, "0"));
  return MinorUnits.safeParse(amount).success ? amount : undefined;
}
