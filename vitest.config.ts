import { defineConfig } from "vitest/config";

const shared = {
  setupFiles: ["test/support/temporal.ts", "test/support/seed.ts"],
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

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
        test: { ...shared, name: "browser", include: ["test/e2e/**/*.test.ts"], globalSetup: ["test/e2e/build.ts"] },
      },
    ],
  },
});
