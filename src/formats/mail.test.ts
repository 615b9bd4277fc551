import { describe, expect, test } from "vitest";
import { mailFile } from "./mail.ts";

const mail = {
  from: { name: "Mira Okafor", email: "mira@lindenhof.example" },
  to: { name: "Ana Ruiz", email: "ana@contoso.example" },
  subject: "The deck",
  text: "Hello Ana,\n\nhere it is.",
  at: Temporal.Instant.from("2026-02-06T09:05:00Z"),
};

/** Headers unfolded, and the text decoded, as a mail program reads them. */
function read(file: string) {
  const [head = "", body = ""] = file.split("\r\n\r\n");
  const lines = head.replaceAll("\r\n ", " ").split("\r\n");
  const words = (value: string) =>
    value
      .replace(/\?= =\?/g, "?==?")
      .replace(/=\?utf-8\?B\?([^?]*)\?=/g, (_, base: string) => Buffer.from(base, "base64").toString());
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(":")), words(line.slice(line.indexOf(":") + 2))]),
  );
  return { headers, text: Buffer.from(body, "base64").toString() };
}

describe("a draft as a message (.eml)", () => {
  test("ST8 is a message of RFC 5322 that says it was not sent", () => {
    const { headers, text } = read(mailFile(mail));
    expect(headers).toEqual({
      Date: "Fri, 6 Feb 2026 09:05:00 +0000",
      From: '"Mira Okafor" <mira@lindenhof.example>',
      To: '"Ana Ruiz" <ana@contoso.example>',
      Subject: "The deck",
      "X-Unsent": "1",
      "MIME-Version": "1.0",
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Transfer-Encoding": "base64",
    });
    expect(text).toBe("Hello Ana,\r\n\r\nhere it is.");
  });

  test("ST8 words outside ASCII come through whole, in lines that no server cuts", () => {
    const subject = "Où en est-on à propos de l’étude « Größe » ? ".repeat(6).trim();
    const text = "grüße 🙂 ".repeat(500);
    const file = mailFile({ ...mail, subject, text, to: { name: "Zoë Ågren", email: "zoe@contoso.example" } });
    expect(Math.max(...file.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(78);
    expect(new TextEncoder().encode(file).length).toBe(file.length); // ASCII alone
    const { headers, text: back } = read(file);
    expect(headers["Subject"]).toBe(subject);
    expect(headers["To"]).toBe("Zoë Ågren <zoe@contoso.example>");
    expect(back).toBe(text);
  });

  test("ST8 neither a name nor a subject nor an address adds a header", () => {
    const evil = "x\r\nBcc: all@world.example";
    const file = mailFile({
      ...mail,
      subject: evil,
      to: { name: evil, email: evil },
      from: { name: evil, email: "a@b.example" },
    });
    expect(file).not.toMatch(/^Bcc:/m);
    expect(file).not.toMatch(/^To:/m);
    expect(read(file).headers["Subject"]).toBe("x Bcc: all@world.example");
  });
});
