import type { Answer, Assessment } from "../src/lib/door/types";
import { type App, expect, test } from "./app";
import { addService, chooseTown, startAssessment } from "./town";

const answerTo = async (app: { call: <Out>(method: string, input?: object) => Promise<Out> }, id: string, code: string): Promise<Answer | undefined> =>
  (await app.call<Assessment>("Assessment", { id })).answers.find((answer) => answer.criterion === code);

test("a start asks about the service first, and shows at once what that saves", async ({ page, app }) => {
  await chooseTown(app);
  await addService(app);
  await app.goTo("#/");
  await page.getByRole("button", { name: /Start de aftoetsing vooraf: Bewonerskaart aanvragen/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vragen vooraf");
  const left = page.getByRole("complementary");
  await expect(left.getByRole("status")).toHaveText(/^Nog 52 criteria, ongeveer \d+ minuten\.$/);
  await expect(left).toContainText("Hier komt wat je antwoorden schrappen, en waarom.");

  await expect(page.getByText("Vraag 1 van 10")).toBeVisible();
  await page.keyboard.press("n");
  await expect(page.getByText("Vraag 2 van 10")).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: /aanmelden/ })).toBeFocused();
  await expect(left.getByRole("status")).toContainText("Nog 46 criteria");
  await expect(left).toContainText("6 criteria passen hier niet");
  await expect(left).toContainText("De dienst vraagt en bewaart geen gegevens over de gebruiker.");
  await page.keyboard.press("j");
  await expect(page.getByText("Vraag 3 van 10")).toBeVisible();

  // Back with an arrow, and otherwise: what was ruled out comes back.
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("button", { name: "Nee", exact: true })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "Ja", exact: true }).click();
  await expect(left.getByRole("status")).toContainText("Nog 52 criteria");

  await page.getByRole("link", { name: "Sla over: naar de criteria" }).click();
  await expect(page.getByRole("group", { name: "Jouw antwoord" })).toBeVisible();
  await page.getByRole("link", { name: "Vragen vooraf" }).click();
  await expect(page.getByText("Vraag 3 van 10")).toBeVisible(); // the first that is open
});

test("after the last question comes the way to the criteria", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.goTo(`#/scope/${id}`);
  for (let n = 1; n <= 10; n++) {
    await expect(page.getByText(`Vraag ${n} van 10`)).toBeVisible();
    await page.keyboard.press("n");
  }
  await expect(page.getByRole("heading", { name: "Dat waren de vragen vooraf" })).toBeFocused();
  await expect(page.getByRole("complementary")).toContainText("18 criteria passen hier niet");
  await page.getByRole("link", { name: "Naar de criteria", exact: true }).click();
  await expect(page.getByText("Nog 34 criteria")).toBeVisible();
});

test("an answer that follows says from what; one decides otherwise, or lets it follow again", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.call("SaveScope", { assessmentId: id, question: "login", answer: "no" });
  await app.goTo(`#/assessment/${id}/SD-G6`);
  const note = page.getByRole("status").filter({ hasText: "De gebruiker moet zich voor deze dienst niet aanmelden." });
  const choices = page.getByRole("group", { name: "Jouw antwoord" });
  await expect(note).toBeVisible();
  await expect(page.getByText("Beslis je anders, kies dan zelf.")).toBeVisible();
  await expect(choices.getByRole("button", { name: /Niet van toepassing/ })).toContainText("volgt vanzelf");

  await page.keyboard.press("n");
  await expect(note).toBeHidden();
  await expect(page.getByRole("textbox")).toBeFocused();
  await expect(page.getByRole("textbox")).toHaveValue("");
  await page.keyboard.type("Hier wel: de dienst komt in het e-loket.");
  await page.keyboard.press("Escape");
  await expect.poll(async () => answerTo(app, id, "SD-G6")).toMatchObject({ verdict: "no", origin: "", explanation: "Hier wel: de dienst komt in het e-loket." });
  // What was written for the verdict goes with it.
  await page.getByRole("button", { name: "Wis het antwoord" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(note.first()).toBeVisible();
  await expect(page.getByText("Hier wel: de dienst komt in het e-loket.")).toBeHidden();
  await expect.poll(async () => answerTo(app, id, "SD-G6")).toMatchObject({ verdict: "not_applicable", origin: "scope", explanation: "De gebruiker moet zich voor deze dienst niet aanmelden." });

  // One key confirms it, and goes on.
  await page.keyboard.press("v");
  await expect(page).not.toHaveURL(/SD-G6/);
  await expect.poll(async () => answerTo(app, id, "SD-G6")).toMatchObject({ origin: "", explanation: "De gebruiker moet zich voor deze dienst niet aanmelden." });
});

test("typing an explanation makes the answer one's own", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.call("SaveScope", { assessmentId: id, question: "login", answer: "no" });
  await app.goTo(`#/assessment/${id}/SD-G6`);
  await expect(page.getByText("Beslis je anders, kies dan zelf.")).toBeVisible();
  await page.keyboard.press("e");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Iedereen leest mee.");
  await expect(page.getByText("Beslis je anders, kies dan zelf.")).toBeHidden();
  await expect
    .poll(async () => answerTo(app, id, "SD-G6"))
    .toMatchObject({ verdict: "not_applicable", origin: "", explanation: "Iedereen leest mee." });
});

test("a scope answer is undone where it was given", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.goTo(`#/scope/${id}`);
  await page.keyboard.press("n");
  await expect(page.getByRole("complementary").getByRole("status")).toContainText("Nog 46 criteria");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("complementary").getByRole("status")).toContainText("Nog 52 criteria");
  await expect(page.getByText(/Ongedaan gemaakt: je antwoord op “[^”]*gegevens[^”]*”/)).toBeVisible();
});

test("a service builds on an aid: its criteria are filled in, and a circle is refused", async ({ page, app }) => {
  const { id, service } = await startAssessment(app);
  const other = await addService(app, "Ons e-loket");
  await app.goTo(`#/services/${service.id}`);
  const section = page.getByRole("region", { name: "Bouwt op" });
  await expect(section).toContainText("Hier komt waarop deze dienst bouwt.");
  await section.getByRole("combobox").fill("burgerprofiel");
  await section.getByRole("option", { name: /Mijn Burgerprofiel/ }).click();
  await section.getByRole("button", { name: "Voeg toe" }).click();
  await expect(section).toContainText("Voldoet al aan 2 criteria.");
  await expect(section).toContainText("Samen regelen ze 2 criteria.");
  await expect(section.getByRole("combobox")).toHaveValue("");

  await section.getByRole("combobox").fill("e-loket");
  await section.getByRole("option", { name: /Ons e-loket/ }).click();
  await section.getByRole("button", { name: "Voeg toe" }).click();
  await expect(section).toContainText("Nog niet afgetoetst");
  await expect(app.call("AddBuildsOn", { serviceId: other.id, target: `service:${service.id}` })).rejects.toThrow("in een kring op zichzelf");

  await app.goTo(`#/assessment/${id}/SD-G4`);
  await expect(page.getByText("Volgt uit Mijn Burgerprofiel: Dit is het hoofdloket voor burgers.")).toBeVisible();
  await expect(page.getByText("Nog 50 criteria")).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Overzicht" }).getByText("volgt vanzelf").first()).toBeVisible();

  await app.goTo(`#/services/${service.id}`);
  await section.getByRole("button", { name: /Haal weg.*Mijn Burgerprofiel/ }).click();
  await expect(section).not.toContainText("Voldoet al aan");
  await expect(section.getByRole("button", { name: /Haal weg.*Ons e-loket/ })).toBeFocused();
  await page.getByRole("main").getByRole("button", { name: "Maak ongedaan" }).click();
  await expect(section).toContainText("Voldoet al aan 2 criteria.");
});

test("the result says which criteria do not apply, and from what that follows", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.call("SaveScope", { assessmentId: id, question: "login", answer: "no" });
  await app.goTo(`#/result/${id}`);
  const list = page.getByRole("region", { name: /niet van toepassing/i });
  await expect(list).toContainText("SD-G6");
  await expect(list).toContainText("Volgt uit je antwoord op");
  const line = list.getByRole("listitem").filter({ hasText: "SD-G6" });
  expect((await line.innerText()).match(/De gebruiker moet zich voor deze dienst niet aanmelden/g)).toHaveLength(1);
});

/** An assessment again, in which a scope question rules out what was met the time before. */
async function ruledOutAgainstBefore(app: App): Promise<string> {
  const { id: before, service } = await startAssessment(app);
  await app.call("SaveAnswer", { assessmentId: before, criterion: "SD-G6", verdict: "yes", explanation: "Met itsme." });
  const { id } = await app.call<Assessment>("StartAssessment", { serviceId: service.id, moment: "again" });
  await app.call("SaveScope", { assessmentId: id, question: "login", answer: "no" });
  return id;
}

test("what somebody decided the time before stands beside what follows now, until one chooses", async ({ page, app }) => {
  const id = await ruledOutAgainstBefore(app);
  await app.goTo(`#/scope/${id}`);
  await expect(page.getByRole("complementary")).toContainText(/Hier kies je nog[^]*SD-G6/);

  await app.goTo(`#/assessment/${id}/SD-G6`);
  const both = page.getByRole("region", { name: "Wat klopt nu?" });
  await expect(both).toContainText("Vorige keer: Ja");
  await expect(both).toContainText("Nu volgt: Niet van toepassing");
  await expect(both).toContainText("De gebruiker moet zich voor deze dienst niet aanmelden.");
  await both.getByRole("button", { name: /Neem over wat nu volgt/ }).press("Enter");
  await expect(page).not.toHaveURL(/SD-G6/);
  await expect
    .poll(async () => answerTo(app, id, "SD-G6"))
    .toMatchObject({ verdict: "not_applicable", origin: "", explanation: "De gebruiker moet zich voor deze dienst niet aanmelden." });

  await app.call("SaveAnswer", { assessmentId: id, criterion: "SD-G6", verdict: "", explanation: "" });
  await app.goTo(`#/assessment/${id}/SD-G6`);
  await expect(both).toBeVisible();
  await page.keyboard.press("k");
  await expect(page).not.toHaveURL(/SD-G6/);
  await expect.poll(async () => answerTo(app, id, "SD-G6")).toMatchObject({ verdict: "yes", origin: "", explanation: "Met itsme." });

  await app.goTo(`#/scope/${id}`);
  await expect(page.getByRole("complementary")).toContainText(/Je besliste zelf anders[^]*SD-G6/);
});
