import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    setupFiles: ["test/support/temporal.ts", "test/support/seed.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
