import type { Page } from "@playwright/test";
import type { Assessment, Catalogue, Service } from "../src/lib/door/types";
import { type App, expect, test } from "./app";
import { addService, answerAll, chooseTown } from "./town";

const question = (page: Page) => page.getByRole("heading", { level: 1 });
const box = (page: Page) => page.getByRole("textbox");
const proposal = (page: Page) => page.getByRole("region", { name: "Klopt dit nog?" });

function place(page: Page): string {
  return new URL(page.url()).hash.split("/").at(-1) ?? "";
}

async function moved(page: Page, from: string): Promise<void> {
  await expect.poll(() => place(page)).not.toBe(from);
  await expect(question(page)).toBeFocused();
}

/** A service with a complete assessment: two criteria are not met. */
async function assessedBefore(app: App): Promise<{ service: Service; before: Assessment }> {
  await chooseTown(app);
  const service = await addService(app);
  const before = await app.call<Assessment>("StartAssessment", { serviceId: service.id, moment: "before" });
  await answerAll(app, before, { "SD-G2": "Bellen kan nog niet.", "GC-G1": "We vroegen het nog niemand." });
  return { service, before };
}

const read = (app: App, id: string) => app.call<Assessment>("Assessment", { id });

test("an assessment afterwards with three changes, by keyboard alone", async ({ page, app }) => {
  const { service, before } = await assessedBefore(app);
  await app.goTo(`#/services/${service.id}`);
  await expect(page.getByRole("radio", { name: /Met de antwoorden van: Aftoetsing vooraf/ })).toBeChecked();
  await page.getByRole("button", { name: "Start een aftoetsing achteraf" }).press("Enter");
  await expect(page.getByText("52 criteria wachten op “klopt nog?”.")).toBeVisible();
  await expect(page.getByText("0 van 52 beantwoord")).toBeVisible();
  const id = new URL(page.url()).hash.split("/").at(-2) ?? "";

  // A no that is now a yes, a yes that is now a no, and a no that says something else.
  const changes = new Map([["SD-G2", "j"], ["SD-G3", "n"], ["GC-G1", "n"]]);
  for (let code = place(page); code !== "end"; code = place(page)) {
    await expect(question(page)).toBeFocused();
    const key = changes.get(code);
    if (key === undefined) {
      await page.keyboard.press("k");
    } else {
      await page.keyboard.press(key);
      if (key === "n") {
        await expect(box(page)).toBeFocused();
        await expect(box(page)).toHaveValue(code === "GC-G1" ? "We vroegen het nog niemand." : "");
        await page.keyboard.type(code === "GC-G1" ? " Dat komt in mei." : "De chat is stopgezet.");
        await page.keyboard.press("Control+Enter");
      }
    }
    await moved(page, code);
  }
  await expect(question(page)).toHaveText("Je bent klaar");
  await expect(page.locator("[data-saved=saved]")).toBeVisible();
  const after = await read(app, id);
  expect(after.progress).toMatchObject({ answered: 52, open: 0, proposed: 0, incomplete: 0 });
  const was = await read(app, before.id);
  const different = after.answers.filter((answer, at) => answer.verdict !== was.answers[at]?.verdict).map((answer) => answer.criterion);
  expect(different).toEqual(["SD-G2", "SD-G3"]);
  expect(after.answers.find((answer) => answer.criterion === "SD-G2")).toMatchObject({ verdict: "yes", explanation: "", previousVerdict: "no" });
  expect(after.answers.find((answer) => answer.criterion === "GC-G1")?.explanation).toBe("We vroegen het nog niemand. Dat komt in mei.");

  await app.goTo(`#/assessment/${id}/SD-G2`);
  await expect(page.getByText(/Was: nee \(Aftoetsing vooraf/)).toBeVisible();
});

test("the rest of a principle: listed first, confirmed at once, taken back by one undo", async ({ page, app }) => {
  const { service } = await assessedBefore(app);
  const { id, answers } = await app.call<Assessment>("StartAssessment", { serviceId: service.id, moment: "after" });
  const principle = answers.filter((answer) => answer.criterion.startsWith("SD")).length;
  await app.goTo(`#/assessment/${id}/SD-G1`);
  await page.keyboard.press("n");
  await expect(box(page)).toBeFocused();
  await page.keyboard.type("Kan niet meer.");
  await page.keyboard.press("Control+Enter");
  await moved(page, "SD-G1");

  await page.keyboard.press("Shift+K");
  const dialog = page.getByRole("dialog", { name: "Klopt dit allemaal nog?" });
  await expect(dialog.getByRole("listitem")).toHaveCount(principle - 1);
  await expect(dialog).toContainText("Bellen kan nog niet.");
  await page.keyboard.press("j"); // behind the list, nothing is answered
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  expect((await read(app, id)).progress.answered).toBe(1);

  await page.keyboard.press("Shift+K");
  await expect(dialog.getByRole("button", { name: /^Bevestig deze/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${principle - 1} criteria bevestigd.`)).toBeVisible();
  await expect.poll(() => place(page)).toBe("GC-G1");
  const confirmed = await read(app, id);
  expect(confirmed.progress).toMatchObject({ answered: principle, incomplete: 0, proposed: 52 - principle });
  expect(confirmed.answers[0]).toMatchObject({ verdict: "no", explanation: "Kan niet meer." });

  await page.keyboard.press("Control+z");
  await expect(page.getByText(`Ongedaan gemaakt: ${principle - 1} antwoorden bij Bewonerskaart aanvragen.`)).toBeVisible();
  await expect.poll(() => place(page)).toBe("SD-G2");
  await expect(proposal(page)).toContainText("Vorige keer: Nee");
  expect((await read(app, id)).progress).toMatchObject({ answered: 1, proposed: 51 });
});

test("a blank page asks everything", async ({ page, app }) => {
  const { service } = await assessedBefore(app);
  await app.goTo(`#/services/${service.id}`);
  await page.getByRole("radio", { name: "Met een leeg blad" }).check();
  await page.getByRole("button", { name: "Start een aftoetsing opnieuw" }).click();
  await page.getByRole("link", { name: "Sla over: naar de criteria" }).click();
  await expect(page.getByText("Nog 52 criteria")).toBeVisible();
  await expect(page.getByText("Aftoetsing opnieuw")).toBeVisible();
  await expect(proposal(page)).toBeHidden();
});

test("answers of another service are taken over as proposals, and given back", async ({ page, app }) => {
  await assessedBefore(app);
  const other = await addService(app, "Parkeerkaart aanvragen");
  const { id } = await app.call<Assessment>("StartAssessment", { serviceId: other.id, moment: "before" });
  await app.goTo(`#/assessment/${id}/SD-G2`);
  await page.getByRole("button", { name: "Neem over van een andere dienst" }).click();
  const dialog = page.getByRole("dialog", { name: "Neem over van een andere dienst" });
  await dialog.getByRole("button", { name: "Neem over", exact: true }).click();
  await expect(dialog).toContainText("Kies een aftoetsing uit de lijst.");
  await dialog.getByRole("combobox", { name: "Welke aftoetsing?" }).fill("bewoners");
  await expect(dialog.getByRole("option")).toContainText("52 van 52 beantwoord");
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Neem over", exact: true }).click();
  await expect(page.getByText("Voorstellen uit Bewonerskaart aanvragen staan klaar.")).toBeVisible();
  await expect(proposal(page)).toContainText("Bewonerskaart aanvragen: Aftoetsing vooraf");
  await expect(proposal(page)).toContainText("Bellen kan nog niet.");
  expect((await read(app, id)).progress).toMatchObject({ answered: 0, proposed: 52 });
  await page.getByRole("main").getByRole("button", { name: "Maak ongedaan" }).click();
  await expect(page.getByText("Ongedaan gemaakt: wat je overnam in een aftoetsing van Parkeerkaart aanvragen.")).toBeVisible();
  await expect(proposal(page)).toBeHidden();
});

test("what was written before is offered, inserted by one key, and undone like typing", async ({ page, app }) => {
  await assessedBefore(app);
  const other = await addService(app, "Parkeerkaart aanvragen");
  const { id } = await app.call<Assessment>("StartAssessment", { serviceId: other.id, moment: "before" });
  await app.goTo(`#/assessment/${id}/SD-G2`);
  await page.keyboard.press("n");
  const earlier = page.getByRole("region", { name: "Eerder schreef je" });
  await expect(earlier.getByRole("button")).toHaveText(/Bellen kan nog niet\.\s*Bewonerskaart aanvragen, vooraf/);
  await page.keyboard.press("Alt+Digit1");
  await expect(box(page)).toHaveValue("Bellen kan nog niet.");
  await expect(earlier).toBeHidden(); // it stands there now
  await page.keyboard.press("Control+z");
  await expect(box(page)).toHaveValue("");
  await earlier.getByRole("button").click();
  await expect(box(page)).toBeFocused();
  await expect(page.locator("[data-saved=saved]")).toBeVisible();
  await expect.poll(async () => (await read(app, id)).answers[1]?.explanation).toBe("Bellen kan nog niet.");

  // For another criterion, by the words that are typed.
  await app.goTo(`#/assessment/${id}/BT-G1`);
  await page.keyboard.press("n");
  await expect(box(page)).toBeFocused();
  await expect(earlier).toBeHidden();
  await page.keyboard.type("We vroegen");
  await expect(earlier.getByRole("button")).toContainText("We vroegen het nog niemand.");
  await page.keyboard.press("Alt+Digit1");
  await expect(box(page)).toHaveValue("We vroegen het nog niemand.");
});

test("an aid of the strategy is assessed like a service", async ({ page, app }) => {
  await chooseTown(app);
  const { aids } = await app.call<Catalogue>("Catalogue", { edition: "" });
  const aid = aids[0];
  if (!aid) throw new Error("no aids");
  await app.goTo(`#/aids/${aid.id}`);
  await page.getByRole("link", { name: "Toets dit hulpmiddel af" }).click();
  await expect(question(page)).toHaveText("Nieuw hulpmiddel");
  await expect(page.getByRole("radio", { name: "Een hulpmiddel dat je aanbiedt" })).toBeChecked();
  await expect(page.getByLabel("Naam van het hulpmiddel")).toHaveValue(aid.name);
  await expect(page.getByRole("combobox", { name: "Welk hulpmiddel uit de strategie?" })).toHaveValue(aid.name);
  await expect(page.getByLabel("Budget")).toBeHidden();
  await page.getByLabel("Aantal diensten dat het ontsluit").fill("veel");
  await page.getByRole("button", { name: "Bewaar het hulpmiddel" }).click();
  await expect(page.getByRole("alert")).toContainText("Vul een geheel getal in");
  await page.getByLabel("Aantal diensten dat het ontsluit").fill("14");
  await page.getByRole("button", { name: "Bewaar het hulpmiddel" }).click();
  await expect(question(page)).toHaveText(aid.name);
  await expect(page.getByText("Een hulpmiddel aftoetsen is niet verplicht.")).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "14" })).toBeVisible();
  await page.getByRole("button", { name: "Start een aftoetsing vooraf" }).click();
  await page.getByRole("link", { name: "Sla over: naar de criteria" }).click();
  await expect(page.getByText("Nog 52 criteria")).toBeVisible();
  await expect(page.getByRole("main").getByText("Hulpmiddel", { exact: true })).toBeVisible();
  const { services } = await app.call<{ services: Service[] }>("Services");
  expect(services).toMatchObject([{ kind: "aid", aid: aid.id, opensUp: 14, significance: { required: false, significant: false } }]);
  await app.goTo("#/services");
  await expect(page.getByRole("row", { name: new RegExp(aid.name) })).toContainText("ontsluit 14 diensten");
});
