import AxeBuilder from "@axe-core/playwright";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Assessment, Settings } from "../src/lib/door/types";
import { type App, expect, test } from "./app";
import { folder, run } from "./program";
import { chooseTown, startAssessment } from "./town";

const second = join(import.meta.dirname, "../../testdata/edition-2026.1");
const office = folder();
let file = "";
let key = "";

test.beforeAll(async () => {
  key = (JSON.parse(await run("workinggroup", "init", join(office.path, "office"), "--json")) as { key: string }).key;
  file = join(office.path, "2026.1.zip");
  await run("workinggroup", "publish", join(office.path, "office"), second, "-o", file);
});
test.afterAll(() => office.remove());

async function trust(app: App): Promise<void> {
  await app.call<Settings>("SaveServer", { url: "", user: "", password: null, workingGroupKey: key });
}

test("a new edition is taken in Settings; a running assessment keeps its own, moves, and comes back", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  const answer = (criterion: string, verdict: string, explanation = "") => app.call("SaveAnswer", { assessmentId: id, criterion, verdict, explanation });
  await answer("SD-G1", "yes");
  await answer("GC-G1", "yes");
  await answer("GC-G4", "no", "De status is te zien, de geschiedenis niet.");
  await answer("DH-G5", "yes");
  await trust(app);

  await app.goTo("#/settings");
  await page.getByLabel("Open een catalogusbestand").setInputFiles(file);
  await expect(page.getByText("Editie 2026.1 is in gebruik voor nieuwe aftoetsingen.")).toBeVisible();

  // What the assessment asks about is read in its own edition: DH-G5 is no longer in the latest.
  await app.goTo(`#/assessment/${id}/DH-G5`);
  await page.getByRole("link", { name: "Hulpmiddelen en indicatoren bij dit criterium" }).click();
  await expect(page.getByText("Volgens editie 2022.1 van de criteria.")).toBeVisible();
  await app.goTo("#/strategy/DH-G5");
  await expect(page.getByText("DH-G5 bestaat niet in editie 2026.1.")).toBeVisible();
  await page.getByRole("link", { name: "De strategie" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "De strategie" })).toBeVisible();

  await app.goTo(`#/assessment/${id}`);
  expect((await app.call<Assessment>("Assessment", { id })).edition).toBe("2022.1");
  await page.getByRole("link", { name: "Bekijk wat er verandert" }).click();
  await expect(page.getByText("1 antwoord blijft zoals het is")).toBeVisible();
  await expect(page.getByText("3 antwoorden kijk je opnieuw na")).toBeVisible();
  await expect(page.getByText("1 antwoord valt weg, maar blijft bewaard")).toBeVisible();
  const split = page.getByRole("region", { name: "2 afgesplitst" });
  await expect(split).toContainText("komt van GC-G4");
  await expect(page.getByRole("region", { name: "1 weggevallen" })).toContainText("DH-G5");
  await expect(page.getByRole("region", { name: "1 nieuw" })).toContainText("DG-G8");
  await page.getByRole("button", { name: "Stap over naar editie 2026.1" }).click();
  await expect(page.getByText("De aftoetsing gebruikt nu editie 2026.1.")).toBeVisible();

  await app.goTo(`#/assessment/${id}/GC-G5`);
  await expect(page.getByText("Kijk dit antwoord na")).toBeVisible();
  const moved = await app.call<Assessment>("Assessment", { id });
  expect(moved.answers.find(({ criterion }) => criterion === "GC-G6")).toMatchObject({ verdict: "no", explanation: "De status is te zien, de geschiedenis niet.", review: "split" });
  expect(moved.aside.map(({ criterion }) => criterion)).toEqual(["DH-G5"]);
  await page.getByRole("button", { name: "Maak ongedaan" }).click();
  await expect.poll(async () => (await app.call<Assessment>("Assessment", { id })).edition).toBe("2022.1");
  const back = await app.call<Assessment>("Assessment", { id });
  expect(back.answers.filter(({ verdict }) => verdict !== "").map(({ criterion, review }) => `${criterion}${review}`)).toEqual(["SD-G1", "GC-G1", "GC-G4", "DH-G5"]);
});

test("an assessment that starts from one of an earlier edition says what was reworded", async ({ page, app }) => {
  const { id: earlier, service } = await startAssessment(app);
  for (const criterion of ["GC-G1", "GC-G2", "GC-G3"]) {
    await app.call("SaveAnswer", { assessmentId: earlier, criterion, verdict: "yes", explanation: "" });
  }
  await trust(app);
  await app.call("TakeCatalogue", { name: "2026.1.zip", data: readFileSync(file).toString("base64") });
  const { id, edition } = await app.call<Assessment>("StartAssessment", { serviceId: service.id, moment: "again" });
  expect(edition).toBe("2026.1");
  await app.goTo(`#/assessment/${id}/GC-G1`);
  const proposal = page.getByRole("region", { name: "Klopt dit nog?" });
  await expect(proposal).toContainText("Gewijzigd sinds vorige keer");
  // It is not confirmed with others, unread.
  await page.keyboard.press("Shift+K");
  const dialog = page.getByRole("dialog", { name: "Klopt dit allemaal nog?" });
  await expect(dialog.getByRole("listitem")).toHaveCount(2);
  await expect(dialog).toContainText("1 criterium staat hier niet bij");
  await page.keyboard.press("Escape");
  await page.keyboard.press("k");
  await expect.poll(async () => (await app.call<Assessment>("Assessment", { id })).progress).toMatchObject({ answered: 1, proposed: 2, review: 0 });
});

test("a move that changes something is accessible", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.call("SaveAnswer", { assessmentId: id, criterion: "GC-G4", verdict: "yes", explanation: "" });
  await trust(app);
  await app.call("TakeCatalogue", { name: "2026.1.zip", data: readFileSync(file).toString("base64") });
  await app.goTo(`#/move/${id}`);
  await expect(page.getByRole("region", { name: "2 afgesplitst" }).getByRole("heading", { level: 3 }).first()).toBeVisible();
  await expect(page.locator("summary").first()).toHaveText(/^.+: [A-Z]{2}-[GI]\d$/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual([]);
});

test("an answer that was looked at again loses its mark", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.call("SaveAnswer", { assessmentId: id, criterion: "GC-G1", verdict: "yes", explanation: "" });
  await trust(app);
  await app.call("TakeCatalogue", { name: "2026.1.zip", data: readFileSync(file).toString("base64") });
  await app.call("Move", { id });
  await app.goTo(`#/assessment/${id}/GC-G1`);
  await page.getByRole("button", { name: "Ja, “Ja” klopt nog" }).click();
  await expect.poll(async () => (await app.call<Assessment>("Assessment", { id })).progress.review).toBe(0);
});

test("what is no catalogue, or is not the working group's, is refused and changes nothing", async ({ page, app }) => {
  await chooseTown(app);
  await app.goTo("#/settings");
  const open = (name: string, buffer: Buffer) => page.getByLabel("Open een catalogusbestand").setInputFiles({ name, mimeType: "application/zip", buffer });
  await open("x.zip", Buffer.from("{}"));
  await expect(page.getByRole("alert")).toContainText("x.zip is geen catalogusbestand");
  await open("2026.1.zip", readFileSync(file));
  await expect(page.getByRole("alert")).toContainText("Zonder de sleutel van de werkgroep");
  await trust(app);
  const bytes = readFileSync(file);
  bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 0xff;
  await open("kapot.zip", bytes);
  await expect(page.getByRole("alert")).toContainText(/geweigerd|geen catalogusbestand/);
  expect(await app.call<{ editions: { edition: string }[] }>("Editions")).toMatchObject({ editions: [{ edition: "2022.1" }] });
});
