import type { OrganizationRelation } from "#domain/model/person.ts";
import { type Scan, gap } from "./scan.ts";

/** What the words right beside an organization say it is to us: "our partner X", "X (competitor)", "X is a customer". */
export function relationBeside(scan: Scan, from: number, to: number): OrganizationRelation | null {
  const before = scan.tokens[from - 1];
  if (before !== undefined && /^\s?[:=(]?\s?$|^\s[-–]\s$/u.test(gap(scan, from)) && before.ending === "") {
    const relation = relations[before.plain];
    if (relation !== undefined && before.shape !== "upper") return relation;
  }
  let on = to + 1;
  if (on >= scan.tokens.length) return null;
  const opening = gap(scan, on);
  if (!/^\s?[,(=:–-]?\s?$|^\s[-–=]\s$/u.test(opening) || scan.tokens[to]?.ending !== "") return null;
  let isLinked = opening !== " ";
  let hasCopula = false;
  for (let steps = 0; steps < 4 && on < scan.tokens.length; steps += 1, on += 1) {
    const token = scan.tokens[on];
    if (token === undefined || (steps > 0 && gap(scan, on) !== " ")) return null;
    const relation = relations[token.plain];
    if (relation !== undefined) {
      // "Contoso - client can see the data" says nothing of Contoso.
      const goesOn =
        on + 1 < scan.tokens.length && gap(scan, on + 1) === " " && !endings.has(scan.tokens[on + 1]?.plain ?? "");
      return isLinked && (hasCopula || !goesOn) ? relation : null;
    }
    if (copulas.has(token.plain)) {
      isLinked = true;
      hasCopula = true;
    } else if (!describers.has(token.plain)) return null;
  }
  return null;
}

const endings = new Set([
  "of",
  "in",
  "for",
  "since",
  "and",
  "but",
  "now",
  "von",
  "fur",
  "in",
  "seit",
  "und",
  "de",
  "et",
  "y",
]);
const copulas = new Set(["is", "are", "was", "as", "ist", "sind", "est", "es", "son", "als"]);
const describers = new Set([
  "a",
  "an",
  "our",
  "the",
  "my",
  "their",
  "new",
  "big",
  "biggest",
  "main",
  "direct",
  "key",
  "potential",
  "possible",
  "existing",
  "long-time",
  "ein",
  "eine",
  "unser",
  "unsere",
  "neuer",
  "un",
  "une",
  "notre",
  "nuestro",
  "una",
  "also",
  "now",
]);

/** What a word says an organization is to us; null where it says nothing. */
export function relationOfWord(plain: string): OrganizationRelation | null {
  return relations[plain] ?? null;
}

const relations: Record<string, OrganizationRelation> = {
  competitor: "competitor",
  competitors: "competitor",
  rival: "competitor",
  konkurrent: "competitor",
  konkurrenz: "competitor",
  wettbewerber: "competitor",
  concurrent: "competitor",
  competidor: "competitor",
  partner: "partner",
  partners: "partner",
  partenaire: "partner",
  reseller: "partner",
  customer: "customer",
  customers: "customer",
  client: "customer",
  clients: "customer",
  kunde: "customer",
  kunden: "customer",
  kundin: "customer",
  cliente: "customer",
  prospect: "customer",
  vendor: "vendor",
  vendors: "vendor",
  supplier: "vendor",
  lieferant: "vendor",
  anbieter: "vendor",
  fournisseur: "vendor",
  proveedor: "vendor",
};
