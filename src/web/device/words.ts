import languageUrl from "@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz?url";
import { createWorker, OEM, PSM, type Worker as Recognizer } from "tesseract.js";
import coreUrl from "tesseract.js-core/tesseract-core-simd-lstm.wasm.js?url";
import workerUrl from "tesseract.js/dist/worker.min.js?url";
import type { LineSeen } from "#reading/card-photo.ts";

/** Lines of which the reader itself is less sure than this (percent) are made of pictures and edges. */
const sureMin = 35;

/**
 * Reads the words on a picture, by Tesseract in a worker of its own: its program and its English are files of the app, so that nothing
 * is asked of anybody. It is begun for one picture and ended after it, since it holds 100 MB and more.
 * @param progress told how much is read, 0 to 1
 * @throws where the program cannot be loaded; the reason of `signal` where that ends it
 */
export async function readWords(
  picture: Blob,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<LineSeen[]> {
  signal.throwIfAborted();
  let fail: (why: unknown) => void = () => {};
  const failed = new Promise<never>((_, reject) => (fail = reject));
  failed.catch(() => undefined); // it may fail when nobody waits any more
  const end = () => fail(signal.reason);
  signal.addEventListener("abort", end);
  // Data handed over as bytes is taken for the language's name (tesseract.js 7.0.0), so it gets the folder of the file.
  const begun = createWorker("eng", OEM.LSTM_ONLY, {
    langPath: languageUrl.slice(0, languageUrl.lastIndexOf("/")),
    corePath: coreUrl,
    workerPath: workerUrl,
    // A worker made of text is what the Content-Security-Policy forbids.
    workerBlobURL: false,
    cacheMethod: "none",
    logger: ({ status, progress: share }) => {
      if (status === "recognizing text") progress(share);
    },
    errorHandler: (error: unknown) => fail(new Error(String(error))),
  });
  try {
    const recognizer = await Promise.race([begun, failed]);
    return await Promise.race([linesOf(recognizer, picture), failed]);
  } finally {
    signal.removeEventListener("abort", end);
    // It may be begun only after it was stopped.
    void begun.then((recognizer) => recognizer.terminate()).catch(() => undefined);
  }
}

async function linesOf(recognizer: Recognizer, picture: Blob): Promise<LineSeen[]> {
  // A resolution that is said is not guessed, and no guess is written to the console.
  await recognizer.setParameters({ tessedit_pageseg_mode: PSM.AUTO, user_defined_dpi: "300" });
  const { data } = await recognizer.recognize(picture, {}, { text: false, blocks: true });
  return (data.blocks ?? [])
    .flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines))
    .filter(({ confidence, text }) => confidence >= sureMin && /\S/u.test(text))
    .map(({ text, bbox }) => ({ text: text.trim(), height: bbox.y1 - bbox.y0 }));
}
