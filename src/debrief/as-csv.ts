import Papa from "papaparse";
import type { Plan, PlanStep } from "./plan.ts";

const columns = [
  "owner",
  "basis",
  "kind",
  "what",
  "who",
  "with",
  "organization",
  "due",
  "dueEnd",
  "checkBackOn",
  "certainty",
  "session",
  "quote",
  "file",
  "start",
  "end",
] as const satisfies (keyof PlanStep)[];

/**
 * The plan's steps as CSV (RFC 4180) with a heading row, for spreadsheets: it begins with the byte order mark by which they know
 * UTF-8, and a cell that they would run as a formula (it begins with =, +, -, @, a tab or a return) begins with an apostrophe.
 */
export function asCsv(plan: Plan): string {
  const data = plan.steps.map((step) => columns.map((column) => step[column] ?? ""));
  return `\uFEFF${Papa.unparse({ fields: [...columns], data }, { escapeFormulae: true, newline: "\r\n" })}\r\n`;
}
