import { defineConfig } from "@playwright/test";
import base from "./playwright.config.ts";

/** Counts what the instrument asks of a person, and prints a table: `make burden`. */
export default defineConfig(base, {
  testDir: "burden",
  testMatch: "*.spec.ts",
  workers: 1,
  timeout: 180_000,
  reporter: [["./burden/reporter.ts"]],
});
