import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Day } from "#domain/model/time.ts";
import { Likeness, type LikenessItem } from "./likeness.ts";

function item(id: string, text: string, more: Partial<LikenessItem> = {}): LikenessItem {
  return { id, text, personIds: [], organizationIds: [], sessionId: null, eventId: null, on: null, ...more };
}

function indexOf(...items: LikenessItem[]): Likeness {
  const likeness = new Likeness();
  for (const one of items) likeness.put(one);
  return likeness;
}

/** Enough others that a word is rare. */
const others = [
  item("o1", "book the train to Ghent"),
  item("o2", "send the invoice to the caterer"),
  item("o3", "ask the museum for the floor plan"),
];

describe("likeness", () => {
  test("RC1 a note finds the step about the same matter, with the words both have as each writes them", () => {
    const likeness = indexOf(...others, item("s1", "Draft the pricing page for marketplaces"));
    const [first, ...rest] = likeness.like(item("n1", "They changed prices on the marketplace twice"), 5);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      id: "s1",
      words: [
        { here: "prices", there: "pricing" },
        { here: "marketplace", there: "marketplaces" },
      ],
      reasons: [],
    });
  });

  test("RC1 words that say nothing make nothing alike", () => {
    const likeness = indexOf(...others, item("s1", "to be or not to be with them"));
    expect(likeness.like(item("n1", "what is it that they are for"), 5)).toEqual([]);
  });

  test("RC1 what both name is a reason, without any word in common", () => {
    const likeness = indexOf(
      ...others,
      item("s1", "draft the offer", {
        personIds: ["ana"],
        organizationIds: ["contoso"],
        sessionId: "k1",
        eventId: "e1",
      }),
    );
    const [first] = likeness.like(
      item("n1", "coffee was good", {
        personIds: ["li", "ana"],
        organizationIds: ["contoso"],
        sessionId: "k1",
        eventId: "e1",
      }),
      5,
    );
    expect(first?.words).toEqual([]);
    expect(first?.reasons.map(({ kind }) => kind).toSorted()).toEqual(["event", "organization", "person", "session"]);
  });

  test("RC1 a person few items name says more than an event that all are of", () => {
    const of = { eventId: "e1" };
    const likeness = indexOf(
      item("s1", "ring the printer", of),
      item("s2", "ring the florist", { ...of, personIds: ["ana"] }),
      item("s3", "ring the baker", of),
    );
    const found = likeness.like(item("n1", "she wants tulips", { ...of, personIds: ["ana"] }), 3);
    expect(found[0]?.id).toBe("s2");
    expect(found[0]?.reasons).toEqual([
      { kind: "person", id: "ana" },
      { kind: "event", id: "e1" },
    ]);
  });

  test("RC1 what is like a note that was joined before is like the item, and says by which note", () => {
    const likeness = indexOf(
      ...others,
      item("s1", "write to the board", { joined: [{ noteId: "n0", text: "heat pumps pay off in seven winters" }] }),
    );
    expect(likeness.like(item("n1", "the heat pump talk again"), 5)).toMatchObject([
      { id: "s1", words: [], reasons: [{ kind: "joined", noteId: "n0", words: ["heat", "pumps"] }] },
    ]);
  });

  test("RC1 tracks of the same name at two events are two", () => {
    const likeness = indexOf(...others, item("s1", "one", { eventId: "e1", track: "Main hall" }));
    expect(likeness.like(item("n1", "two", { eventId: "e2", track: "Main hall" }), 5)).toEqual([]);
    expect(likeness.like(item("n1", "two", { eventId: "e1", track: "Main hall" }), 5)[0]?.reasons).toContainEqual({
      kind: "track",
      name: "Main hall",
    });
  });

  test.each([
    ["German", "Wir haben die Verträge mit dem Hafen noch nicht", "den Vertrag für den Hafen prüfen", "Verträge"],
    ["French", "les réunions avec la mairie sont longues", "préparer la réunion à la mairie", "réunions"],
    ["Spanish", "las reuniones con el puerto son largas", "preparar la reunión con el puerto", "reuniones"],
    ["Chinese", "展会上谈到的价格", "更新价格", "价格"],
  ])("RC1 forms of a word are one word in %s", (_, note, step, word) => {
    const [first] = indexOf(...others, item("s1", step)).like(item("n1", note), 5);
    expect(first?.id).toBe("s1");
    expect(first?.words.map(({ here }) => here)).toContain(word);
  });

  test("RC1 a word is like the longer one it begins, less than like itself", () => {
    const likeness = indexOf(...others, item("long", "rent a marketplace stall"), item("same", "rent a market stall"));
    const found = likeness.like(item("n1", "the market was packed"), 5);
    expect(found.map(({ id, words }) => [id, words])).toEqual([
      ["same", [{ here: "market", there: "market" }]],
      ["long", [{ here: "market", there: "marketplace" }]],
    ]);
  });

  test("RC1 a name says more than another word as rare", () => {
    const likeness = indexOf(...others, item("a", "mail about cranes"), item("b", "mail about Fabrikam"));
    expect(likeness.like(item("n1", "they talked of cranes with Fabrikam"), 2).map(({ id }) => id)).toEqual(["b", "a"]);
  });

  test("RC1 words that stand together in both say more than the same words apart", () => {
    const likeness = indexOf(
      ...others,
      item("apart", "green tea and coffee, one roof over two stalls and more"),
      item("near", "green roof over two stalls and tea, coffee, one more"),
    );
    expect(likeness.like(item("n1", "the green roof was fine"), 2).map(({ id }) => id)).toEqual(["near", "apart"]);
  });

  test("RC1 of two that are as like, the nearer in time comes first", () => {
    const on = (day: string) => day as Day;
    const likeness = indexOf(
      item("far", "solar roofs", { on: on("2025-03-01") }),
      item("near", "solar roofs", { on: on("2026-03-01") }),
      item("never", "solar roofs"),
    );
    const found = likeness.like(item("n1", "a solar roof", { on: on("2026-02-20") }), 3);
    expect(found.map(({ id }) => id)).toEqual(["near", "far", "never"]);
  });

  test("RC1 an item is not like itself", () => {
    const likeness = indexOf(item("a", "solar roofs"), item("b", "solar roofs"));
    expect(likeness.like(item("a", "solar roofs"), 5).map(({ id }) => id)).toEqual(["b"]);
  });

  test("RC1 equals stand in the order of their ids, however they came", () => {
    const same = ["c", "a", "b"].map((id) => item(id, "solar roofs"));
    expect(
      indexOf(...same)
        .like(item("n", "solar roofs"), 2)
        .map(({ id }) => id),
    ).toEqual(["a", "b"]);
  });

  test("RC1 a change is found as it is now, and putting in parts is putting", async () => {
    const likeness = new Likeness();
    await likeness.putInParts([...others, item("s1", "solar roofs")], 2);
    likeness.put(item("s1", "heat pumps"));
    expect(likeness.like(item("n", "solar roofs"), 5)).toEqual([]);
    expect(likeness.like(item("n", "heat pump"), 5)[0]?.id).toBe("s1");
    expect(likeness.size).toBe(4);
  });

  test.each(["a", "solar roof ", "日", "x1.Y2 "])(
    "RC1 a megabyte of %j is read no further than a note can be long",
    (piece) => {
      const big = piece.repeat(1_000_000 / piece.length);
      const likeness = indexOf(...others, item("big", `${big} heat pump`), item("s1", "rent a heat pump"));
      expect(likeness.like(item("n", "heat pump"), 3).map(({ id }) => id)).toEqual(["s1"]);
      expect(likeness.like(item("n", `heat pump ${big}`), 3).map(({ id }) => id)).toContain("s1");
    },
  );
});

const word = fc.constantFrom(
  "solar",
  "roof",
  "roofs",
  "heat",
  "pump",
  "contract",
  "Verträge",
  "der",
  "the",
  "und",
  "harbour",
);
const items = fc.array(
  fc.record({
    id: fc.constantFrom("a", "b", "c", "d", "e", "f", "g"),
    text: fc.array(word, { maxLength: 8 }).map((words) => words.join(" ")),
    title: fc.option(word),
    personIds: fc.uniqueArray(fc.constantFrom("ana", "li"), { maxLength: 2 }),
    organizationIds: fc.uniqueArray(fc.constantFrom("contoso"), { maxLength: 1 }),
    sessionId: fc.constantFrom(null, "k1"),
    eventId: fc.constantFrom(null, "e1", "e2"),
    on: fc.constantFrom<Day | null>(null),
    joined: fc.constantFrom([], [{ noteId: "n0", text: "harbour roof" }]),
  }),
  { maxLength: 120 },
);

describe("likeness of whatever", () => {
  test("RC1 every suggestion has its words or its reason, and a score that does not rise", () => {
    fc.assert(
      fc.property(items, items, (all, asking) => {
        const likeness = indexOf(...all);
        for (const query of asking.slice(0, 3)) {
          const found = likeness.like(query, 10);
          for (const [at, { id, score, words, reasons }] of found.entries()) {
            expect(words.length + reasons.length).toBeGreaterThan(0);
            expect(id).not.toBe(query.id);
            expect(score).toBeGreaterThan(0);
            expect(score).toBeLessThanOrEqual(found[at - 1]?.score ?? Infinity);
          }
        }
      }),
    );
  });

  test("RC1 removing is as never having put, and the order of putting says nothing", () => {
    fc.assert(
      fc.property(
        items,
        fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f", "g")),
        items,
        (all, gone, asking) => {
          const likeness = indexOf(...all);
          for (const id of gone) likeness.remove(id);
          const last = new Map(all.map((one) => [one.id, one]));
          for (const id of gone) last.delete(id);
          const fresh = indexOf(...[...last.values()].toReversed());
          expect(likeness.size).toBe(fresh.size);
          for (const query of asking.slice(0, 3)) expect(likeness.like(query, 10)).toEqual(fresh.like(query, 10));
        },
      ),
    );
  });
});
