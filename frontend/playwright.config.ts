import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "e2e",
  // Each test has a program and a data folder of its own.
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 5_000 },
  reporter: [["list"]],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: "nl-BE",
    timezoneId: "Europe/Brussels",
    trace: "retain-on-failure",
    actionTimeout: 10_000,
    launchOptions: {
      executablePath: process.env["TOETSSTEEN_CHROMIUM"] ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox", // tests may run as root
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
