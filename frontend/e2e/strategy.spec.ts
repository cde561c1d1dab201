import type { Result, Service } from "../src/lib/door/types";
import { expect, test } from "./app";

test.use({ sample: true });

test("from a principle to a criterion, its indicators and its aids, and back", async ({ page }) => {
  await page.getByRole("link", { name: "Strategie" }).click();
  await page.getByRole("link", { name: "Standaard digitaal" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Standaard digitaal" })).toBeFocused();
  await page.getByRole("link", { name: /^SD-I3 / }).click();
  await expect(page.getByRole("heading", { name: /^\d+ indicatoren$/ })).toBeVisible();
  await expect(page.getByText("De strategie noemt deze indicator zelf als voorbeeld.")).toBeVisible();
  await page.goBack();
  await page.getByRole("link", { name: /^SD-G6 / }).click();
  const aids = page.getByRole("region", { name: /hulpmiddelen?$/ });
  await aids.getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: /^Helpt bij/ })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name: /^\d+ indicatoren$/ })).toBeVisible();
});

test("search finds words in the language of the window, with Ctrl+K from anywhere", async ({ page }) => {
  await page.keyboard.press("Control+k");
  const field = page.getByRole("searchbox");
  await expect(field).toBeFocused();
  await field.fill("volmacht");
  await expect(page.getByRole("status").filter({ hasText: /keer gevonden/ })).toBeVisible();
  await expect(page.locator("mark").first()).toContainText(/volmacht/i);
  await field.fill("SD-G4");
  await expect(page.locator("main").getByRole("link").first()).toContainText("SD-G4");
  await field.fill("digitale kloofkunde");
  await expect(page.getByText("Niets bevat al je woorden")).toBeVisible();
  await field.fill("gemeente");
  await expect(page.getByRole("status").filter({ hasText: "Meer dan 40 keer gevonden" })).toBeVisible();
  await field.fill("zzzz");
  await expect(page.getByText("Niets gevonden.")).toBeVisible();
  for (const [language, word] of [["fr", "guichet"], ["de", "Schalter"], ["en", "counter"]] as const) {
    await page.locator("header").getByRole("combobox").selectOption(language);
    await field.fill(word);
    await expect(page.locator("mark").first()).toContainText(new RegExp(word, "i"));
  }
});

test("aids are found by word, type, status and criterion; a contradiction is told", async ({ page, app }) => {
  await app.goTo("#/aids");
  const shown = page.getByRole("status").filter({ hasText: "getoond" });
  await page.getByLabel("Soort").selectOption({ label: "Opleiding" });
  await expect(shown).toHaveText(/^5 van /);
  await page.getByRole("combobox", { name: /^Stand/ }).selectOption({ label: "Ontwikkeld" });
  await expect(shown).toHaveText(/^2 van /);
  await page.getByLabel("Zoek een hulpmiddel").fill("bestaat niet");
  await page.getByRole("button", { name: "Toon alle hulpmiddelen" }).click();
  await expect(page.getByText("De strategie spreekt zichzelf tegen:").first()).toBeVisible();
  await page.getByLabel("Helpt bij criterium").selectOption("GC-G2");
  await expect(shown).not.toHaveText(/^0 /);
});

test("the 21 actions", async ({ page, app }) => {
  await app.goTo("#/actions");
  await expect(page.getByRole("heading", { level: 2 })).toHaveCount(21);
  await expect(page.getByRole("listitem").filter({ has: page.locator("#action-13") })).toContainText("In Toetssteen: aftoetsing");
  // Found by searching, it is what one arrives at.
  await app.goTo("#/search/feedbackinstrument");
  await page.getByRole("link", { name: /^14 / }).click();
  await expect(page.locator("#action-14")).toBeFocused();
  await expect(page.locator("#action-14")).toBeInViewport();
  // Another one, by the address.
  await page.evaluate(() => (location.hash = "#/actions/5"));
  await expect(page.locator("#action-5")).toBeFocused();
  await expect(page.locator("#action-5")).toBeInViewport();
});

test("unmet criteria lead to the aids that touch most of them", async ({ page, app }) => {
  const { services } = await app.call<{ services: Service[] }>("Services");
  const id = services.flatMap((service) => service.assessments).find((assessment) => assessment.state === "complete")?.id ?? "";
  const { aids, unmet } = await app.call<Result>("Result", { id });
  const counts = aids.map((aid) => aid.touches.length);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
  for (const aid of aids) expect(unmet.map(({ criterion }) => criterion)).toEqual(expect.arrayContaining(aid.touches.map(({ criterion }) => criterion)));
  await app.goTo(`#/result/${id}`);
  await expect(page.getByRole("heading", { name: `${aids.length} hulpmiddelen helpen` })).toBeVisible();
  await page.locator("#aids").getByText("Waarom").first().click();
  await page.locator("#aids").getByRole("link").first().click();
  await expect(page).toHaveURL(new RegExp(`#/aids/${aids[0]?.id ?? "?"}/2022.1$`));
  // From one unmet criterion: those that help with it, the one that touches most of what is unmet first.
  const one = unmet.find(({ criterion }) => aids.some((aid) => aid.touches.some((touch) => touch.criterion === criterion)))?.criterion ?? "";
  const first = aids.find((aid) => aid.touches.some((touch) => touch.criterion === one));
  await app.goTo(`#/result/${id}`);
  await page.locator("#unmet").getByText(new RegExp(`helpen: ${one}$|helpt: ${one}$`)).first().click();
  await expect(page.locator("#unmet details[open] a").first()).toHaveAttribute("href", `#/aids/${first?.id ?? "?"}/2022.1`);
  await app.goTo(`#/assessment/${id}/${one}`);
  await page.getByText(new RegExp(`(helpt|helpen): ${one}$`)).click();
  await expect(page.locator("main details[open] a").first()).toHaveAttribute("href", `#/aids/${first?.id ?? "?"}/2022.1`);
});
