import { expect, test } from "./app";
import { folder, run, Served } from "./program";
import { answerAll, startAssessment } from "./town";

test("all the way: handed in, verified on the server, received", async ({ page, app }) => {
  const [shelf, office] = [folder(), folder()];
  const server = new Served(["serve", shelf.path]);
  try {
    const url = await server.url;
    const { key } = JSON.parse(await run("workinggroup", "init", office.path, "--json")) as { key: string };
    const assessment = await startAssessment(app);
    await answerAll(app, assessment, { "SD-G1": "Nog niet." });

    await app.goTo("#/settings");
    await page.getByLabel("Adres van de server").fill(url);
    await page.getByLabel("Sleutel van de werkgroep").fill(key);
    await page.getByRole("button", { name: "Test de verbinding" }).click();
    await expect(page.getByRole("heading", { name: "De verbinding werkt", exact: true })).toBeVisible();
    await page.getByRole("region", { name: "Server van de werkgroep" }).getByRole("button", { name: "Bewaar" }).click();
    await expect(page.getByText("Kenmerk van de werkgroep:")).toBeVisible();

    await app.goTo(`#/result/${assessment.id}`);
    await page.getByRole("button", { name: "Dien in" }).click();
    const steps = page.getByRole("list", { name: "Stappen van deze indiening" });
    await expect(steps.getByRole("listitem").nth(1)).not.toContainText("nog niet");
    await expect(steps.getByRole("listitem").nth(2)).toContainText("nog niet");

    await run("workinggroup", "intake", office.path, "--url", url);
    await page.getByRole("button", { name: "Synchroniseer" }).click();
    await expect(page.getByText("1 ontvangstbewijs ontvangen.").first()).toBeVisible();
    await expect(steps.getByRole("listitem").nth(2)).not.toContainText("nog niet");
    await expect(page.getByRole("banner")).toContainText("Op de server nagekeken");

    await app.goTo("#/");
    await expect(page.getByRole("region", { name: "Indieningen" })).toContainText("ontvangstbewijs 1");
  } finally {
    await server.stop();
    shelf.remove();
    office.remove();
  }
});

test("a sync without a server says what is safe and what to do", async ({ page, app }) => {
  await startAssessment(app);
  await app.goTo("#/sync");
  await page.getByRole("main").getByRole("button", { name: "Synchroniseer" }).click();
  await expect(page.getByRole("alert")).toContainText("Er is nog geen server ingesteld. Alles staat veilig op deze laptop.");
  await page.getByRole("alert").getByRole("link", { name: "Naar Instellingen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Instellingen");
});

test("a long sync shows what it does, and can be stopped", async ({ page, app }) => {
  await startAssessment(app);
  await app.goTo("#/");
  let release: () => void = () => undefined;
  await page.route("**/call/Sync", async (route) => {
    await new Promise<void>((go) => (release = go));
    await route.continue();
  });
  await page.route("**/call/CancelSync", async (route) => {
    await route.continue();
    release();
  });
  await page.getByRole("banner").getByRole("button", { name: "Synchroniseer" }).click();
  await expect(page.getByRole("progressbar", { name: "Synchronisatie" })).toBeVisible();
  await page.getByRole("banner").getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("banner").getByRole("button", { name: "Synchroniseer" })).toBeVisible();
});
