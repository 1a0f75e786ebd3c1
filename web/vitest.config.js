import { defineConfig } from "vitest/config";

// No browser and no plug-ins: what is tested here is the law's arithmetic.
export default defineConfig({
  test: { include: ["tests/**/*.test.ts"], environment: "node", passWithNoTests: false },
});
