import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareZXingModule, writeBarcode } from "zxing-wasm/writer";
import { fillExampleYear } from "../support/example-year.ts";
import { chromiumPath, launch, openPage, type Served, serveApp, sizes } from "./browser.ts";

const wasm = readFileSync(createRequire(import.meta.url).resolve("zxing-wasm/writer/zxing_writer.wasm"));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

/** A picture of a code, as a file that a person chooses. */
async function codeOf(text: string, format: "QRCode" | "DataMatrix" | "Aztec" = "QRCode") {
  const { image, error } = await writeBarcode(text, { format, scale: 8 });
  if (image === null) throw new Error(error);
  return { name: "code.png", mimeType: "image/png", buffer: Buffer.from(await image.arrayBuffer()) };
}

/** A line of a card: its words, the height of its letters, and where it stands. */
type Drawn = [words: string, size: number, top: number];

/** A picture of a card, drawn by the browser itself. */
async function cardOf(browser: Browser, lines: readonly Drawn[]) {
  const page = await browser.newPage();
  const picture = await page.evaluate<string>(`(() => {
    const canvas = document.createElement("canvas");
    canvas.width = 1050;
    canvas.height = 600;
    const context = canvas.getContext("2d");
    context.fillStyle = "#fffdf6";
    context.fillRect(0, 0, 1050, 600);
    context.fillStyle = "#1d2b36";
    for (const [words, size, top] of ${JSON.stringify(lines)}) {
      context.font = size + "px sans-serif";
      context.fillText(words, 80, top);
    }
    return canvas.toDataURL("image/png");
  })()`);
  await page.close();
  const base64 = picture.slice(picture.indexOf(",") + 1);
  return { name: "card.png", mimeType: "image/png", buffer: Buffer.from(base64, "base64") };
}

const card: Drawn[] = [
  ["Bluewater Tugs GmbH", 40, 110],
  ["Nadia Fenwick", 64, 250],
  ["Head of Operations", 36, 310],
  ["nadia.fenwick@bluewater.example", 34, 430],
  ["Mobile +49 151 23456789", 34, 490],
];

const badge =
  "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Adeb;Oyelaran\r\nFN:Oyelaran Adeb\r\nORG:Quayside\r\nTITLE:Harbour master\r\n" +
  "TEL;TYPE=CELL:+45 20 12 34 56\r\nEMAIL:o.adeb@quayside.example\r\nEND:VCARD";

describe.skipIf(chromiumPath === undefined)("a card or badge", { timeout: 240_000 }, () => {
  let browser: Browser;
  let served: Served;
  let context: BrowserContext;
  let troubles: string[] = [];
  let elsewhere: string[] = [];
  beforeAll(async () => {
    [browser, served] = await Promise.all([launch(), serveApp({ fill: fillExampleYear })]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  async function open(size: keyof typeof sizes = "desk"): Promise<Page> {
    const isPhone = size === "phone";
    context = await browser.newContext({
      viewport: sizes[size],
      hasTouch: isPhone,
      isMobile: isPhone,
      reducedMotion: "reduce",
      baseURL: served.url,
    });
    elsewhere = [];
    context.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(served.url) && !url.startsWith("blob:") && !url.startsWith("data:")) elsewhere.push(url);
    });
    const opened = await openPage(context);
    troubles = opened.troubles;
    opened.page.setDefaultTimeout(40_000);
    await opened.page.goto("/");
    await opened.page.getByRole("grid").waitFor();
    return opened.page;
  }

  async function take(page: Page, file: Awaited<ReturnType<typeof codeOf>>): Promise<void> {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Photo of a card or badge" }).click();
    await (await chooser).setFiles(file);
  }

  /** What the fields of the card hold, by their labels. */
  async function fields(page: Page): Promise<Record<string, string>> {
    const boxes = await page.getByRole("dialog").locator("label:has(+ input)").all();
    const pairs = boxes.map(async (label) => [await label.textContent(), await label.locator("+ input").inputValue()]);
    return Object.fromEntries(await Promise.all(pairs)) as Record<string, string>; // a label and its value each
  }

  async function troublesAtEnd(): Promise<{ troubles: string[]; elsewhere: string[] }> {
    await context.close();
    return { troubles, elsewhere };
  }

  test("RD7 a badge's code is shown as fields, corrected, and kept by Enter; one undo takes it back", async () => {
    const page = await open();
    await page.keyboard.press("c");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("ask about the ti");
    await take(page, await codeOf(badge));
    await page.getByLabel("Name").waitFor();
    expect(await fields(page)).toEqual({
      Name: "Oyelaran Adeb",
      Role: "Harbour master",
      Organization: "Quayside",
      "E-mail": "o.adeb@quayside.example",
      "Phone (mobile)": "+45 20 12 34 56",
    });
    const { violations } = await new AxeBuilder({ page }).include("[role=dialog]").analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.getByLabel("Role").fill("Harbour Master");
    await page.keyboard.press("Enter");
    await page.getByText(/^Oyelaran Adeb kept, met at /).waitFor();
    // The line that was begun is gone on with.
    const line = page.getByRole("dialog", { name: "Capture" }).getByRole("textbox");
    await line.waitFor();
    expect(await line.inputValue()).toBe("ask about the ti");
    await line.fill("");
    await page.keyboard.press("Escape");
    const find = async () => {
      await page.goto("/people");
      await page.getByLabel("Find by name, organization or role").fill("Oyelaran");
    };
    await find();
    await page.getByRole("link", { name: /Oyelaran Adeb/ }).click();
    await page.getByText("Harbour Master").first().waitFor();
    await page.getByText("Open Logistics Expo").first().waitFor();
    await page
      .getByText(/BEGIN:VCARD/)
      .first()
      .waitFor();
    await page.keyboard.press("u");
    await page.getByText(/^Undone/).waitFor();
    await find();
    await expect.poll(() => page.getByRole("link", { name: /Oyelaran Adeb/ }).count()).toBe(0);
    expect(await troublesAtEnd()).toEqual({ troubles: [], elsewhere: [] });
  });

  test("RD7 SE1 a card's words are read on the device, on a phone by touch, and nothing is asked of anybody else", async () => {
    const page = await open("phone");
    await page.getByRole("button", { name: "Capture" }).tap();
    await take(page, await cardOf(browser, card));
    await page.getByLabel("Name").waitFor();
    expect(await fields(page)).toEqual({
      Name: "Nadia Fenwick",
      Role: "Head of Operations",
      Organization: "Bluewater Tugs GmbH",
      "E-mail": "nadia.fenwick@bluewater.example",
      "Phone (mobile)": "+49 151 23456789",
    });
    await page.getByRole("button", { name: "Keep" }).tap();
    await page.getByText(/^Nadia Fenwick kept/).waitFor();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await troublesAtEnd()).toEqual({ troubles: [], elsewhere: [] });
  });

  test("RD7 a photo that nothing is found on, and a file that is none, say so and leave the line as it was", async () => {
    const page = await open();
    await page.keyboard.press("c");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("half a thou");
    await take(page, await cardOf(browser, []));
    await page.getByRole("alert").getByText("No code and no words were found.").waitFor();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Another photo" }).click();
    await (await chooser).setFiles({ name: "notes.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
    await page.getByRole("alert").getByText("This is no picture").waitFor();
    await page.getByRole("button", { name: "Back to the line" }).click();
    const line = page.getByRole("dialog").getByRole("textbox");
    expect(await line.inputValue()).toBe("half a thou");
    await line.fill("");
    expect(await troublesAtEnd()).toEqual({ troubles: [], elsewhere: [] });
  });

  test("RD7 reading is stopped at once, and a picture that is pasted is looked at too", async () => {
    const page = await open();
    await page.keyboard.press("c");
    await page.getByRole("dialog").getByRole("textbox").waitFor();
    await take(page, await cardOf(browser, card));
    await page.getByRole("button", { name: "Stop" }).click();
    const line = page.getByRole("dialog").getByRole("textbox", { name: /What did you hear/ });
    await line.waitFor();
    const { buffer } = await codeOf("MECARD:N:Lund,Sofie;EMAIL:sofie@harbour.example;;", "DataMatrix");
    await page.evaluate(`(() => {
      const bytes = Uint8Array.from(atob("${buffer.toString("base64")}"), (character) => character.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], "code.png", { type: "image/png" }));
      const box = document.querySelector("[role=dialog] textarea");
      box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    })()`);
    await page.getByLabel("Name").waitFor();
    expect(await fields(page)).toMatchObject({ Name: "Sofie Lund", "E-mail": "sofie@harbour.example" });
    expect(await troublesAtEnd()).toEqual({ troubles: [], elsewhere: [] });
  });

  test("SY1 RD7 a card is read and kept with no server in reach, once the app is on the device", async () => {
    const page = await open();
    const isHere = () =>
      page.evaluate<boolean>(`caches.keys().then(async (names) => {
        const all = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
        return ["zxing", "tesseract-core", "traineddata", "worker.min"].every((part) => all.flat().some((url) => url.includes(part)));
      })`);
    await expect.poll(isHere, { timeout: 60_000, interval: 200 }).toBe(true);
    await page.reload(); // from the browser's own keeping now
    await page.getByRole("grid").waitFor();
    await served.kill();
    await page.keyboard.press("c");
    await page.getByRole("dialog").waitFor();
    await take(page, await cardOf(browser, card));
    await page.getByLabel("Name").waitFor();
    expect(await fields(page)).toMatchObject({ Name: "Nadia Fenwick" });
    await page.keyboard.press("Enter");
    await page.getByText(/^Nadia Fenwick kept/).waitFor();
    await context.close();
    await served.again();
    expect(elsewhere).toEqual([]);
  });
});
