import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import type { CodesAnswer, CodesAsked } from "./codes-messages.ts";

/** More pixels than any camera of a phone has; a picture that unpacks to more is none of a card. */
const pixelsMax = 120_000_000;
/** A card that fills the picture has 500 dots to the inch then, and reading it stays quick. */
const sideMax = 2000;
/** Small pictures (a signature that was copied) are read better larger. */
const sideMin = 1200;
/** Codes on one card. */
const codesMax = 4;

/** Looks for codes on one photo, beside the page, and gives the photo back in the size in which its words are read. */
addEventListener("message", ({ data: { photo, program } }: MessageEvent<CodesAsked>) => {
  const failed = (): CodesAnswer => ({ failed: "program" });
  void lookAt(photo, program)
    .catch(failed)
    .then((answer) => postMessage(answer));
});

async function lookAt(photo: Blob, program: ArrayBuffer): Promise<CodesAnswer> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(photo, { imageOrientation: "from-image" });
  } catch {
    return { failed: "no-picture" };
  }
  const { width, height } = bitmap;
  if (width * height > pixelsMax) return { failed: "too-many-pixels" };
  const longest = Math.max(width, height);
  const scale = longest > sideMax ? sideMax / longest : Math.min(2, Math.max(1, sideMin / longest));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  const context = canvas.getContext("2d");
  if (context === null) return { failed: "no-picture" };
  context.fillStyle = "white"; // what is transparent is paper
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  prepareZXingModule({ overrides: { wasmBinary: program } });
  const seen = await readBarcodes(context.getImageData(0, 0, canvas.width, canvas.height), {
    formats: ["QRCode", "DataMatrix", "Aztec"],
    tryHarder: true,
    maxNumberOfSymbols: codesMax,
  });
  const codes = seen.filter(({ isValid }) => isValid).map(({ text }) => text);
  return { codes, picture: await canvas.convertToBlob({ type: "image/png" }) };
}
