import * as z from "zod";

/** A currency as ISO 4217 names it: "EUR". */
export const Currency = z.string().regex(/^[A-Z]{3}$/);
export type Currency = z.infer<typeof Currency>;

/** An amount in minor units (cents), so that sums are exact. */
export const MinorUnits = z.int().min(0).max(1_000_000_000_000_000);
