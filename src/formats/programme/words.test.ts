import { expect, test } from "vitest";
import { lineOf, proseOf } from "./words.ts";

test("a title is one line with its entities decoded once", () => {
  expect(lineOf("  Fish &amp; Chips\r\n at&nbsp;noon ", 100)).toBe("Fish & Chips at noon");
  expect(lineOf("R&D, AT&T and &copy without an end", 100)).toBe("R&D, AT&T and &copy without an end");
  expect(lineOf("What is &amp;lt;?", 100)).toBe("What is &lt;?");
});

test("a title loses formatting tags and keeps what only looks like one", () => {
  expect(lineOf("The <b>new</b> deck", 100)).toBe("The new deck");
  expect(lineOf("When to use <br>", 100)).toBe("When to use <br>");
  expect(lineOf("Vec<T> and a < b > c", 100)).toBe("Vec<T> and a < b > c");
});

test("nothing but blanks and control characters is no title", () => {
  expect(lineOf(null, 10)).toBeNull();
  expect(lineOf(" \t\u0000\u00a0\u200b\ufeff\n", 10)).toBeNull();
  expect(lineOf("a\u0000b", 10)).toBe("a b");
});

test("words are cut at their limit and never inside a character", () => {
  expect(lineOf("abcdef", 3)).toBe("abc");
  expect(lineOf("ab😀cd", 3)).toBe("ab");
  expect(lineOf("lone \ud83d half", 20)).toBe("lone \ufffd half");
});

test("markup in an abstract becomes words, its paragraphs and items become lines", () => {
  const html =
    '<p>First &amp; foremost,\nwe <em>learn</em>.</p><ul><li>One</li><li>Two</li></ul><p>See <a href="https://x.example/?a=1&b=2">this</a>.<br/>Bye</p>';
  expect(proseOf(html, 1000)).toBe("First & foremost, we learn.\n\n- One\n- Two\n\nSee this.\nBye");
});

test("plain text keeps its lines, and its angle brackets where they are no HTML", () => {
  expect(proseOf("One\r\n\r\n\r\nTwo  words\n", 1000)).toBe("One\n\nTwo words");
  expect(proseOf("Vec<T> &lt; Box<dyn Any>", 1000)).toBe("Vec<T> < Box<dyn Any>");
  expect(proseOf("<p>Vec<T> is</p>", 1000)).toBe("Vec<T> is");
});

test("lines outside the markup of a calendar's description stay lines", () => {
  expect(proseOf("Kind: tutorial\nhttps://x.example/1\n<p>We\nbuild</p>\nSpeakers:\nAna Ruiz", 1000)).toBe(
    "Kind: tutorial\nhttps://x.example/1\n\nWe build\n\nSpeakers:\nAna Ruiz",
  );
});

test("scripts and styles are no words", () => {
  expect(proseOf("<p>Hi</p><script>alert(1)</script><style>p{}</style><p>there</p>", 1000)).toBe("Hi\n\nthere");
});

test("the time for markup grows with its length, however it is nested", () => {
  const started = performance.now();
  for (const hostile of ["<b>", "</x>", "<p ", "<", "&", "<!--", "<p>&lt;"]) proseOf(hostile.repeat(200_000), 50_000);
  expect(performance.now() - started).toBeLessThan(5000);
});
