import { readFileSync } from "node:fs";
import type { Assessment } from "../src/lib/door/types";
import { expect, test } from "./app";
import { describe, running, sample, step, what } from "./measuring";

test.use({ sample: true });

test("what was typed in an instrument is there again after searching", async ({ page, app }) => {
  const id = await running(app);
  await app.goTo(`#/measure/${id}/GC-G1/steps`);
  await describe(page, "Vult in", "Betaalt");
  await page.keyboard.press("Control+k");
  await expect(page).toHaveTitle(/Zoek/);
  await page.goBack();
  await expect(what(page, 1)).toHaveValue("Vult in");
  await expect(what(page, 2)).toHaveValue("Betaalt");
  await expect(page.getByText("Hier staat wat je eerder invulde.")).toBeVisible();
  await page.getByRole("button", { name: "Begin opnieuw" }).click();
  await expect(page.getByRole("group", { name: /^Stap/ })).toHaveCount(1);
  await expect(what(page, 1)).toHaveValue("");

  await page.evaluate((hash) => (location.hash = hash), `#/measure/${id}/SD-I3/text`);
  const text = page.getByLabel("Plak hier een tekst");
  await text.fill(readFileSync(sample("bad.txt"), "utf8"));
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  await expect(page.getByText("71 woorden in 5 zinnen")).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page).toHaveTitle(/Zoek/);
  await page.goBack();
  await expect(text).toHaveValue(/dienen te/);
  await expect(page.getByText("71 woorden in 5 zinnen")).toBeVisible();
  // Saved, it is no draft any more.
  await page.getByRole("button", { name: "Bewaar bij SD-I3" }).click();
  await expect(page.getByText("De meting staat bij SD-I3.")).toBeVisible();
  // What was saved leads to its question; only then one goes back.
  await expect.poll(() => new URL(page.url()).hash).toBe(`#/assessment/${id}/SD-I3`);
  await page.evaluate((hash) => (location.hash = hash), `#/measure/${id}/SD-I3/text`);
  await expect(page.getByRole("heading", { name: "Bewaard bij SD-I3" })).toBeVisible();
  await expect(page.getByText("Hier staat wat je eerder invulde.")).toBeHidden();
});

test("a text that is changed after measuring has no figures until it is measured again", async ({ page, app }) => {
  const id = await running(app);
  await app.goTo(`#/measure/${id}/SD-I3/text`);
  const text = page.getByLabel("Plak hier een tekst");
  await text.fill(readFileSync(sample("bad.txt"), "utf8"));
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  await expect(page.getByText("71 woorden in 5 zinnen")).toBeVisible();
  await text.pressSequentially("x");
  await expect(page.getByText("71 woorden in 5 zinnen")).toBeHidden();
  await expect(page.getByRole("button", { name: /^Bewaar bij/ })).toBeHidden();
  await text.fill("Je vult het formulier in. ".repeat(8));
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  await page.getByRole("button", { name: "Bewaar bij SD-I3" }).click();
  await expect(page.getByText("De meting staat bij SD-I3.")).toBeVisible();
  const { measurements } = await app.call<Assessment>("Assessment", { id });
  expect(measurements[0]?.note).toContain("40 woorden");
});

test("undoing a save leaves what was typed in the instrument", async ({ page, app }) => {
  const id = await running(app);
  const stored = async () => (await app.call<Assessment>("Assessment", { id })).measurements.length;
  const open = (place: string) => page.evaluate((hash) => (location.hash = hash), `#/measure/${id}/${place}`);
  const restored = page.getByText("Hier staat wat je eerder invulde.");
  const undo = page.getByRole("button", { name: /^Maak ongedaan/ });

  await app.goTo(`#/measure/${id}/GC-G1/steps`);
  await describe(page, "Vult in", "Betaalt");
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  await page.getByRole("button", { name: "Bewaar bij GC-G1" }).click();
  await expect(page.getByText("De meting staat bij GC-G1.")).toBeVisible();
  // Looking at it in the meantime changes nothing.
  await open("GC-G1/steps");
  await expect(page.getByRole("heading", { name: "Bewaard bij GC-G1" })).toBeVisible();
  await expect(restored).toBeHidden();
  await page.goBack();
  await undo.click();
  await expect.poll(stored).toBe(0);
  await open("GC-G1/steps");
  await expect(restored).toBeVisible();
  await expect(what(page, 1)).toHaveValue("Vult in");
  await expect(what(page, 2)).toHaveValue("Betaalt");

  await open("SD-I3/text");
  const text = page.getByLabel("Plak hier een tekst");
  await text.fill("Je vult het formulier in. ".repeat(8));
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  await page.getByRole("button", { name: "Bewaar bij SD-I3" }).click();
  await expect(page.getByText("De meting staat bij SD-I3.")).toBeVisible();
  await undo.click();
  await expect.poll(stored).toBe(0);
  await open("SD-I3/text");
  await expect(restored).toBeVisible();
  await expect(text).toHaveValue(/^Je vult/);
  // Another text in the place of one that is stored is there again too.
  await page.getByRole("button", { name: "Bewaar bij SD-I3" }).click();
  await expect(page.getByText("De meting staat bij SD-I3.")).toBeVisible();
  await open("SD-I3/text");
  await page.getByRole("button", { name: "Meet opnieuw" }).click();
  await text.fill("De gemeente stuurt je een brief. ".repeat(8));
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  await page.getByRole("button", { name: "Bewaar bij SD-I3" }).click();
  await expect(page.getByText("De meting staat bij SD-I3.")).toBeVisible();
  await undo.click();
  await expect(page.getByText(/Ongedaan gemaakt: de meting/)).toBeVisible();
  expect(await stored()).toBeGreaterThan(0);
  await open("SD-I3/text");
  await expect(page.getByRole("heading", { name: "Bewaard bij SD-I3" })).toBeVisible();
  await expect(restored).toBeVisible();
  await expect(text).toHaveValue(/^De gemeente/);
});

test("undo brings back a measurement that was taken away before it touches the text behind it", async ({ page, app }) => {
  const id = await running(app);
  await app.goTo(`#/measure/${id}/SD-I3/text`);
  const text = page.getByLabel("Plak hier een tekst");
  await text.fill("Je vult het formulier in. ".repeat(8));
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  await page.getByRole("button", { name: "Bewaar bij SD-I3" }).click();
  await expect(page.getByText("De meting staat bij SD-I3.")).toBeVisible();
  // What was saved leads to its question; only then one goes back.
  await expect.poll(() => new URL(page.url()).hash).toBe(`#/assessment/${id}/SD-I3`);
  await page.evaluate((hash) => (location.hash = hash), `#/measure/${id}/SD-I3/text`);
  const stored = page.getByRole("region", { name: "Bewaard bij SD-I3" });
  await stored.getByRole("button", { name: /Wis de meting/ }).click();
  await expect(stored).toBeHidden();
  await expect(text).toHaveValue(/^Je vult/);
  await page.keyboard.press("Control+z");
  await expect(stored).toBeVisible();
  await expect(text).toHaveValue(/^Je vult/);
});

test("undo takes back what was changed in the steps, and only then what is stored", async ({ page, app }) => {
  const id = await running(app);
  await app.call("SaveMeasurement", { assessmentId: id, figures: [{ indicator: "SD-G4.1", value: 1 }], note: "", finding: null });
  const stored = async () => (await app.call<Assessment>("Assessment", { id })).measurements.length;
  await app.goTo(`#/measure/${id}/GC-G1/steps`);
  await describe(page, "Vult in", "Betaalt", "Wacht");
  await step(page, 2).getByRole("button", { name: /^Verwijder/ }).click();
  await step(page, 1).getByRole("button", { name: /^Naar beneden/ }).click();
  const titles = () => page.getByLabel("Wat gebeurt er?").evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value).join(" "));
  expect(await titles()).toBe("Wacht Vult in");
  const takeBack = async (want: string) => {
    await page.keyboard.press("Control+z");
    await expect.poll(titles).toBe(want);
    expect(await stored()).toBe(1);
  };
  await takeBack("Vult in Wacht");
  await expect(page.getByText("Je laatste wijziging op dit scherm is ongedaan gemaakt.")).toBeVisible();
  await takeBack("Vult in Betaalt Wacht");
  await takeBack("Vult in Betaalt ");
  // The button does the same, and says so.
  await page.getByRole("button", { name: /^Maak ongedaan ?: je laatste wijziging op dit scherm/ }).click();
  await expect.poll(titles).toBe("Vult in Betaalt");
  await takeBack("Vult in ");
  await takeBack("Vult in");
  await takeBack("");
  await page.keyboard.press("Control+z");
  await expect.poll(stored).toBe(0);
});
