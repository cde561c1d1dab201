import { expect, test } from "./app";
import type { Notification } from "../src/lib/door/notification";
import type { Result } from "../src/lib/door/types";
import { answerAll, startAssessment } from "./town";

test("adopted, handed in, corrected: the second version says what it changes", async ({ page, app }) => {
  const assessment = await startAssessment(app);
  await answerAll(app, assessment, { "SD-G1": "Nog niet.", "GC-I1": "Volgend jaar." });
  await app.goTo(`#/result/${assessment.id}`);
  await page.getByRole("link", { name: "Melding", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Melding: Bewonerskaart aanvragen");
  const missing = page.getByRole("region", { name: "Wat nog ontbreekt" });
  await expect(missing.getByRole("listitem")).toHaveCount(3);
  await expect(page.getByRole("region", { name: "Niet of nog niet vervuld: 2" })).toContainText(/Volgend jaar\.\s*Geen maatregel gepland/);
  await expect(page.getByRole("region", { name: "Versies" })).toContainText("Je diende deze melding nog niet in.");

  // The missing part leads to its field; today stands there already, and Enter is enough.
  await missing.getByRole("button", { name: "Het besluit van je bestuur" }).click();
  await expect(page.getByLabel("Datum van het besluit")).toHaveValue(/^\d{4}-\d{2}-\d{2}$/);
  await page.keyboard.type("2026-CBS-1204");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Vaststelling" })).toContainText("besluit 2026-CBS-1204");
  await expect(page.getByRole("button", { name: "Dien in" })).toBeFocused();
  await page.keyboard.press("Enter");
  const first = page.getByRole("region", { name: "Versies" }).locator("[data-version='1']");
  await expect(first).toContainText("besluit 2026-CBS-1204");
  await expect(page.getByText("Versie 1 is ingediend en zegt nog hetzelfde.")).toBeVisible();
  await expect(page.locator("#hand-in [tabindex='-1']")).toBeFocused();

  // A correction: what changed is said, and why is asked.
  await app.call("SaveAnswer", { assessmentId: assessment.id, criterion: "SD-G1", verdict: "yes", explanation: "" });
  await app.goTo(`#/notification/${assessment.id}`);
  const changes = page.getByRole("region", { name: "Wat versie 2 verandert" });
  await expect(changes.locator("[data-changed='SD-G1']")).toContainText("was nee, nu ja");
  await expect(missing).toContainText(/Zonder dit kan je nog niet indienen:\s*Waarom je de melding verbetert/);
  // The executive decided before that change: the screen says so.
  await expect(page.getByRole("region", { name: "Vaststelling" })).toContainText("1 criterium veranderde na het besluit");
  await missing.getByRole("button", { name: "Een besluit over 1 criterium dat na het besluit veranderde" }).click();
  await expect(page.getByRole("button", { name: "Wijzig het besluit" })).toBeFocused();
  await page.getByRole("button", { name: "Dien versie 2 in" }).click();
  const reason = page.getByLabel("Waarom verbeter je de melding?");
  await expect(reason).toBeFocused();
  await expect(changes).toContainText("Schrijf eerst waarom je verbetert.");
  await page.keyboard.type("De koppeling werkt nu.");
  await expect(missing).not.toContainText("Waarom je de melding verbetert");
  await page.getByRole("button", { name: "Dien versie 2 in" }).click();
  const second = page.getByRole("region", { name: "Versies" }).locator("[data-version='2']");
  await expect(second).toContainText("De koppeling werkt nu.");
  await expect(second).toContainText("Veranderd sinds versie 1:");
  await expect(second.locator("[data-changed]")).toHaveCount(2); // the answer, and what changed after the decision
  await expect(second).toContainText("Na dit besluit veranderde nog 1 criterium: SD-G1.");
  await page.getByRole("button", { name: "Bekijk versie 1 als pdf" }).click();
  await expect(first.getByRole("link", { name: "Open de melding" })).toBeVisible();
  const { versions } = await app.call<Notification>("Notification", { id: assessment.id });
  expect(versions.map((version) => [version.version, version.reason])).toEqual([
    [2, "De koppeling werkt nu."],
    [1, ""],
  ]);
});

test("the cover note is saved while it is typed, survives a kill, and can be undone", async ({ page, app }) => {
  const assessment = await startAssessment(app);
  await answerAll(app, assessment);
  const other = await startAssessment(app);
  await app.goTo(`#/notification/${assessment.id}`);
  const note = page.getByLabel("Begeleidende tekst");
  await note.fill("We zijn klaar.");
  await expect(page.getByRole("region", { name: "In je eigen woorden" })).toContainText("Bewaard");
  await expect(page.getByRole("region", { name: "Wat nog ontbreekt" })).not.toContainText("Een begeleidende tekst");
  await app.goTo(`#/notification/${other.id}`);
  await expect(page.getByRole("region", { name: "Vaststelling" })).toContainText("Vaststellen kan zodra niets ontbreekt.");
  await expect(page.getByRole("region", { name: "In je eigen woorden" })).not.toContainText("Bewaard");
  await app.goTo(`#/notification/${assessment.id}`);
  await app.end("SIGKILL");
  await app.start();
  await app.goTo(`#/notification/${assessment.id}`);
  await expect(note).toHaveValue("We zijn klaar.");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Ongedaan gemaakt: een wijziging aan de melding van Bewonerskaart aanvragen")).toBeVisible();
  await expect(note).toHaveValue("");
});

test("a decision can be undone, and the date has to be one", async ({ page, app }) => {
  const assessment = await startAssessment(app);
  await answerAll(app, assessment);
  await app.goTo(`#/notification/${assessment.id}`);
  await page.getByLabel("Datum van het besluit").fill("");
  await page.getByRole("button", { name: "Stel vast" }).click();
  await expect(page.getByRole("region", { name: "Vaststelling" })).toContainText("is geen datum. Er is niets gewijzigd.");
  await page.getByLabel("Datum van het besluit").fill("2999-01-01");
  await page.getByRole("button", { name: "Stel vast" }).click();
  await expect(page.getByRole("region", { name: "Vaststelling" })).toContainText("ligt in de toekomst");
  await page.getByLabel("Datum van het besluit").fill("2024-11-29");
  await page.getByRole("button", { name: "Stel vast" }).click();
  await expect(page.getByRole("region", { name: "Vaststelling" })).toContainText("Vastgesteld op 29 november 2024.");
  await page.getByRole("button", { name: "Maak ongedaan" }).first().click();
  await expect(page.getByRole("button", { name: "Stel vast" })).toBeVisible();
});

test("afterwards stands beside beforehand, and paper is a key away", async ({ page, app }) => {
  const before = await startAssessment(app);
  await answerAll(app, before, { "SD-G1": "Nog niet.", "SD-G2": "Nog niet." });
  const after = await app.call<typeof before>("StartAssessment", { serviceId: before.service.id, moment: "after" });
  await answerAll(app, after, { "SD-G2": "Nog altijd niet." });
  await app.goTo(`#/notification/${after.id}`);
  const sides = page.getByRole("region", { name: "Eerder en nu" });
  const cells = sides.locator("[data-row='SD-user']").getByRole("cell");
  await expect(cells.nth(0)).toContainText("4 van 6 (66 %)");
  await expect(cells.nth(1)).toContainText("5 van 6 (83 %)");
  await expect(sides.locator("[data-changed]")).toHaveCount(1);
  await expect(sides.locator("[data-changed='SD-G1']")).toContainText("was nee, nu ja");
  await page.keyboard.press("Control+p");
  const link = page.getByRole("link", { name: "Open de melding" });
  await expect(link).toBeVisible();
  const response = await page.request.get(new URL((await link.getAttribute("href")) ?? "", app.url).href);
  expect((await response.body()).subarray(0, 5).toString()).toBe("%PDF-");
});

test("the result says what to begin with, what suffices, and what a reader would ask", async ({ page, app }) => {
  const assessment = await startAssessment(app);
  await answerAll(app, assessment, { "SD-G1": "Nog niet.", "SD-G2": "Nog niet.", "GC-I1": "Volgend jaar." });
  await app.goTo(`#/result/${assessment.id}`);
  const { matrix } = await app.call<Result>("Result", { id: assessment.id });
  expect(matrix.find((cell) => cell.principle === "SD" && cell.kind === "user")?.percent).toBe(66);
  await expect(page.locator("[data-lift='SD-user']")).toContainText(/1 criterium brengt .* op ten minste 80.%/);
  const unmet = page.getByRole("region", { name: "Niet of nog niet vervuld: 3" });
  await expect(unmet.locator("[data-criterion]")).toHaveCount(3);
  await expect(unmet.locator("[data-criterion='SD-G1']")).toContainText(/Moeite.*(klein|gemiddeld|groot).*Bereik.*gemiddeld/);
  await unmet.getByLabel("Sorteer op").selectOption("strategy");
  await expect(unmet.locator("[data-criterion]").first()).toHaveAttribute("data-criterion", "SD-G1");
  await unmet.getByText("Hoe dit berekend is").click();
  await expect(unmet.getByText("Het bereik telt drie dingen")).toBeVisible();

  const checks = page.getByRole("region", { name: "Vaste controles" });
  await expect(checks.locator("[data-check='yes_unsupported']")).toContainText("49 keer ja zonder bewijsstuk of meting");
  await expect(checks.locator("[data-check='no_unexplained']")).toContainText("In orde: Bij elke nee staat uitleg.");
  await checks.locator("[data-check='no_unplanned']").getByText("Toon").click();
  await checks.getByRole("link", { name: /^SD-G1/ }).click();
  await expect(page).toHaveURL(/SD-G1$/);
});
