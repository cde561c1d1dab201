import type { Assessment } from "../src/lib/door/types";
import { expect, test } from "./app";
import { clean, criterionFor, describe, running, step, what } from "./measuring";

test.use({ sample: true });

test("the steps of a process are measured and kept, to go on from", async ({ page, app }) => {
  const id = await running(app);
  const criterion = await criterionFor(app, "steps");
  await app.goTo(`#/measure/${id}/${criterion}/steps`);
  const step = (n: number) => page.getByRole("group", { name: `Stap ${n}` });
  await step(1).getByLabel("Wat gebeurt er?").fill("Vult het formulier in");
  await step(1).getByLabel("Welke gegevens").fill("naam, adres");
  await page.getByRole("button", { name: "Voeg een stap toe" }).click();
  await expect(step(2).getByLabel("Wat gebeurt er?")).toBeFocused();
  await step(2).getByLabel("Wat gebeurt er?").fill("Komt langs");
  await step(2).getByLabel("Hoe?").selectOption({ label: "loket" });
  await step(2).getByLabel("Welke gegevens").fill("Naam, foto");
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  await expect(page.getByText("De gebruiker zet 2 stappen (van de 2 in totaal).")).toBeVisible();
  await expect(page.getByText("Je vraagt “naam” meer dan één keer: in stap 1 en 2.")).toBeVisible();
  await expect(page.getByText("De overheid kent “adres” al: Rijksregister.")).toBeVisible();
  await page.getByRole("button", { name: `Bewaar bij ${criterion}` }).click();
  await app.goTo(`#/measure/${id}/${criterion}/steps`);
  await expect(step(2).getByLabel("Wat gebeurt er?")).toHaveValue("Komt langs");
  await expect(step(2).getByLabel("Hoe?")).toHaveValue("counter");
});

test("one process is saved at several criteria as one change, and goes on at another", async ({ page, app }) => {
  const id = await running(app);
  const codes = async () => (await app.call<Assessment>("Assessment", { id })).measurements.map(({ indicator }) => indicator).sort();
  await app.goTo(`#/measure/${id}/DG-G2/steps`);
  await describe(page, "Vult in", "Betaalt");
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  const at = page.getByRole("group", { name: "Bewaar bij deze criteria" });
  const boxes = at.getByRole("checkbox");
  await expect(boxes).toHaveCount(4);
  await expect(boxes.first()).toBeChecked();
  await expect(boxes.first()).toBeDisabled();
  await expect(at.locator("label").first()).toContainText("DG-G2");
  await at.getByRole("checkbox", { name: /^GC-G1 / }).check();
  await clean(page);
  await page.getByRole("button", { name: "Bewaar bij DG-G2 en GC-G1" }).click();
  await expect(page.getByText("De meting staat bij DG-G2 en GC-G1.")).toBeVisible();
  expect(await codes()).toEqual(["DG-G2.1", "DG-G2.2", "GC-G1.1"]);

  await app.goTo(`#/measure/${id}/SD-G1/steps`);
  await expect(page.getByText(/Overgenomen van (DG-G2|GC-G1)\./)).toBeVisible();
  await expect(what(page, 2)).toHaveValue("Betaalt");
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  await expect(page.getByRole("checkbox", { name: /^DG-G2 / })).toHaveAccessibleDescription(/al een meting/);
  await page.getByRole("button", { name: /^Maak ongedaan/ }).click();
  await expect.poll(codes).toEqual([]);
});

test("a step that moves keeps the focus, and it is said", async ({ page, app }) => {
  const id = await running(app);
  await app.goTo(`#/measure/${id}/GC-G1/steps`);
  await describe(page, "Een", "Twee", "Drie");
  const button = (n: number, name: string) => step(page, n).getByRole("button", { name: new RegExp(`^${name}`) });
  await button(1, "Naar beneden").press("Enter");
  await expect(button(2, "Naar beneden")).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Stap 1 is nu stap 2." })).toBeAttached();
  await page.keyboard.press("Enter");
  await expect(button(3, "Naar boven")).toBeFocused();
  await expect(what(page, 3)).toHaveValue("Een");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(button(1, "Naar beneden")).toBeFocused();
  await expect(what(page, 1)).toHaveValue("Een");
});
