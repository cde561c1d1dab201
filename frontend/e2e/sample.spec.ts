import { expect, test } from "./app";

test("a look at the sample data, there and back, leaves one's own data as they were", async ({ page, app }) => {
  const own = await app.call("Settings");
  await page.getByRole("button", { name: "Nederlands" }).click();
  await page.getByRole("button", { name: "Bekijk met voorbeeldgegevens" }).press("Enter");

  const banner = page.getByRole("banner");
  await expect(banner).toContainText("Voorbeeldgegevens – fictief");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vandaag");
  await page.getByRole("link", { name: "Diensten", exact: true }).click();
  await expect(page.getByRole("link", { name: "Leerplichtcontrole" }).first()).toBeVisible();
  await app.call("RemoveService", { id: (await app.call<{ services: { id: string }[] }>("Services")).services[0]?.id });

  await banner.getByRole("button", { name: "Verlaat de voorbeeldgegevens" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Voor welke gemeente werk je?");
  await expect(banner).not.toContainText("fictief");
  expect(await app.call("Services")).toEqual({ services: [] });
  expect(await app.call("Settings")).toEqual(own);
});

test("sample data that can't be opened: the reason is said, and one stays where one is", async ({ page, app }) => {
  await page.getByRole("button", { name: "Nederlands" }).click();
  app.blockSample();
  await page.getByRole("button", { name: "Bekijk met voorbeeldgegevens" }).click();
  await expect(page.getByRole("alert")).toContainText("data-sample");
  expect(await app.call("Session")).toMatchObject({ fictional: false, sample: "enter" });
});

test("from the settings", async ({ page, app }) => {
  await app.call("SaveTown", { nis: "11001", role: "" });
  await app.goTo("#/settings");
  await page.getByRole("button", { name: "Bekijk met voorbeeldgegevens" }).click();
  await expect(page.getByRole("banner")).toContainText("fictief");
  await app.goTo("#/settings");
  await expect(page.getByRole("button", { name: "Bekijk met voorbeeldgegevens" })).toBeHidden();
  await page.getByRole("button", { name: "Verlaat de voorbeeldgegevens" }).click();
  await expect(page.getByRole("banner")).toContainText("Aartselaar");
});
