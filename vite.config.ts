import { defineConfig } from "vite";

/**
 * The command line in a few files: a process starts in half the time that loading each source file takes (see
 * docs/decisions). `setup.mjs` builds it when a source is newer.
 */
export default defineConfig({
  build: {
    target: "node24",
    ssr: true,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { upshot: "src/main/upshot.ts", start: "src/main/start.ts" },
      output: { entryFileNames: "[name].js" },
      external: ["pg-native"],
    },
  },
  ssr: { noExternal: true },
});
