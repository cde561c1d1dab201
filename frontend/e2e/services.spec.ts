import { expect, test } from "./app";
import { addService, chooseTown } from "./town";

test("a new service, with the significance test explained while typing", async ({ page, app }) => {
  await chooseTown(app);
  await app.goTo("#/services");
  await expect(page.getByText("Hier komen de digitale diensten van je gemeente")).toBeVisible();
  await page.getByRole("link", { name: "Voeg een dienst toe" }).click();

  const preview = page.getByRole("region", { name: "Is dit een significante dienst?" });
  await expect(preview).toContainText("Nog niet bekend");
  await page.getByLabel("Naam van de dienst").fill("Sportkamp inschrijven");
  await page.getByRole("radio", { name: "Nieuwe dienst" }).check();
  const budget = page.getByLabel("Budget");
  await budget.fill("500000");
  await expect(preview).toContainText("Het aantal gebruikers is nog niet bekend.");
  await budget.fill("500.001");
  await expect(preview).toContainText("Een aftoetsing is verplicht: vooraf en achteraf.");
  await expect(preview).toContainText("Het budget ligt boven € 500.000.");
  await page.getByLabel("Aantal gebruikers").fill("12500");
  await page.getByLabel("Aantal gebruikers").blur();
  await expect(page.getByLabel("Aantal gebruikers")).toHaveValue("12.500");
  await page.getByRole("radio", { name: "Burgers" }).check();
  await page.getByRole("combobox", { name: "Maand" }).selectOption({ label: "maart" });
  await page.getByRole("combobox", { name: "Jaar" }).selectOption({ label: "2027" });
  await page.getByRole("button", { name: "Bewaar de dienst" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sportkamp inschrijven");
  await expect(page.getByText("Sportkamp inschrijven is bewaard.")).toBeVisible();
  const { services } = await app.call<{ services: unknown[] }>("Services");
  expect(services).toMatchObject([
    { name: "Sportkamp inschrijven", budgetEuro: 500_001, users: 12_500, planned: "2027-03", significance: { required: true } },
  ]);

  await page.getByRole("link", { name: "Diensten", exact: true }).first().click();
  const row = page.getByRole("row", { name: /Sportkamp inschrijven/ });
  await expect(row).toContainText("Significant");
  await expect(row).toContainText("door het budget");
  await expect(row).toContainText("12.500");
});

test("what is wrong in the form is said above and beside it, and nothing is lost", async ({ page, app }) => {
  await chooseTown(app);
  await app.goTo("#/services/new");
  await page.getByLabel("Budget").fill("veel");
  await page.getByRole("button", { name: "Bewaar de dienst" }).click();
  const summary = page.getByRole("alert");
  await expect(summary).toContainText("Vul een naam in voor de dienst.");
  await expect(summary).toContainText("Vul een geheel getal in, zoals 250.000, of laat leeg.");
  await summary.getByRole("link", { name: /geheel getal/ }).click();
  await expect(page.getByLabel("Budget")).toBeFocused();
  await expect(page.getByLabel("Budget")).toHaveValue("veel");
  await expect(page.getByLabel("Naam van de dienst")).toHaveAttribute("aria-invalid", "true");
});

test("a form that is left comes back as it was", async ({ page, app }) => {
  await chooseTown(app);
  await app.goTo("#/services/new");
  await page.getByLabel("Naam van de dienst").fill("Half getypt");
  await page.getByRole("navigation").getByRole("link", { name: "Vandaag" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vandaag");
  await page.goBack();
  await expect(page.getByLabel("Naam van de dienst")).toHaveValue("Half getypt");
  await page.getByRole("button", { name: "Wis en begin opnieuw" }).click();
  await expect(page.getByLabel("Naam van de dienst")).toHaveValue("");
});

test("search, filter, and an empty answer that says what to do", async ({ page, app }) => {
  await chooseTown(app);
  await addService(app, "Bewonerskaart aanvragen");
  await addService(app, "Café-vergunning");
  await app.goTo("#/services");
  await page.getByRole("searchbox").fill("cafe");
  await expect(page.getByText("1 van 2 getoond")).toBeVisible();
  await expect(page.getByRole("row", { name: /Café-vergunning/ })).toBeVisible();
  await page.getByRole("link", { name: "Café-vergunning" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Café-vergunning");
  await page.goBack();
  await expect(page.getByRole("searchbox")).toHaveValue("cafe");
  await page.getByRole("combobox", { name: "Toon" }).selectOption({ label: "Budget of gebruikers nog niet bekend" });
  await expect(page.getByText("Geen enkele dienst past bij wat je zoekt.")).toBeVisible();
  await page.getByRole("button", { name: "Toon alle diensten" }).click();
  await expect(page.getByText("2 van 2 getoond")).toBeVisible();
});

test("removing asks nothing, and can be undone", async ({ page, app }) => {
  await chooseTown(app);
  const { id } = await addService(app);
  await app.goTo(`#/services/${id}`);
  await page.getByRole("button", { name: "Verwijder de dienst" }).click();
  await expect(page.getByText("Bewonerskaart aanvragen is verwijderd.")).toBeVisible();
  await expect(page.getByText("Hier komen de digitale diensten van je gemeente")).toBeVisible();
  await page.getByRole("main").getByRole("button", { name: "Maak ongedaan" }).click();
  await expect(page.getByRole("row", { name: /Bewonerskaart aanvragen/ })).toBeVisible();
  await expect(page.getByText("Ongedaan gemaakt: een wijziging aan de dienst Bewonerskaart aanvragen.")).toBeVisible();
});

test("an assessment begins with one click", async ({ page, app }) => {
  await chooseTown(app);
  await addService(app);
  await app.goTo("#/");
  await page.getByRole("button", { name: /Start de aftoetsing vooraf: Bewonerskaart aanvragen/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vragen vooraf");
  await page.getByRole("link", { name: "Sla over: naar de criteria" }).click();
  await expect(page.getByRole("group", { name: "Jouw antwoord" })).toBeVisible();
  await expect(page.getByText("Nog 52 criteria")).toBeVisible();
});
