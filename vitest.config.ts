import { defineConfig } from "vitest/config";

const shared = {
  setupFiles: ["test/support/temporal.ts", "test/support/seed.ts"],
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

/**
 * Browser tests that have held on every run of the whole suite so far. The others are new, or take minutes on a busy machine: they
 * run with `UPSHOT_BROWSER=all`, and move up here when they have held too.
 */
const held = ["begin", "import", "five-minutes", "people"].map((name) => `test/e2e/${name}.test.ts`);
const browserTests = process.env["UPSHOT_BROWSER"] === "all" ? ["test/e2e/**/*.test.ts"] : held;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "rooms",
          include: ["src/**/*.test.ts", "test/**/*.test.ts"],
          exclude: ["test/e2e/**"],
        },
      },
      // In a real Chromium, with the app built once.
      {
        test: { ...shared, name: "browser", include: browserTests, globalSetup: ["test/e2e/build.ts"] },
      },
    ],
  },
});
