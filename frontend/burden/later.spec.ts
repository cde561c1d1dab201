import type { Page } from "@playwright/test";
import type { App } from "../e2e/app";
import { addService, answerAll, chooseTown } from "../e2e/town";
import type { Assessment, Catalogue } from "../src/lib/door/types";
import { answer, explanation, latest, place } from "./clerk";
import { expect, test } from "./task";
import type { Watch } from "./watch";

const unmet = ["SD-G2", "SD-I3", "GC-G1", "GC-I1", "DH-G2", "DH-I2", "DG-G4", "DG-I2", "BT-G2", "BT-I1"];

/** A service with a complete assessment, in which 10 criteria are not met. */
async function assessed(app: App): Promise<string> {
  await chooseTown(app);
  const service = await addService(app);
  const before = await app.call<Assessment>("StartAssessment", { serviceId: service.id, moment: "before" });
  await answerAll(app, before, Object.fromEntries(unmet.map((code) => [code, explanation])));
  return service.id;
}

/** Goes through what was said the time before, principle by principle: first what changed, then the rest at once. */
async function goThrough(page: Page, hands: Watch, catalogue: Catalogue, changes: Record<string, [key: string, text?: string]>): Promise<void> {
  for (const [code, change] of Object.entries(changes)) {
    while (place(page) !== code) {
      const from = place(page);
      hands.reads(catalogue.criteria.find((criterion) => criterion.code === from)?.label ?? "");
      const principle = from.slice(0, 2);
      if (code.startsWith(principle)) await page.keyboard.press("k");
      else await confirmRest(page, hands);
      await expect.poll(() => place(page)).not.toBe(from);
    }
    await answer(page, hands, catalogue, ...change);
  }
  while (place(page) !== "end") {
    const from = place(page);
    await confirmRest(page, hands);
    await expect.poll(() => place(page)).not.toBe(from);
  }
}

async function confirmRest(page: Page, hands: Watch): Promise<void> {
  await page.keyboard.press("Shift+K");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: /^Bevestig deze/ })).toBeFocused();
  hands.reads((await dialog.textContent()) ?? "");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
}

const afterwards: Record<string, [string, string?]> = { "SD-G2": ["j"], "GC-G1": ["j"], "DG-I2": ["j"] };

test("the assessment afterwards, 3 changes", async ({ page, app, hands }) => {
  const id = await assessed(app);
  const catalogue = await app.call<Catalogue>("Catalogue", { edition: "" });
  await app.goTo(`#/services/${id}`);
  hands.reset();

  await page.getByRole("button", { name: "Start een aftoetsing achteraf" }).click();
  await expect(page.getByRole("group", { name: "Jouw antwoord" })).toBeVisible();
  await goThrough(page, hands, catalogue, afterwards);
  const done = await latest(app);
  expect(done.progress).toMatchObject({ answered: 52, proposed: 0, incomplete: 0 });
  expect(done.answers.filter(({ verdict }) => verdict === "no")).toHaveLength(7);
});

test("next year's assessment, 2 changes", async ({ page, app, hands }) => {
  const id = await assessed(app);
  const catalogue = await app.call<Catalogue>("Catalogue", { edition: "" });
  await app.goTo(`#/services/${id}`);
  hands.reset();

  await page.getByRole("button", { name: /^Start een aftoetsing opnieuw|^Toets opnieuw|opnieuw/ }).first().click();
  await expect(page.getByRole("group", { name: "Jouw antwoord" })).toBeVisible();
  await goThrough(page, hands, catalogue, { "SD-I3": ["j"], "BT-G3": ["n", explanation] });
  expect((await latest(app)).progress).toMatchObject({ answered: 52, proposed: 0, incomplete: 0 });
});

test("a comparison of before and after", async ({ page, app, hands }) => {
  const id = await assessed(app);
  const after = await app.call<Assessment>("StartAssessment", { serviceId: id, moment: "after" });
  await answerAll(app, after, Object.fromEntries(unmet.slice(3).map((code) => [code, explanation])));
  await app.goTo(`#/services/${id}`);
  hands.reset();

  await page.getByRole("link", { name: "Vergelijk achteraf met vooraf" }).click();
  const finding = page.getByRole("heading", { level: 1 });
  await expect(finding).toContainText("op 3 criteria beter");
  hands.reads((await finding.textContent()) ?? "");
  hands.reads((await page.getByRole("region", { name: /^Verschillen: / }).textContent()) ?? "");
});

test("a notification, from the result to handed in", async ({ page, app, hands }) => {
  await assessed(app);
  const { id } = await latest(app);
  await app.goTo(`#/result/${id}`);
  hands.reset();

  await page.getByRole("link", { name: "Melding", exact: true }).click();
  const missing = page.getByRole("region", { name: "Wat nog ontbreekt" });
  hands.reads((await missing.textContent()) ?? "");
  hands.reads((await page.getByRole("region", { name: /^Niet of nog niet vervuld/ }).textContent()) ?? "");
  await missing.getByRole("button", { name: "Het besluit van je bestuur" }).click();
  await expect(page.getByLabel("Nummer van het besluit")).toBeFocused();
  await page.keyboard.type("2026-CBS-1204");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Dien in" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Versie 1 is ingediend en zegt nog hetzelfde.")).toBeVisible();
});
