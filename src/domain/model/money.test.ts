import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moneyFrom, sayMoney } from "./money.ts";

describe("money", () => {
  test("is said with its currency, and with cents only where there are some", () => {
    expect(sayMoney(1_250_000, "EUR")).toBe("EUR 12,500");
    expect(sayMoney(1_250_050, "EUR")).toBe("EUR 12,500.50");
    expect(sayMoney(5, "USD")).toBe("USD 0.05");
    expect(sayMoney(12_500, "JPY")).toBe("JPY 12,500");
    expect(sayMoney(12_500, "KWD")).toBe("KWD 12.500");
    expect(sayMoney(0, "EUR")).toBe("EUR 0");
  });

  test("is read as people in several countries type it", () => {
    for (const text of ["12500", "12,500", "12.500", "12 500", "12'500", "12,500.00", "12.500,00", "12500.0"]) {
      expect([text, moneyFrom(text, "EUR")]).toEqual([text, 1_250_000]);
    }
    expect(moneyFrom("0.5", "EUR")).toBe(50);
    expect(moneyFrom("1234567.89", "EUR")).toBe(123_456_789);
    expect(moneyFrom("1,234", "JPY")).toBe(1234);
  });

  test("what is no amount is none", () => {
    for (const text of ["", "-5", "abc", "1.2.3,4,5", ".", "5,", "12,5,0", "1e9", "9".repeat(40)]) {
      expect([text, moneyFrom(text, "EUR")]).toEqual([text, undefined]);
    }
  });

  test("what is said of an amount is read as the same amount again (property)", () => {
    fc.assert(
      fc.property(fc.nat(1e12), fc.constantFrom("EUR", "USD", "JPY"), (amount, currency) => {
        expect(moneyFrom(sayMoney(amount, currency).slice(4), currency)).toBe(amount);
      }),
    );
  });
});
