import { expect, test } from "./app";
import { chooseTown } from "./town";

test("testing a server that is not there names it, and says what is safe", async ({ page, app }) => {
  await chooseTown(app);
  await app.goTo("#/settings");
  await page.getByLabel("Adres van de server").fill("http://127.0.0.1:9/");
  await page.getByRole("button", { name: "Test de verbinding" }).click();
  await expect(page.getByRole("heading", { name: "De verbinding werkt nog niet" })).toBeVisible();
  await expect(page.getByText("De server bereiken: mislukt")).toBeVisible();
  await expect(page.getByText(/is niet bereikbaar\. Alles staat veilig op deze laptop\./)).toBeVisible();
  await page.getByText("Details voor je IT-dienst").click();
  await expect(page.getByRole("region", { name: "Kopieer de details" })).toContainText("127.0.0.1:9");
});

test("a key with a typing error is refused, and what was typed stays", async ({ page, app }) => {
  await chooseTown(app);
  await app.goTo("#/settings");
  await page.getByLabel("Sleutel van de werkgroep").fill("geen sleutel");
  await page.getByRole("region", { name: "Server van de werkgroep" }).getByRole("button", { name: "Bewaar" }).click();
  await expect(page.getByRole("alert")).toContainText("Er is niets gewijzigd.");
  await expect(page.getByLabel("Sleutel van de werkgroep")).toHaveValue("geen sleutel");
});

test("another town, role and look are kept", async ({ page, app }) => {
  await chooseTown(app);
  await app.goTo("#/settings");
  const town = page.getByRole("combobox", { name: "Gemeente" });
  await expect(town).toHaveValue("Dendermonde");
  await town.fill("9300");
  await town.fill("aalst");
  await page.getByRole("option", { name: /^Aalst/ }).click();
  await page.getByLabel("Jouw functie of dienst").fill("IT-dienst");
  await page.getByRole("region", { name: "Gemeente en functie" }).getByRole("button", { name: "Bewaar" }).click();
  await expect(page.getByRole("banner")).toContainText("Aalst");
  await page.getByRole("radio", { name: "Donker" }).check();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByLabel("Jouw functie of dienst")).toHaveValue("IT-dienst");
});

test("the look follows the system until somebody chooses", async ({ page, app }) => {
  await chooseTown(app);
  await app.call("SavePreferences", { language: "nl", theme: "system" });
  await page.emulateMedia({ colorScheme: "dark" });
  await app.goTo("#/settings");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.emulateMedia({ colorScheme: "light" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await page.emulateMedia({ contrast: "more" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "contrast");
});
