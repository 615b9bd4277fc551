import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type OrganizationCandidate, organizationsAlike } from "./organizations-alike.ts";

function organization(name: string, more: Partial<OrganizationCandidate> = {}): OrganizationCandidate {
  return { key: name, name, domains: [], url: null, ...more };
}

/** Why each pair is proposed. */
function reasons(...organizations: OrganizationCandidate[]): string[] {
  return organizationsAlike(organizations).map(({ a, b, reason }) => `${a} = ${b}: ${reason}`);
}

test("RD2 organizations that may be one are proposed, each pair with its reason", () => {
  expect(reasons(organization("Contoso GmbH"), organization("CONTOSO, Inc."), organization("Fabrikam"))).toEqual([
    "Contoso GmbH = CONTOSO, Inc.: the same name, written in two ways",
  ]);
  expect(
    reasons(
      organization("Northwind", { domains: ["northwind.example"] }),
      organization("NW Traders", { url: "https://www.northwind.example/about" }),
    ),
  ).toEqual(["Northwind = NW Traders: same domain northwind.example"]);
  expect(reasons(organization("Harbour Port Authority"), organization("HPA"))).toEqual([
    "Harbour Port Authority = HPA: HPA are the initials",
  ]);
  expect(reasons(organization("Meridian Freight"), organization("Merridian Freight"))).toEqual([
    "Meridian Freight = Merridian Freight: the names are one letter apart",
  ]);
});

test("RD2 what only looks alike is not proposed", () => {
  expect(reasons(organization("Tritex"), organization("Britex"))).toEqual([]);
  expect(reasons(organization("Chapter North 1"), organization("Chapter North 2"))).toEqual([]);
  expect(reasons(organization("Harbour Port Authority"), organization("Highland Power Association"))).toEqual([]);
  const mail = { domains: ["gmail.com"] };
  expect(reasons(organization("Aster", mail), organization("Birch", mail))).toEqual([]);
});

test("RD2 whatever they are called, no pair is proposed twice and nothing is paired with itself", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 12 }), { maxLength: 12 }), (names) => {
      const all = names.map((name, at) => organization(name, { key: `${at}` }));
      const pairs = organizationsAlike(all).map(({ a, b }) => [a, b].sort().join(" "));
      expect(new Set(pairs).size).toBe(pairs.length);
      expect(pairs.filter((pair) => new Set(pair.split(" ")).size < 2)).toEqual([]);
    }),
  );
});
