import type { Improvement } from "../src/lib/door/improvement";
import type { Home } from "../src/lib/door/types";
import { type App, expect, test } from "./app";
import { answerAll, startAssessment } from "./town";

/** Files that the program made, as they stand on the disk of whoever opens them. */
const head = { xlsx: "PK", ics: "BEGIN:VCALENDAR\r\n" };

/** Makes an action of a new service with one criterion not met. */
async function planned(app: App, changes: Partial<Improvement> = {}): Promise<{ action: Improvement; assessment: string }> {
  const assessment = await startAssessment(app);
  await answerAll(app, assessment, { "SD-G3": "Er is nog geen chat." });
  const { actions } = await app.call<{ actions: Improvement[] }>("SaveImprovements", {
    actions: [{ title: "Chat op de website", serviceId: assessment.service.id, assessmentId: assessment.id, criteria: ["SD-G3"], ...changes }],
  });
  return { action: actions[0] as Improvement, assessment: assessment.id };
}

const improvements = async (app: App): Promise<Improvement[]> => (await app.call<{ actions: Improvement[] }>("Improvements")).actions;

test("an action from a no, by keyboard alone", async ({ page, app }) => {
  const assessment = await startAssessment(app);
  await app.goTo(`#/assessment/${assessment.id}/SD-G3`);
  await page.keyboard.press("n");
  await page.keyboard.type("Er is nog geen chat.");
  await page.keyboard.press("Escape");
  const make = page.getByRole("button", { name: "Maak een actie" });
  await make.focus();
  await page.keyboard.press("Enter");
  const title = page.getByLabel("Wat gebeurt er?");
  await expect(title).toBeFocused();
  await expect(title).not.toHaveValue("");
  await page.keyboard.type("Chat op de website"); // what was filled in is selected
  await page.keyboard.press("Tab");
  await page.keyboard.type("dienst Communicatie");
  await page.keyboard.press("Enter");
  await expect(page.getByText("“Chat op de website” is bewaard.")).toBeVisible();
  await expect(make).toBeFocused();
  await expect(page.getByRole("link", { name: "Chat op de website" })).toBeVisible();
  expect(await improvements(app)).toMatchObject([
    { title: "Chat op de website", owner: "dienst Communicatie", criteria: ["SD-G3"], status: "to_start", assessmentId: assessment.id },
  ]);

  await page.keyboard.press("Control+z");
  await expect(page.getByRole("link", { name: "Chat op de website" })).toHaveCount(0);
  expect(await improvements(app)).toEqual([]);
});

test("a half-typed action waits where it was typed", async ({ page, app }) => {
  const assessment = await startAssessment(app);
  await answerAll(app, assessment, { "SD-G3": "Er is nog geen chat." });
  await app.goTo(`#/assessment/${assessment.id}/SD-G3`);
  await page.getByRole("button", { name: "Maak een actie" }).click();
  await page.getByLabel("Wie doet het?").fill("dienst Com");
  await page.getByRole("button", { name: "Volgende", exact: true }).click();
  await expect(page.getByLabel("Wie doet het?")).toHaveCount(0);
  await page.getByRole("button", { name: "Vorige", exact: true }).click();
  await expect(page.getByLabel("Wie doet het?")).toHaveValue("dienst Com");
  await page.getByLabel("Wie doet het?").press("Escape");
  await expect(page.getByLabel("Wie doet het?")).toHaveCount(0);
});

test("several from a result: one each, taken back at once", async ({ page, app }) => {
  const assessment = await startAssessment(app);
  await answerAll(app, assessment, { "SD-G3": "Nog geen chat.", "SD-G4": "Nog niet.", "SD-I2": "Nog niet." });
  await app.goTo(`#/result/${assessment.id}`);
  await page.locator("summary", { hasText: "Maak hier acties van" }).click();
  await page.getByRole("button", { name: "Maak één actie" }).click();
  await expect(page.getByText("Duid eerst een criterium aan.")).toBeVisible();
  await page.getByRole("checkbox", { name: /SD-G3/ }).check();
  await page.getByRole("checkbox", { name: /SD-I2/ }).check();
  await page.getByRole("button", { name: "Maak 2 acties, één per criterium" }).click();
  await expect(page.getByText("2 acties zijn gemaakt.")).toBeVisible();
  await expect(page.getByRole("group", { name: "Maak hier acties van" })).toBeFocused();
  expect((await improvements(app)).map((action) => action.criteria).sort()).toEqual([["SD-G3"], ["SD-I2"]]);
  await page.getByRole("button", { name: "Duid alles zonder actie aan" }).click();
  await expect(page.getByRole("checkbox", { name: /SD-G4/ })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: /SD-G3/ })).not.toBeChecked();
  await page.getByRole("button", { name: "Maak ongedaan" }).first().click();
  await expect.poll(() => improvements(app)).toEqual([]);
});

test("the board is worked by keyboard, and says what it did", async ({ page, app }) => {
  const { action } = await planned(app);
  await app.goTo("#/improvement");
  await page.getByRole("radio", { name: "Bord" }).check();
  const card = page.getByRole("link", { name: "Chat op de website" });
  await card.focus();
  await page.keyboard.press("Control+ArrowRight");
  await expect(page.getByText("“Chat op de website” staat nu bij Bezig.")).toBeAttached();
  await expect(page.getByRole("region", { name: "Bezig" }).getByRole("link")).toHaveText("Chat op de website");
  await expect(card).toBeFocused();
  expect(await improvements(app)).toMatchObject([{ id: action.id, status: "running" }]);

  await page.getByRole("button", { name: "Verplaats “Chat op de website” naar Klaar" }).click();
  await expect(page.getByRole("region", { name: "Klaar" }).getByRole("link")).toBeVisible();
  await card.dragTo(page.getByRole("region", { name: "Gaat niet door" }));
  await expect(page.getByRole("region", { name: "Gaat niet door" }).getByRole("link")).toBeVisible();

  await page.reload();
  await expect(page.getByRole("radio", { name: "Bord" })).toBeChecked(); // the habit is kept
  await expect(page.getByRole("region", { name: "Gaat niet door" }).getByRole("link")).toBeVisible();
});

test("what is done asks to look at the answer again, until it is answered", async ({ page, app }) => {
  const { action, assessment } = await planned(app);
  await app.call("MoveImprovement", { id: action.id, status: "done" });
  await app.goTo("#/");
  await page.getByRole("link", { name: /Klopt “nee” bij SD-G3 nog/ }).click();
  await expect(page).toHaveURL(new RegExp(`#/assessment/${assessment}/SD-G3$`));
  await expect(page.getByText("De actie “Chat op de website” is klaar.")).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.getByText("De actie “Chat op de website” is klaar.")).toHaveCount(0);
  await app.goTo("#/");
  await expect(page.getByRole("link", { name: /Klopt “nee”/ })).toHaveCount(0);
});

test("not met even so is an answer too", async ({ page, app }) => {
  const { action } = await planned(app, { status: "done" });
  await app.goTo(`#/improvement/${action.id}`);
  await page.getByRole("button", { name: "Nog niet vervuld" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.getByText("Genoteerd: SD-G3 is nog niet vervuld.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Nog niet vervuld" })).toHaveCount(0);
  const { next } = await app.call<Home>("Home");
  expect(next.filter((step) => step.kind === "reassess")).toEqual([]);
});

test("a form for everything; removed and back", async ({ page, app }) => {
  await planned(app);
  await app.goTo("#/improvement/new");
  await page.getByRole("button", { name: "Bewaar de actie" }).click();
  await expect(page.getByRole("alert")).toContainText("Zeg in een paar woorden wat er gebeurt.");
  await page.getByLabel("Wat gebeurt er?").fill("Loketmedewerkers opleiden");
  await page.getByLabel("Tegen wanneer?").fill("2026-01-31");
  await page.getByLabel("Dienst", { exact: true }).selectOption({ label: "Bewonerskaart aanvragen" });
  await page.getByRole("combobox", { name: "Voeg een criterium toe" }).fill("SD-I1");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Haal SD-I1 weg" })).toBeVisible();
  await page.getByRole("combobox", { name: "Hulpmiddel" }).fill("loketmedewerkers");
  await expect(page.getByRole("listbox").getByRole("option").first()).toContainText("helpt bij SD-I1");
  await page.keyboard.press("Enter");
  await page.getByRole("radio", { name: "Gemiddeld: weken" }).check();
  await page.getByLabel("Budget").selectOption("low");
  await page.getByLabel("In je meerjarenplan").fill("AP-3");
  await page.getByLabel("Actie van de strategie").selectOption("19");
  await page.getByRole("button", { name: "Bewaar de actie" }).click();
  await expect(page.getByText("“Loketmedewerkers opleiden” is bewaard.")).toBeVisible();
  // Overdue comes first, with a word for it.
  await expect(page.getByRole("row").nth(1)).toContainText("te laat");
  expect(await improvements(app)).toMatchObject([
    { aid: "opleiding-loketmedewerkers", effort: "medium", budget: "low", plan: "AP-3", strategyAction: 19, criteria: ["SD-I1"], overdue: true },
    {},
  ]);

  await page.getByRole("link", { name: "Loketmedewerkers opleiden" }).click();
  await page.getByRole("button", { name: "Verwijder", exact: true }).click();
  await expect(page.getByText("“Loketmedewerkers opleiden” is verwijderd.")).toBeVisible();
  await page.getByRole("button", { name: "Maak ongedaan" }).first().click();
  await expect(page.getByRole("link", { name: "Loketmedewerkers opleiden" })).toBeVisible();
});

test("search, filter, group and sort", async ({ page, app }) => {
  const { action } = await planned(app, { due: "2026-01-31" });
  await app.call("SaveImprovements", { actions: [{ title: "Aanbod vertalen", serviceId: action.serviceId, criteria: ["SD-G1"], owner: "Onthaal" }] });
  await app.goTo("#/improvement");
  await expect(page.getByRole("row").nth(1)).toContainText("Chat op de website");
  await page.getByRole("button", { name: "Actie", exact: true }).click();
  await expect(page.getByRole("columnheader", { name: "Actie" })).toHaveAttribute("aria-sort", "ascending");
  await expect(page.getByRole("row").nth(1)).toContainText("Aanbod vertalen");
  await page.getByRole("combobox", { name: "Groepeer" }).selectOption({ label: "Per criterium" });
  await expect(page.getByRole("heading", { level: 2, name: /SD-G3/ })).toBeVisible();
  await page.getByRole("combobox", { name: "Toon" }).selectOption({ label: "Te laat" });
  await expect(page.getByText("1 van 2 getoond")).toBeVisible();
  await page.getByRole("searchbox").fill("nergens");
  await page.getByRole("button", { name: "Toon alle acties" }).click();
  await expect(page.getByText("2 van 2 getoond")).toBeVisible();
});

test("an empty list says what will stand there", async ({ page, app }) => {
  await startAssessment(app);
  await app.goTo("#/improvement");
  await expect(page.getByText("Hier komen de verbeteracties")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Voeg een actie toe" }).last().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Een nieuwe actie");
});

for (const [button, kind] of [["Maak een rekenblad", "xlsx"], ["Zet in je agenda", "ics"]] as const) {
  test(`the list goes along as .${kind}`, async ({ page, app }) => {
    await planned(app, { due: "2027-03-31" });
    await app.goTo("#/improvement");
    await page.getByRole("button", { name: button }).click();
    const link = page.getByRole("link", { name: "Open het bestand" });
    const file = await page.request.get(new URL((await link.getAttribute("href")) ?? "", app.url).href);
    const bytes = await file.body();
    expect(bytes.toString("latin1").startsWith(head[kind])).toBe(true);
    if (kind === "ics") expect(bytes.toString("utf8")).toContain("SUMMARY:Chat op de website\r\n");
  });
}

test("a result goes along as a spreadsheet", async ({ page, app }) => {
  const { assessment } = await planned(app);
  await app.goTo(`#/result/${assessment}`);
  await page.getByRole("button", { name: "Rekenblad" }).click();
  const link = page.getByRole("link", { name: "Open het rekenblad" });
  const file = await page.request.get(new URL((await link.getAttribute("href")) ?? "", app.url).href);
  expect((await file.body()).toString("latin1").startsWith(head.xlsx)).toBe(true);
});

test("an action that was saved is no draft any more", async ({ page, app }) => {
  const { action } = await planned(app);
  await app.goTo("#/improvement/new");
  await page.getByLabel("Wat gebeurt er?").fill("Loketmedewerkers opleiden");
  await page.getByLabel("Actie van de strategie").selectOption("19");
  await page.getByRole("button", { name: "Bewaar de actie" }).click();
  await expect(page.getByText("“Loketmedewerkers opleiden” is bewaard.")).toBeVisible();
  await page.evaluate(() => (location.hash = "#/improvement/new"));
  await expect(page.getByLabel("Wat gebeurt er?")).toHaveValue("");
  await expect(page.getByLabel("Actie van de strategie")).toHaveValue("0");
  await expect(page.getByText("Hier staat wat je eerder typte")).toHaveCount(0);

  await page.evaluate((id) => (location.hash = `#/improvement/${id}`), action.id);
  await page.getByLabel("Actie van de strategie").selectOption("7");
  await page.getByRole("button", { name: "Bewaar de actie" }).click();
  await expect(page.getByText("“Chat op de website” is bewaard.")).toBeVisible();
  await page.evaluate((id) => (location.hash = `#/improvement/${id}`), action.id);
  await expect(page.getByLabel("Actie van de strategie")).toHaveValue("7");
  await expect(page.getByText("Hier staat wat je eerder typte")).toHaveCount(0);
});
