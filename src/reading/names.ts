import type { OrganizationRelation } from "#domain/model/person.ts";
import type { Known, KnownPerson } from "./read.ts";

/** A person or organization that words name. */
export interface NameFound {
  /** Range in the clean words. */
  start: number;
  end: number;
  words: string;
  means: "person" | "organization";
  /** The known person's or organization's full name; the words themselves where nobody is known; null where two or more would fit. */
  name: string | null;
  person: KnownPerson | null;
  /** Those who would fit, where more than one does; it says why the name stays open. */
  candidates: KnownPerson[];
  /** For a person: the organization said beside the name ("Ana Ruiz from Contoso", "Li (Fabrikam)") or known. */
  organization: string | null;
  relation: OrganizationRelation | null;
  /** Role said beside the name ("the Contoso CTO"). */
  role: string | null;
  isColleague: boolean;
  /** The writer. */
  isMe: boolean;
}

/** What is known, arranged for finding names; made once per reading. */
export interface NameIndex {
  readonly known: Known;
}

/** Arranges the known people, speakers, colleagues and organizations for `namesIn`. */
export function indexNames(known: Known): NameIndex {
  return { known };
}

/** The people and organizations that clean words name, in order of place; names never overlap. */
export function namesIn(_text: string, _index: NameIndex): NameFound[] {
  return [];
}
