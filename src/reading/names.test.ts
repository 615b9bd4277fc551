import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type NameFound, indexNames, namesIn } from "./names.ts";
import type { Known, KnownPerson } from "./read.ts";
import { personWith } from "../../test/support/known.ts";

function person(name: string, organization: string | null = null, more: Partial<KnownPerson> = {}): KnownPerson {
  return personWith(name, { organization, ...more });
}

const known: Known = {
  takenOn: "2026-02-01" as Known["takenOn"],
  timeZone: "Europe/Brussels" as Known["timeZone"],
  event: null,
  events: [],
  me: { name: "Mara Dietz", organization: "Upland" },
  colleagues: ["Tom Bauer", "Anne Roth"],
  people: [
    person("Ana Ruiz", "Contoso", { emails: ["ana.ruiz@contoso.example"] }),
    person("Robert Vandermeer", "Fabrikam"),
    person("Will Grant", "Tailspin"),
    person("Jürgen Müller", "Adatum"),
    person("Mark Page"),
    person("Priya Nair", "Northwind", { nicknames: ["Pippi"] }),
    person("Michael Okoro"),
    person("Michael Steiner"),
    person("Elizabeth Marsh", "Contoso Technologies"),
    person("Karim Haddad"),
    person("May Castle"),
  ],
  organizations: [{ name: "Woodgrove", relation: "competitor" }],
  sessions: [
    {
      guid: null,
      title: "Small leaks",
      startsAt: null,
      endsAt: null,
      track: null,
      room: null,
      speakers: [{ name: "Oskar Leak", organization: null }],
      abstract: "How a leak starts, and why every leak is small at first.",
    },
  ],
  workingDays: [1, 2, 3, 4, 5],
};
const index = indexNames(known);

/** What was found, short: `words=name@organization`, with `?` where two would fit and `org:` for an organization. */
function short(found: NameFound): string {
  const name = found.name ?? `?${found.candidates.length}`;
  const said = found.words === name ? name : `${found.words}=${name}`;
  if (found.means === "organization") return `org:${said}${found.relation === null ? "" : `:${found.relation}`}`;
  return `${said}${found.organization === null ? "" : `@${found.organization}`}${found.isMe ? " me" : ""}`;
}

function names(text: string, recent: KnownPerson[] = []): string[] {
  return namesIn(text, index, recent).map(short);
}

describe("known people", () => {
  test.for([
    ["told Ana I'd send the deck", ["Ana=Ana Ruiz@Contoso"]],
    ["told ana about it", ["ana=Ana Ruiz@Contoso"]],
    ["ping bob re contract", ["bob=Robert Vandermeer@Fabrikam"]],
    ["Liz told me, Pippi too", ["Liz=Elizabeth Marsh@Contoso Technologies", "Pippi=Priya Nair@Northwind"]],
    ["Ruiz, Ana", ["Ruiz, Ana=Ana Ruiz@Contoso"]],
    ["Dr. Ruiz said so", ["Ruiz=Ana Ruiz@Contoso"]],
    ["Ana R. promised the slides", ["Ana R=Ana Ruiz@Contoso"]],
    ["A. Ruiz and Ana M. Ruiz", ["A. Ruiz=Ana Ruiz@Contoso", "Ana M. Ruiz=Ana Ruiz@Contoso"]],
    ["@ana, @anaruiz, @tbauer", ["@ana=Ana Ruiz@Contoso", "@anaruiz=Ana Ruiz@Contoso", "@tbauer=Tom Bauer"]],
    ["Ana's team, Ana’s slides", ["Ana=Ana Ruiz@Contoso", "Ana=Ana Ruiz@Contoso"]],
    [
      "met Mueller, met Muller, met Müller",
      Array.from(["Mueller", "Muller", "Müller"], (word) => `${word}=Jürgen Müller@Adatum`),
    ],
    ["jürgen getroffen", ["jürgen=Jürgen Müller@Adatum"]],
    ["Anna Ruiz and Karim Hadad", ["Anna Ruiz=Ana Ruiz@Contoso", "Karim Hadad=Karim Haddad"]],
    ["ask Vandermere for it", ["Vandermere=Robert Vandermeer@Fabrikam"]],
    ["mail to ana.ruiz@contoso.example", ["ana.ruiz@contoso.example=Ana Ruiz@Contoso"]],
  ] as const)("NT3 %s names %s", ([text, expected]) => {
    expect(names(text)).toEqual(expected);
  });

  test.for([
    ["Will we go? Will it rain?", []],
    ["Will will send it; ask Will", ["Will=Will Grant@Tailspin", "Will=Will Grant@Tailspin"]],
    ["Mark the date", []],
    ["Mark to send the paper", ["Mark=Mark Page"]],
    ["Page 4, see page 5", []],
    ["in May, by May 5", []],
    ["May said she'd come", ["May=May Castle"]],
    ["the leak, Leak rates", []],
    ["ask Leak about it", ["Leak=Oskar Leak"]],
    ["this will mark a change", []],
  ] as const)("RD1 a name that is an ordinary word needs a cue: %s", ([text, expected]) => {
    expect(names(text)).toEqual(expected);
  });

  test("RD1 two who would fit leave the name open and say who they are", () => {
    const [found] = namesIn("Michael said he'd check", index);
    expect(found?.name).toBe(null);
    expect(found?.candidates.map((who) => who.name)).toEqual(["Michael Okoro", "Michael Steiner"]);
  });

  test("RD1 a person named before on the page makes the first name mean that one", () => {
    const recent: KnownPerson[] = [];
    expect(names("Michael Steiner is in", recent)).toEqual(["Michael Steiner"]);
    expect(names("then Michael left", recent)).toEqual(["Michael=Michael Steiner"]);
    expect(names("Ana Lindt (Litware) came by", recent)[0]).toBe("Ana Lindt@Litware");
    expect(names("Ana will call", recent)).toEqual(["Ana=Ana Lindt@Litware"]);
  });

  test("RD1 the same first name with another organization is somebody else", () => {
    expect(names("Ana of Relecloud asked for it")).toEqual(["Ana@Relecloud", "org:Relecloud"]);
  });

  test("RD1 initials name a colleague; common abbreviations do not without a person's cue", () => {
    expect(names("TB to check the numbers")).toEqual(["TB=Tom Bauer"]);
    expect(names("AR glasses are back")).toEqual([]);
    expect(names("MD: minutes")).toEqual(["MD=Mara Dietz@Upland me"]);
  });

  test("RD1 among few people two letters say who it is at the start of a line, before a colon or behind a verb that turns to somebody", () => {
    const few = indexNames({ ...known, people: [person("Petra Holm", "Litware"), person("Fatima Zola", "Contoso")] });
    const read = (text: string) => namesIn(text, few).map(short);
    expect(read("PH at the break: she'd like a list")).toEqual(["PH=Petra Holm@Litware"]);
    expect(read("FZ : commande des badges")).toEqual(["FZ=Fatima Zola@Contoso"]);
    expect(read("ring PH tomorrow")).toEqual(["PH=Petra Holm@Litware"]);
    expect(read("the acid has PH 5, and FZ")).toEqual([]);
  });

  test("RD1 the writer's own first name is the writer, a pronoun is no name", () => {
    expect(names("Mara to write it, I will, ask me")).toEqual(["Mara=Mara Dietz@Upland me"]);
  });

  test("RD1 colleagues are told from others", () => {
    const found = namesIn("Anne and Ana", index);
    expect(found.map((name) => name.isColleague)).toEqual([true, false]);
  });
});

describe("people nobody knows", () => {
  test.for([
    [
      "met Nkiru Obi from Litware and Sam Osei (Proseware)",
      ["Nkiru Obi@Litware", "org:Litware", "Sam Osei@Proseware", "org:Proseware"],
    ],
    ["Li (Fabrikam) wants a demo", ["Li@Fabrikam", "org:Fabrikam"]],
    ["Jonas @ Tailspin will intro us", ["Jonas@Tailspin", "org:Tailspin"]],
    ["intro to Kim Lee", ["Kim Lee"]],
    ["told Zorica about it", ["Zorica"]],
    ["Prof. Falke asked", ["Prof. Falke"]],
    ["Talk by Kwabena Osei", ["Kwabena Osei"]],
    ['Robert "Bob" Osei said yes', ['Robert "Bob" Osei']],
    ["mit Frau Weber von Litware gesprochen", ["Frau Weber@Litware", "org:Litware"]],
    ["discuté avec Chloé Martin de chez Litware", ["Chloé Martin@Litware", "org:Litware"]],
    ["hablé con Lucía Ortega de Relecloud", ["Lucía Ortega@Relecloud", "org:Relecloud"]],
    ["Maria said she'd share it", ["Maria"]],
  ] as const)("RD1 a cue makes a stranger: %s", ([text, expected]) => {
    expect(names(text)).toEqual(expected);
  });

  test.for([
    "Deploy Docker Swarm on Azure with Kubernetes",
    "Building Reliable Pipelines with Apache Kafka",
    "Monday in Berlin, Tuesday in New York",
    "Die Kollegen haben ein neues Produkt und die Preise",
    "Open Discussion and Next Steps",
    'The slide said "Ask Ana why it broke"',
    "Slogan: Ask Ana first",
    "Call to action: ask Ana why",
    "Chose the Right Tool for Data",
    "https://example.org/Ana/Ruiz and example.org/Ana-Ruiz/",
  ])("S5 no person: %s", (text) => {
    expect(names(text)).toEqual([]);
  });

  test.for([
    ["sibylle aarts dune capital, ten minutes on the stairs", ["sibylle aarts"]],
    ["herve le gall (dredging) again", ["herve le gall"]],
    ["nadia wants the list", ["nadia"]],
    ["subir el hilo el martes", []],
    ["lola bonet is ONE SUN", ["lola bonet"]],
    ["J. Aznar (Litware)", ["J. Aznar@Litware", "org:Litware"]],
    ["16h P. Etxeberria : panne", ["P. Etxeberria"]],
    ["j'appelle M. Lormel lundi", ["M. Lormel"]],
    ["l'archi, Mme de Lormel, exigeante", ["Mme de Lormel"]],
    ["U. S. Army and B. Timeline", []],
    ["- Nkiru Obi, Polar Leasing, nice", ["Nkiru Obi@Polar Leasing", "org:Polar Leasing"]],
    ["Nkiru Obi, Mia Wu and Tom Lee", ["Nkiru Obi", "Mia Wu", "Tom Lee"]],
    ["it has been so since August, his own technician said", []],
    ["Vortrag von Herrn Dr. Wieland Obi über Milben", ["Dr. Wieland Obi"]],
  ] as const)("RD1 %s", ([text, expected]) => {
    expect(names(text)).toEqual(expected);
  });

  test("RD1 what somebody calls themselves in their address is a name of theirs", () => {
    const few = indexNames({
      ...known,
      people: [
        person("Rosamund Keane", "Litware", { emails: ["roxy@litware.example"] }),
        person("Dermot Kehoe", "Contoso", { emails: ["dkehoe@contoso.example"] }),
      ],
    });
    const read = (text: string) => namesIn(text, few).map(short);
    expect(read("Roxy? probably swamped")).toEqual(["Roxy=Rosamund Keane@Litware"]);
    expect(read("lunch with roxy keane")).toEqual(["roxy keane=Rosamund Keane@Litware"]);
  });

  test("RD1 a role beside the name is kept", () => {
    const [found] = namesIn("spoke with Nkiru Obi, CTO at Litware", index);
    expect([found?.name, found?.role, found?.organization]).toEqual(["Nkiru Obi", "CTO", "Litware"]);
  });
});

describe("organizations", () => {
  test.for([
    ["our partner Adatum", ["org:Adatum:partner"]],
    ["Woodgrove booth", ["org:Woodgrove:competitor"]],
    ["the Relecloud folks (competitor)", ["org:Relecloud"]],
    ["Relecloud is a customer", ["org:Relecloud:customer"]],
    ["competitor: Relecloud", ["org:Relecloud:competitor"]],
    ["saw Proseware GmbH there", ["org:Proseware GmbH"]],
    ["someone from Litware", ["org:Litware"]],
    ["studied at Lakeview University", ["org:Lakeview University"]],
    ["contoso pricing", ["org:contoso=Contoso"]],
    ["Marsh joined Contoso Technologies", ["Marsh=Elizabeth Marsh@Contoso Technologies", "org:Contoso Technologies"]],
    ["the security team and most people", []],
    ["Kubernetes folks", []],
  ] as const)("RD1 %s", ([text, expected]) => {
    expect(names(text)).toEqual(expected);
  });

  test("RD1 a part of a known organization's name, or its letters beside its person, means the whole", () => {
    const few = indexNames({
      ...known,
      people: [
        person("Bo Obi", "Lakeview Pumps"),
        person("Ragna Holm", "Museum Aarstad"),
        person("Ken Sato", "Donkey Yard"),
      ],
    });
    const read = (text: string) => namesIn(text, few).map(short);
    expect(read("we asked Lakeview again")).toEqual(["org:Lakeview=Lakeview Pumps"]);
    expect(read("Bo Obi, Lakeview. Good pumps")).toEqual(["Bo Obi@Lakeview Pumps", "org:Lakeview=Lakeview Pumps"]);
    expect(read("the view over the lake, Lakeview pumpkins")).toEqual(["org:Lakeview=Lakeview Pumps"]);
    expect(read("Lakeview of the past is gone")).toEqual([]);
    expect(read("Mit Frau Holm vom Museum saß ich lange beim Essen")).toEqual([
      "Holm=Ragna Holm@Museum Aarstad",
      "org:Museum=Museum Aarstad",
    ]);
    expect(read("Attending: Sato (DY head of ops), Obi")).toContain("Sato=Ken Sato@Donkey Yard");
  });

  test("RD1 the Contoso CTO is an organization with a role", () => {
    const [found] = namesIn("the Contoso CTO wants a price", index);
    expect([found?.means, found?.name, found?.role]).toEqual(["organization", "Contoso", "CTO"]);
  });
});

describe("any text", () => {
  const words = fc.constantFrom(
    "Ana",
    "Ruiz",
    "ana",
    "told",
    "met",
    "(",
    ")",
    '"',
    "“",
    "”",
    "'",
    "@",
    "@ana",
    ",",
    ".",
    ":",
    "Contoso",
    "GmbH",
    "CTO",
    "from",
    "Dr.",
    "von",
    "MD",
    "Müller",
    "\n",
    "-",
    "a@b.co",
    "http://x",
    "Will",
    "will",
    "O’Brien",
    "É",
    "\ud83d",
    "Nkiru",
    "Obi",
    "of",
    "University",
    "&",
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(words, { maxLength: 40 }).map((list) => list.join(" ")),
    fc.array(words, { maxLength: 40 }).map((list) => list.join("")),
  );

  test("NT3 never throws, and names stand in order, never overlap, and are the words they say", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const found of namesIn(text, index)) {
          expect(found.start).toBeGreaterThanOrEqual(last);
          expect(found.end).toBeGreaterThan(found.start);
          expect(text.slice(found.start, found.end)).toBe(found.words);
          last = found.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("RD4 the same text gives the same names", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(namesIn(text, index)).toEqual(namesIn(text, index));
      }),
    );
  });
});
