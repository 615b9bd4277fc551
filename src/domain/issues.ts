import type * as z from "zod";

/** How many things that are wrong are told at once. */
const toldMax = 5;

/** What is wrong with a value that does not fit its schema, in a sentence for people: which field, and what it must be. */
export function sayIssues(error: z.ZodError): string {
  const told = error.issues.slice(0, toldMax).map((issue) => sayIssue(issue));
  const more = error.issues.length - told.length;
  return `${told.join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}

function sayIssue(issue: z.core.$ZodIssue): string {
  const field = issue.path.map(String).join(".") || "it";
  // A schema that says itself what it wants says it better.
  if (!/^(?:Invalid|Too|Unrecognized)\b/.test(issue.message)) return `${field} ${issue.message}`;
  switch (issue.code) {
    case "invalid_type":
      return issue.message.endsWith("received undefined")
        ? `${field} is missing`
        : `${field} must be ${kinds[issue.expected] ?? issue.expected}`;
    case "invalid_format":
      return `${field} must be ${formats[issue.format] ?? "written another way"}`;
    case "invalid_value":
      return `${field} is one of ${issue.values.map(String).join(", ")}`;
    case "unrecognized_keys":
      return `there is no ${issue.keys.join(", ")}${issue.path.length === 0 ? "" : ` in ${field}`}`;
    case "too_big":
      return `${field} ${beyond("at most", issue.origin, issue.maximum)}`;
    case "too_small":
      return issue.origin === "string" && issue.minimum === 1
        ? `${field} is empty`
        : `${field} ${beyond("at least", issue.origin, issue.minimum)}`;
    case "custom":
    case "not_multiple_of":
    case "invalid_union":
    case "invalid_key":
    case "invalid_element":
      return `${field} does not fit`;
  }
}

function beyond(bound: string, origin: string, limit: number | bigint): string {
  if (origin === "string") return `holds ${bound} ${limit} characters`;
  return origin === "array" || origin === "set" ? `holds ${bound} ${limit}` : `is ${bound} ${limit}`;
}

const kinds: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
  null: "null",
};

const formats: Record<string, string> = {
  uuid: "an id",
  date: "a day such as 2026-02-06",
  datetime: "an instant such as 2026-02-06T08:00:00Z",
  regex: "written as the format asks",
  email: "an e-mail address",
  url: "an address of the web",
};
