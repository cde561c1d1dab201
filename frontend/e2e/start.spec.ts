import { expect, test } from "./app";

test("the first minute: language, town, role", async ({ page, app }) => {
  await expect(page).toHaveTitle("Welkom bij Toetssteen – Toetssteen");
  await page.getByRole("button", { name: "Nederlands" }).click();

  const town = page.getByRole("combobox", { name: "Gemeente" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Voor welke gemeente werk je?");
  await town.click();
  await page.keyboard.type("den");
  await expect(page.getByRole("listbox").getByRole("option").first()).toBeVisible();
  await page.keyboard.type("d");
  await expect(page.getByRole("option", { name: /Dendermonde/ })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /gemeenten? gevonden/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { name: /Dendermonde/ })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(town).toHaveValue("Dendermonde");
  await page.keyboard.press("Enter");

  await page.getByRole("textbox", { name: /Jouw functie/ }).fill("medewerker burgerzaken");
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vandaag");
  await expect(page.getByRole("banner")).toContainText("Dendermonde");
  await expect(page.getByRole("link", { name: /Voeg je eerste dienst toe/ })).toBeVisible();
  expect(await app.call("Settings")).toMatchObject({ town: { name: "Dendermonde" }, role: "medewerker burgerzaken" });
});

test("a town that is not chosen from the list is asked for", async ({ page }) => {
  await page.getByRole("button", { name: "Nederlands" }).click();
  const town = page.getByRole("combobox", { name: "Gemeente" });
  await town.fill("nergenshuizen");
  await expect(page.getByText("Geen gemeente gevonden. Kijk de schrijfwijze na.")).toBeVisible();
  await page.getByRole("button", { name: "Ga verder" }).click();
  await expect(page.getByText("Kies een gemeente uit de lijst.")).toBeVisible();
  await expect(town).toBeFocused();
  await expect(town).toHaveAttribute("aria-invalid", "true");
});

test("the town can wait", async ({ page }) => {
  await page.getByRole("button", { name: "Nederlands" }).click();
  await page.getByRole("button", { name: "Kies later" }).click();
  await expect(page.getByRole("link", { name: /Kies je gemeente/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /Voeg je eerste dienst toe/ })).toBeVisible();
});

test("the list of towns by keyboard", async ({ page }) => {
  await page.getByRole("button", { name: "Nederlands" }).click();
  const town = page.getByRole("combobox", { name: "Gemeente" });
  await town.click();
  await page.keyboard.type("aal");
  await expect(town).toHaveAttribute("aria-expanded", "true");
  const first = await town.getAttribute("aria-activedescendant");
  await page.keyboard.press("ArrowDown");
  await expect(town).not.toHaveAttribute("aria-activedescendant", first ?? "");
  await page.keyboard.press("ArrowUp");
  await expect(town).toHaveAttribute("aria-activedescendant", first ?? "");
  await page.keyboard.press("Escape");
  await expect(town).toHaveAttribute("aria-expanded", "false");
  await expect(town).toHaveValue("aal");
});
