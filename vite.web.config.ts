import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

/** The app, for browsers of the last two years. `setup.mjs` builds it beside the command line when a source is newer. */
export default defineConfig({
  root: fileURLToPath(new URL("src/web", import.meta.url)),
  worker: { format: "es" },
  build: {
    target: "es2024",
    outDir: fileURLToPath(new URL("dist/web", import.meta.url)),
    reportCompressedSize: false,
    // Strict Content-Security-Policy: nothing inline, and no data: scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The server gives out names of letters, digits, dots and dashes.
    rolldownOptions: { output: { sanitizeFileName: (name) => name.replace(/[^\w.-]+/g, "-") } },
  },
});
