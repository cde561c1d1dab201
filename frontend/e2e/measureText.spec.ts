import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Assessment } from "../src/lib/door/types";
import { expect, test } from "./app";
import { clean, running, sample } from "./measuring";

test.use({ sample: true });

test("a text is measured, each hit shown, and the figures stand with the answer", async ({ page, app }) => {
  const id = await running(app);
  await app.goTo(`#/measure/${id}/SD-I3/text`);
  await page.getByLabel("Plak hier een tekst").fill(readFileSync(sample("bad.txt"), "utf8"));
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  await expect(page.getByText("71 woorden in 5 zinnen")).toBeVisible();
  await expect(page.locator(".place mark.jargon", { hasText: "dienen te" })).toBeVisible();
  await expect(page.getByText("Lange zin: 24 woorden.")).toBeVisible();
  await page.getByRole("button", { name: "Bewaar bij SD-I3" }).click();
  await expect(page.getByText("De meting staat bij SD-I3.")).toBeVisible();
  const { measurements } = await app.call<Assessment>("Assessment", { id });
  expect(measurements.map(({ indicator }) => indicator)).toContain("SD-I3.1");
  expect(measurements[0]?.note).toContain("71 woorden");
  // It is one change, and so one undo.
  await page.getByRole("button", { name: /^Maak ongedaan/ }).click();
  await expect(page.getByText(/Ongedaan gemaakt: de meting/)).toBeVisible();
  expect((await app.call<Assessment>("Assessment", { id })).measurements).toEqual([]);
});

test("a text is opened from a file, and another kind is refused in words", async ({ page, app }) => {
  const id = await running(app);
  await app.goTo(`#/measure/${id}/SD-I3/text`);
  await page.getByLabel("Of open een bestand").setInputFiles(sample("good.html"));
  await expect(page.getByRole("heading", { name: "De cijfers" })).toBeVisible();
  await page.getByLabel("Of open een bestand").setInputFiles({ name: "scan.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF") });
  await expect(page.getByRole("alert")).toContainText("scan.pdf is een ander soort bestand");
  // Large for its pictures, a file may be; a book may not.
  const large = join(app.data, "boek.txt");
  writeFileSync(large, Buffer.alloc((25 << 20) + 1, "a "));
  await page.getByLabel("Of open een bestand").setInputFiles(large);
  await expect(page.getByRole("alert")).toContainText("boek.txt is te groot");
});

test("a text that was measured is read back, removed as one change, and measured again", async ({ page, app }) => {
  const id = await running(app);
  await app.goTo(`#/measure/${id}/SD-I3/text`);
  await page.getByLabel("Plak hier een tekst").fill(readFileSync(sample("bad.txt"), "utf8").repeat(2));
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  await page.getByRole("button", { name: "Bewaar bij SD-I3" }).click();
  await expect(page.getByText("De meting staat bij SD-I3.")).toBeVisible();
  const measured = async () => (await app.call<Assessment>("Assessment", { id })).measurements.length;
  expect(await measured()).toBe(3);

  await app.goTo(`#/measure/${id}/SD-I3/text`);
  const stored = page.getByRole("region", { name: "Bewaard bij SD-I3" });
  await expect(stored).toContainText(String(new Date().getFullYear()));
  await expect(stored).toContainText("Geplakte tekst: 142 woorden, 10 zinnen");
  await expect(stored.getByText("Drempel niet gehaald").first()).toBeVisible();
  await expect(page.locator(".place mark.jargon", { hasText: "dienen te" }).first()).toBeVisible();
  await expect(page.getByLabel("Plak hier een tekst")).toBeHidden();
  expect(await page.locator("q").first().evaluate((q) => getComputedStyle(q, "::before").content)).toBe("open-quote");
  await clean(page);
  await stored.getByRole("button", { name: /Wis de meting/ }).click();
  await expect(stored).toBeHidden();
  expect(await measured()).toBe(0);
  await page.keyboard.press("Control+z");
  await expect(stored).toBeVisible();
  expect(await measured()).toBe(3);
  await stored.getByRole("button", { name: "Meet opnieuw" }).click();
  await expect(page.getByLabel("Plak hier een tekst")).toBeFocused();
  await expect(page.getByLabel("Plak hier een tekst")).toHaveValue(/dienen te/);
});

test("a short text gets figures without a verdict, and a very short one can't be saved", async ({ page, app }) => {
  const id = await running(app);
  await app.goTo(`#/measure/${id}/SD-I3/text`);
  const measure = async (text: string) => {
    await page.getByLabel("Plak hier een tekst").fill(text);
    await page.getByRole("button", { name: "Meet", exact: true }).click();
  };
  await measure("Ja.");
  await expect(page.getByText("1 woord in 1 zin")).toBeVisible();
  await expect(page.getByText("Deze tekst telt 1 woord.")).toBeVisible();
  await expect(page.getByText("Een tekst van minder dan 30 woorden kan je niet bewaren.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Bewaar bij/ })).toHaveCount(0);
  await expect(page.getByText(/^Drempel (niet )?gehaald$/)).toHaveCount(0);
  await expect(page.getByText("zeer makkelijk")).toHaveCount(0);
  // What was read is shown, without hits too.
  await expect(page.getByRole("region", { name: "De gemeten tekst" })).toHaveText("Ja.");
  await measure("Je vult het formulier in. ".repeat(8));
  await expect(page.getByText("Deze tekst telt 40 woorden.")).toBeVisible();
  await expect(page.getByText(/^Drempel (niet )?gehaald$/)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Bewaar bij SD-I3" })).toBeVisible();
  await measure("Je vult het formulier in. ".repeat(20));
  await expect(page.getByText(/^Deze tekst telt/)).toHaveCount(0);
  await expect(page.getByText("Drempel gehaald").first()).toBeVisible();
});
