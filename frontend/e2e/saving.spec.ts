import type { Assessment } from "../src/lib/door/types";
import { expect, test } from "./app";
import { startAssessment } from "./town";

test("a save that fails stays loud, and the text stays", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.goTo(`#/assessment/${id}/SD-G1`);
  await page.keyboard.press("n");
  const box = page.getByRole("textbox");
  await expect(box).toBeFocused();
  await expect(page.locator("[data-saved=saved]")).toBeVisible();
  await app.end("SIGKILL");
  await page.keyboard.type("Dit mag niet verloren gaan.");

  const alert = page.getByRole("alert");
  await expect(alert).toContainText("Je laatste antwoord is nog niet bewaard");
  await expect(alert).toContainText("wat je net typte, staat nog op dit scherm");
  await expect(page.locator("[data-saved=failed]")).toBeVisible();
  await expect(box).toHaveValue("Dit mag niet verloren gaan.");
  await alert.getByText("Details voor je IT-dienst").click();
  await expect(alert.getByText(/TypeError/)).toBeVisible();

  await alert.getByRole("button", { name: "Probeer opnieuw te bewaren" }).click();
  await expect(alert).toBeVisible();

  // Also elsewhere, and when coming back.
  await page.getByRole("button", { name: "Volgende", exact: true }).click();
  await expect(alert).toBeVisible();
  await page.getByRole("button", { name: "Vorige", exact: true }).click();
  await expect(box).toHaveValue("Dit mag niet verloren gaan.");
});

test("what could not be saved is saved when it can", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.goTo(`#/assessment/${id}/SD-G1`);
  await page.route("**/call/SaveAnswer", (route) => route.abort());
  await page.keyboard.press("n");
  await expect(page.getByRole("textbox")).toBeFocused();
  await page.keyboard.type("Later");
  const alert = page.getByRole("alert");
  await expect(alert).toBeVisible();

  // It outlives the screen: what stands there goes before what the program has.
  await page.getByRole("navigation", { name: "Hoofdmenu" }).getByRole("link", { name: "Vandaag" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vandaag");
  await expect(alert).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("textbox")).toHaveValue("Later");

  await page.unroute("**/call/SaveAnswer");
  await alert.getByRole("button", { name: "Probeer opnieuw te bewaren" }).click();
  await expect(alert).toBeHidden();
  await expect(page.locator("[data-saved=saved]")).toBeVisible();
  expect((await app.call<Assessment>("Assessment", { id })).answers[0]).toMatchObject({ verdict: "no", explanation: "Later" });
});

test("the program's own reason is shown", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.goTo(`#/assessment/${id}/SD-G1`);
  const fault = { code: "full", key: "error.disk_full", message: "De schijf is vol.", detail: "write: no space left" };
  await page.route("**/call/SaveAnswer", (route) => route.fulfill({ json: { fault } }));
  await page.keyboard.press("j");
  await expect(page.getByRole("alert")).toContainText("De schijf is vol.");
});
