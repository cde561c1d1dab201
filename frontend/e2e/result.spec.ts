import { readFileSync } from "node:fs";
import type { Cell, MadeFile, Result, Submission } from "../src/lib/door/types";
import { expect, test } from "./app";
import { answerAll, startAssessment } from "./town";

test("the matrix says in numbers and words what the program counted", async ({ page, app }) => {
  const assessment = await startAssessment(app);
  await answerAll(app, assessment, { "SD-G1": "Nog niet.", "SD-G2": "Nog niet.", "GC-I1": "Volgend jaar." });
  await app.call("SaveAnswer", { assessmentId: assessment.id, criterion: "BT-G1", verdict: "", explanation: "" });
  await app.goTo(`#/result/${assessment.id}`);
  const { matrix } = await app.call<Result>("Result", { id: assessment.id });
  const words: Record<Cell["state"], string> = {
    good: "Ten minste 80 %",
    partial: "Minder dan 80 %",
    none: "Geen enkel",
    not_applicable: "Niet van toepassing",
    open: "Nog open",
  };
  expect(matrix).toHaveLength(10);
  for (const cell of matrix) {
    const shown = page.locator(`[data-cell="${cell.principle}-${cell.kind}"]`);
    await expect(shown).toContainText(words[cell.state]);
    await expect(shown).toContainText(`${cell.met} van ${cell.met + cell.unmet} (${cell.percent} %)`);
  }
  await expect(page.locator('[data-cell="SD-user"]')).toContainText("4 van 6 (66 %)");
  await expect(page.locator('[data-cell="BT-user"]')).toContainText("Voorlopig: 1 nog open");
  await expect(page.getByRole("table").getByRole("rowheader")).toHaveCount(5);
  await expect(page.getByRole("table").getByRole("columnheader")).toHaveCount(3);
  await expect(page.getByRole("region", { name: "Niet of nog niet vervuld: 3" })).toContainText("Volgend jaar.");

  // What is missing is said, and leads there.
  await expect(page.getByText("Indienen kan zodra alles ingevuld is")).toBeVisible();
  await page.getByRole("link", { name: "Vul aan wat ontbreekt" }).click();
  await expect(page).toHaveURL(/BT-G1$/);
});

test("the report opens as PDF", async ({ page, app }) => {
  const assessment = await startAssessment(app);
  await answerAll(app, assessment);
  await app.goTo(`#/result/${assessment.id}`);
  await page.keyboard.press("Control+p");
  const link = page.getByRole("link", { name: "Open het rapport" });
  await expect(link).toBeVisible();
  const response = await page.request.get(new URL((await link.getAttribute("href")) ?? "", app.url).href);
  expect((await response.body()).subarray(0, 5).toString()).toBe("%PDF-");
});

test("handing in without a server: frozen, and clear about it", async ({ page, app }) => {
  const assessment = await startAssessment(app);
  await answerAll(app, assessment);
  await app.goTo(`#/result/${assessment.id}`);
  await page.getByRole("button", { name: "Dien in" }).click();
  const done = page.getByRole("status").filter({ hasText: "Ingediend en verzegeld op deze laptop" });
  await expect(done).toContainText("Er is nog geen server ingesteld.");
  await expect(done.getByRole("link", { name: "Naar Instellingen" })).toBeVisible();
  await expect(page.getByRole("list", { name: "Stappen van deze indiening" })).toContainText(/Ingediend.*Nagekeken op de server.*nog niet.*Ontvangen.*nog niet/);
  await expect(page.getByRole("banner")).toContainText("1 indiening wacht op ontvangst");
  const { submissions } = await app.call<{ submissions: Submission[] }>("Submissions");
  expect(submissions).toMatchObject([{ state: "frozen" }]);

  await page.getByRole("button", { name: /Geef door als bestand/ }).click();
  await expect(page.getByRole("link", { name: "Open het bestand" })).toBeVisible();
  const { path } = await app.call<MadeFile>("ExportSubmission", { id: submissions[0]?.id });
  expect(readFileSync(path).length).toBeGreaterThan(1000);

  // A change afterwards is not in what was handed in.
  await page.getByRole("link", { name: "Bekijk de antwoorden" }).click();
  await expect(page.getByText("Deze aftoetsing is ingediend.")).toBeVisible();
  await app.call("SaveAnswer", { assessmentId: assessment.id, criterion: "SD-G1", verdict: "no", explanation: "Toch niet." });
  await app.goTo(`#/result/${assessment.id}`);
  await expect(page.getByText("Je wijzigde iets na het indienen.")).toBeVisible();
  await page.getByRole("link", { name: "Dien opnieuw in" }).click();
  await expect(page).toHaveURL(/#\/notification\//);
  await app.goTo("#/");
  await expect(page.getByRole("link", { name: /Dien opnieuw in: .*je wijzigde iets na het indienen/ })).toHaveAttribute("href", `#/notification/${assessment.id}`);
});
