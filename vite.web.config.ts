import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin, type Rolldown } from "vite";

const root = fileURLToPath(new URL("src/web", import.meta.url));

/** A file of so many bytes or more is not one that a screen needs at once: reading files, reading photos. The first screen's own is. */
const firstBytesMax = 300_000;

/** The app, for browsers of the last two years. `setup.mjs` builds it beside the command line when a source is newer. */
export default defineConfig({
  root,
  worker: { format: "es" },
  plugins: [serviceWorkerFiles()],
  build: {
    target: "es2024",
    outDir: fileURLToPath(new URL("dist/web", import.meta.url)),
    reportCompressedSize: false,
    // Strict Content-Security-Policy: nothing inline, and no data: scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: join(root, "index.html"), sw: join(root, "service/sw.ts") },
      output: {
        entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
        // Tesseract asks for its language by the file's own name, so that the hash stands in the folder's.
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith(".traineddata.gz"))
            ? "assets/[hash]/[name][extname]"
            : "assets/[name]-[hash][extname]",
        codeSplitting: {
          groups: [
            // What loads a script stands alone: else the page would load with it all that it is to load later.
            { name: "loading", test: /preload-helper/, priority: 1 },
            { debugName: "first", name: (id, build) => (isOfFirst(id, build) ? "first" : null) },
          ],
        },
        // The server gives out names of letters, digits, dots and dashes.
        sanitizeFileName: (name) => name.replace(/[^\w.-]+/g, "-"),
      },
    },
  },
});

let ofFirst: Set<string> | null = null;

/**
 * True for our own modules that the first screen needs. They make one file, with what it takes of others': as sixty small ones that other
 * screens share they took 21 KB more (of 191, as sent), and were asked for one after another.
 */
function isOfFirst(id: string, build: Rolldown.ChunkingContext): boolean {
  if (ofFirst === null) {
    ofFirst = new Set();
    const rest = ["app.tsx", "screens/today.tsx"].map((name) => join(root, name));
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
      if (ofFirst.has(next) || next.includes("node_modules")) continue;
      ofFirst.add(next);
      rest.push(...(build.getModuleInfo(next)?.importedIds ?? []));
    }
  }
  return ofFirst.has(id);
}

/** Tells the service worker which files the build has: those of the first screens, and the rest. */
function serviceWorkerFiles(): Plugin {
  return {
    name: "service-worker-files",
    enforce: "post",
    generateBundle(_, bundle) {
      const worker = bundle["sw.js"];
      if (worker?.type !== "chunk") throw new Error("The build makes a service worker.");
      if (worker.imports.length > 0) throw new Error("The service worker stands alone.");
      const files = Object.values(bundle)
        .filter((file) => file !== worker && !file.fileName.endsWith(".map"))
        .map((file) => ({ path: `/${file.fileName}`, bytes: bytesOf(file) }));
      const still = readdirSync(join(root, "public")).map((name) => ({
        path: `/${name}`,
        bytes: readFileSync(join(root, "public", name)),
      }));
      const all = [...files, ...still].sort((a, b) => (a.path < b.path ? -1 : 1));
      const hash = createHash("sha256");
      for (const { path, bytes } of all) hash.update(path).update(bytes);
      const isFirst = ({ path, bytes }: (typeof all)[number]) =>
        (bytes.length < firstBytesMax || path.startsWith("/assets/first-")) &&
        (!path.endsWith(".woff2") || path.includes("-latin-"));
      const build = {
        id: hash.digest("hex").slice(0, 12),
        first: all.filter(isFirst).map(({ path }) => path),
        rest: all.filter((file) => !isFirst(file)).map(({ path }) => path),
      };
      worker.code = worker.code.replaceAll("UPSHOT_BUILD", JSON.stringify(build));
    },
  };
}

function bytesOf(file: Rolldown.OutputChunk | Rolldown.OutputAsset): Buffer {
  return Buffer.from(file.type === "chunk" ? file.code : file.source);
}
