import AxeBuilder from "@axe-core/playwright";
import { randomBytes } from "node:crypto";
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Assessment } from "../src/lib/door/types";
import { App, expect, test } from "./app";
import { answerAll, chooseTown, startAssessment } from "./town";

/** A second laptop of the same town, with a window of its own. */
async function colleague(page: Page): Promise<{ app: App; page: Page }> {
  const other = await page.context().newPage();
  const app = new App(other, { sample: false, lang: "nl" });
  await app.start();
  await chooseTown(app);
  const { municipalities } = await app.call<{ municipalities: { nis: string }[] }>("FindMunicipalities", { query: "dendermonde" });
  await app.call("SaveTown", { nis: municipalities[0]?.nis, role: "dienst ICT" });
  return { app, page: other };
}

/** Passes the work of one laptop on and takes it over on the other, as people do. */
async function pass(from: { app: App; page: Page }, to: { app: App; page: Page }): Promise<void> {
  await from.app.goTo("#/sync");
  await from.page.getByRole("button", { name: "Geef door aan een collega" }).click();
  await expect(from.page.getByRole("region", { name: "Met collega’s" })).toContainText(/Het bestand bevat \d/);
  const folder = join(from.app.data, "colleagues");
  const file = readdirSync(folder).sort().at(-1) ?? "";
  await to.app.goTo("#/sync");
  await to.page.getByLabel("Neem over van een collega").setInputFiles(join(folder, file));
  await expect(to.page.getByRole("region", { name: "Met collega’s" }).getByRole("status").last()).toContainText(/overgenomen|stond hier al/);
}

function answer(app: App, assessment: Assessment, explanation: string): Promise<unknown> {
  return app.call("SaveAnswer", { assessmentId: assessment.id, criterion: "SD-G1", verdict: "no", explanation, review: "" });
}

test("two laptops disagree: beside each other, chosen, undone, both kept", async ({ page, app }) => {
  const assessment = await startAssessment(app);
  const here = { app, page };
  const there = await colleague(page);
  try {
    await pass(here, there);
    await expect(there.page.getByRole("main")).toContainText("1 aftoetsing");
    await answer(app, assessment, "Het loket opent in 2027.");
    await answer(there.app, assessment, "Het loket opent in 2028.");
    await pass(there, here);

    await page.getByRole("region", { name: "Met collega’s" }).getByRole("link", { name: "Kies wat geldt" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Verschillen tussen laptops");
    await expect(page.getByRole("banner")).toContainText("1 verschil tussen laptops");
    const sides = page.getByRole("main").locator(".sides > li");
    await expect(sides).toHaveCount(2);
    await expect(sides.filter({ hasText: "dienst ICT" })).toContainText("2028");
    await expect(sides.filter({ hasText: "jij, op deze laptop" }).locator("mark")).toHaveText("2027.");

    for (const theme of ["light", "dark", "contrast"]) {
      await page.evaluate((name) => (document.documentElement.dataset["theme"] = name), theme);
      const { violations } = await new AxeBuilder({ page }).options({ rules: { "color-contrast-enhanced": { enabled: true } } }).analyze();
      expect(violations.map((v) => `${v.id} ${theme}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`)).toEqual([]);
    }

    await sides.filter({ hasText: "dienst ICT" }).getByRole("button", { name: /Kies deze versie/ }).click();
    await expect(page.getByRole("main")).toContainText("Nu is alles gelijk");
    await page.getByRole("banner").getByRole("button", { name: /Maak ongedaan/ }).click();

    // Where the answer is asked, the two stand beside each other too.
    await app.goTo(`#/assessment/${assessment.id}/SD-G1`);
    const alert = page.getByRole("main").getByText("Twee laptops zeggen hier iets anders");
    await expect(alert).toBeVisible();
    await expect(sides.filter({ hasText: "dienst ICT" })).toContainText("2028");
    await expect(sides.first()).toContainText("jij, op deze laptop");
    // The history opens too, where a choice was made and undone.
    await page.getByText("Geschiedenis", { exact: true }).click();
    await expect(page.getByRole("list", { name: "Geschiedenis" })).toContainText("2028");
    await page.getByRole("button", { name: "Houd beide teksten" }).click();
    await expect(alert).toBeHidden();
    await expect(page.getByRole("textbox").first()).toHaveValue(/2027\.\n\n.*2028\.|2028\.\n\n.*2027\./);
  } finally {
    await there.app.close();
  }
});

test("a side is a whole answer, and a service's page says that laptops disagree", async ({ page, app }) => {
  const assessment = await startAssessment(app);
  const here = { app, page };
  const there = await colleague(page);
  try {
    await pass(here, there);
    await app.call("SaveAnswer", { assessmentId: assessment.id, criterion: "SD-G1", verdict: "yes", explanation: "", review: "" });
    await answer(there.app, assessment, "Het loket opent in 2028.");
    const { service } = await app.call<{ service: Record<string, unknown> }>("Assessment", { id: assessment.id });
    for (const [laptop, name] of [[app, "Hier"], [there.app, "Daar"]] as const) await laptop.call("SaveService", { ...service, name });
    await app.call("StartAssessment", { serviceId: service["id"], moment: "after", previous: "" });
    await there.app.call("StartAssessment", { serviceId: service["id"], moment: "after", previous: "" });
    await pass(there, here);
    await expect(page.getByRole("region", { name: "Met collega’s" })).toContainText("Er zijn nu 2 aftoetsingen achteraf van");
    await app.goTo(`#/services/${String(service["id"])}`);
    await expect(page.getByRole("main")).toContainText("Twee laptops zeggen hier iets anders");
    await expect(page.getByRole("main")).toContainText("door jou, op deze laptop");
    await expect(page.getByRole("main")).toContainText("door dienst ICT, laptop");

    await page.getByRole("main").getByRole("link", { name: "Kies wat geldt" }).click();
    const conflict = page.getByRole("main").getByRole("listitem").filter({ has: page.getByRole("heading", { name: /^Antwoord/ }) });
    const own = conflict.locator(".sides > li").first();
    await expect(own).toContainText("Uitleg");
    await expect(own).toContainText("(leeg)");
    await own.getByRole("button", { name: "Kies deze versie van jou, op deze laptop" }).click();
    await expect(conflict).toHaveCount(0);
    const now = (await app.call<Assessment>("Assessment", { id: assessment.id })).answers.find((one) => one.criterion === "SD-G1");
    expect([now?.verdict, now?.explanation]).toEqual(["yes", ""]);
  } finally {
    await there.app.close();
  }
});

test("one laptop removes what another changes: shown, and brought back", async ({ page, app }) => {
  const assessment = await startAssessment(app);
  const here = { app, page };
  const there = await colleague(page);
  try {
    await pass(here, there);
    await app.call("RemoveAssessment", { id: assessment.id });
    await answer(there.app, assessment, "Volgt.");
    await pass(there, here);
    await app.goTo("#/");
    await page.getByRole("main").getByRole("link", { name: "Kies wat geldt" }).click();
    await expect(page.getByRole("main")).toContainText("verwijderde dit");
    await expect(page.getByRole("main")).toContainText("Volgt.");
    await page.getByRole("button", { name: "Haal het terug" }).click();
    await expect(page.getByRole("main")).toContainText("Nu is alles gelijk");
    expect((await app.call<Assessment>("Assessment", { id: assessment.id })).answers.find((one) => one.criterion === "SD-G1")?.explanation).toBe("Volgt.");
  } finally {
    await there.app.close();
  }
});

test("a file of 40 MB comes over whole, and can be stopped", async ({ page, app }) => {
  test.setTimeout(180_000); // twice 40 MB, by pieces
  const assessment = await startAssessment(app);
  const there = await colleague(page);
  try {
    await app.goTo(`#/assessment/${assessment.id}/SD-G1`);
    const evidence = page.getByRole("region", { name: "Bewijsstukken" });
    for (const name of ["een.bin", "twee.bin"]) {
      const path = test.info().outputPath(name);
      writeFileSync(path, Buffer.concat([Buffer.from([1, 0]), randomBytes(20 << 20)])); // what can't be packed smaller
      await evidence.locator("input[type=file]").setInputFiles(path);
      await expect(evidence.getByText(`${name} is toegevoegd.`)).toBeVisible({ timeout: 60_000 });
    }
    await app.call("GiveToColleague");
    const folder = join(app.data, "colleagues");
    const file = join(folder, readdirSync(folder)[0] ?? "");
    expect(statSync(file).size).toBeGreaterThan(40 << 20);

    await there.app.goTo("#/sync");
    const colleagues = there.page.getByRole("region", { name: "Met collega’s" });
    let hold: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (hold = resolve));
    await there.page.route("**/call/AddColleaguePiece", async (route) => {
      await held;
      await route.continue();
    });
    await colleagues.getByLabel("Neem over van een collega").setInputFiles(file);
    await expect(colleagues.getByRole("progressbar")).toBeVisible();
    await colleagues.getByRole("button", { name: "Stop" }).click();
    hold();
    await expect(colleagues.getByText("Gestopt. Er is niets overgenomen.")).toBeVisible();
    await there.page.unroute("**/call/AddColleaguePiece");

    await colleagues.getByLabel("Neem over van een collega").setInputFiles(file);
    await expect(colleagues).toContainText("overgenomen", { timeout: 60_000 });
    await expect(colleagues).toContainText("1 aftoetsing", { timeout: 60_000 });
    const [answer] = (await there.app.call<Assessment>("Assessment", { id: assessment.id })).answers;
    expect(answer?.evidence).toHaveLength(2);
  } finally {
    await there.app.close();
  }
});

test("what is no file of a colleague is refused, and says why", async ({ page, app }) => {
  await startAssessment(app);
  await app.goTo("#/sync");
  await page.getByLabel("Neem over van een collega").setInputFiles({ name: "brief.zip", mimeType: "application/zip", buffer: Buffer.from("hallo") });
  await expect(page.getByRole("alert")).toContainText("brief.zip is geen bestand van een collega. Er is niets veranderd.");
});

test("proposed, sent back, reviewed, adopted, changed since, and undone", async ({ page, app }) => {
  const assessment = await startAssessment(app);
  await answerAll(app, assessment, { "SD-G1": "Nog niet." });
  await app.goTo(`#/result/${assessment.id}`);
  const stage = page.getByRole("region", { name: "Nazicht en besluit" });
  const step = stage.getByRole("list", { name: "Stappen binnen de gemeente" }).locator("[aria-current=step]");
  await expect(step).toContainText("Invullen");
  await stage.getByLabel("Aan wie leg je het voor?").fill("dienst Burgerzaken");
  await stage.getByRole("button", { name: "Leg voor" }).click();
  await expect(step).toContainText("Voorgelegd");

  await app.goTo("#/");
  await expect(page.getByRole("region", { name: "Na te kijken" })).toContainText("Voorgelegd aan jou");
  await page.getByRole("region", { name: "Na te kijken" }).getByRole("link").click();
  await stage.getByLabel("Opmerking").fill("Kijk SD-G1 na.");
  await stage.getByRole("button", { name: "Stuur terug" }).click();
  await expect(step).toContainText("Invullen");
  await expect(stage).toContainText("Kijk SD-G1 na.");

  await stage.getByText("Andere stap").click();
  await stage.getByRole("button", { name: "Markeer als nagezien" }).click();
  await expect(step).toContainText("Nagezien");
  await stage.getByLabel("Nummer van het besluit").fill("2026/CBS/114");
  await stage.getByRole("button", { name: "Leg het besluit vast" }).click();
  await expect(stage).toContainText("is geen datum");
  await stage.getByLabel("Datum van het besluit").fill("2024-11-29");
  await stage.getByRole("button", { name: "Leg het besluit vast" }).click();
  await expect(stage).toContainText("Vastgesteld op 29 november 2024, besluit 2026/CBS/114.");

  await answer(app, assessment, "Anders.");
  await page.reload();
  await expect(stage).toContainText("1 criterium veranderde sindsdien");
  await app.call("Undo");
  await page.reload();
  await expect(stage).not.toContainText("veranderde sindsdien");
  await page.getByRole("banner").getByRole("button", { name: /Maak ongedaan/ }).click();
  await expect(step).toContainText("Nagezien");
});

test("the time line tells who did what, and can be narrowed down", async ({ page, app }) => {
  const assessment = await startAssessment(app);
  await answer(app, assessment, "Nog niet.");
  await app.call("SaveAnswer", { assessmentId: assessment.id, criterion: "SD-G2", verdict: "yes", explanation: "", review: "" });
  await app.call("Submit", { assessmentId: assessment.id }).catch(() => undefined);
  await app.goTo(`#/result/${assessment.id}`);
  await page.getByRole("link", { name: "Tijdlijn" }).click();
  const main = page.getByRole("main");
  await expect(main).toContainText("2 criteria beantwoord");
  await expect(main).toContainText("Begonnen");
  await expect(main).toContainText("Uitleg: (leeg) → Nog niet.");
  await page.getByLabel("Criterium").selectOption("SD-G2");
  await expect(main).toContainText("1 criterium beantwoord");
  await expect(main).not.toContainText("Nog niet.");
});
