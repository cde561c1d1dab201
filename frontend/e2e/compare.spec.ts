import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Comparables, Comparison } from "../src/lib/door/compare";
import type { Assessment, Municipality, Service, Submission } from "../src/lib/door/types";
import { expect, test } from "./app";
import { folder, run, Served } from "./program";
import { answerAll, chooseTown, startAssessment } from "./town";

test.describe("in the sample town", () => {
  test.use({ sample: true });

  test("two are chosen with the keyboard; the title says who does better, and the table says the rest", async ({ page, app }) => {
    const { own } = await app.call<Comparables>("Comparables");
    await app.goTo("#/compare");
    await page.getByRole("checkbox", { name: "Leerplichtcontrole (achteraf)" }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toContainText("Vink er minstens twee aan");
    await page.getByRole("checkbox", { name: "Leerplichtcontrole (vooraf)" }).focus();
    await page.keyboard.press("Space");
    await expect(page.getByText("2 aangevinkt")).toBeVisible();
    await page.keyboard.press("Enter");

    const ids = own.filter((item) => item.service === "Leerplichtcontrole").map((item) => item.id);
    const comparison = await app.call<Comparison>("Compare", { ids });
    const after = comparison.sides.findIndex((side) => side.moment === "after");
    const better = comparison.better[after] ?? 0;
    expect(better).toBeGreaterThan(0);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(`Leerplichtcontrole doet het achteraf op ${better} criteria beter`);
    await expect(page.getByText("Alle 52 criteria vragen hetzelfde")).toBeVisible();

    const table = page.getByRole("table").first();
    await expect(table.getByRole("rowheader")).toHaveCount(10);
    for (const cell of comparison.cells) {
      const row = page.locator(`[data-cell="${cell.principle}-${cell.kind}"]`);
      for (const one of cell.cells) await expect(row).toContainText(`${one.percent} %`);
      await expect(row.locator(".dot")).toHaveCount(2);
    }

    const first = comparison.lines[0];
    const shown = page.getByRole("region", { name: /^Verschillen: / }).getByRole("listitem").first();
    await expect(shown).toContainText(first?.criterion ?? "");
    for (const stand of first?.stands ?? []) await expect(shown).toContainText(stand.explanation);
    await page.getByText("Toon wat gelijk is").focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("table")).toHaveCount(2);
  });

  test("one click leads there from the service and from its result", async ({ page, app }) => {
    const { own } = await app.call<Comparables>("Comparables");
    const item = own.find((other) => other.service === "Leerplichtcontrole");
    await app.goTo(`#/services/${item?.serviceId ?? ""}`);
    await page.getByRole("link", { name: "Vergelijk achteraf met vooraf" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Leerplichtcontrole doet het achteraf");
    await app.goTo(`#/result/${item?.id ?? ""}`);
    await page.getByRole("link", { name: "Vergelijk", exact: true }).click();
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(1);
  });

  test("on paper, the differences are there and the buttons are not", async ({ page, app }) => {
    const { proposals } = await app.call<Comparables>("Comparables");
    await app.goTo(`#/compare/${proposals[0]?.ids.join(",") ?? ""}`);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await expect(page.getByRole("table")).toHaveCount(2);
    await expect(page.getByRole("button", { name: "Druk af" })).toBeHidden();
    await expect(page.getByRole("heading", { name: /^Verschillen: / })).toBeVisible();
  });
});

/** Fills in and hands in an assessment of each of a few services of a town, as somebody else's laptop would. */
async function handIn(town: string, services: number, server: string): Promise<void> {
  const data = folder();
  const program = new Served(["browser", "--data", data.path, "--lang", "nl"]);
  try {
    const url = await program.url;
    const call = async <Out>(method: string, input: object = {}): Promise<Out> => {
      const response = await fetch(`${url}call/${method}`, { method: "POST", body: JSON.stringify(input) });
      const reply = (await response.json()) as { result?: Out; fault?: { message: string } };
      if (reply.fault) throw new Error(`${method}: ${reply.fault.message}`);
      return reply.result as Out;
    };
    const { municipalities } = await call<{ municipalities: Municipality[] }>("FindMunicipalities", { query: town });
    await call("SaveTown", { nis: municipalities[0]?.nis, role: "ICT" });
    await call("SaveServer", { url: server, user: "", password: null, workingGroupKey: "" });
    for (let i = 0; i < services; i++) {
      const service = await call<Service>("SaveService", {
        id: "", name: `E-loket ${i + 1}`, audience: "citizens", budgetEuro: null, users: null, development: "new", planned: "", ownerRole: "",
      });
      const assessment = await call<Assessment>("StartAssessment", { serviceId: service.id, moment: "before" });
      for (const { criterion } of assessment.answers) {
        const met = criterion !== "BT-G1";
        await call("SaveAnswer", { assessmentId: assessment.id, criterion, verdict: met ? "yes" : "no", explanation: met ? "" : "Volgt nog." });
      }
      await call<Submission>("Submit", { assessmentId: assessment.id });
    }
    await call("Sync");
  } finally {
    await program.stop();
    data.remove();
  }
}

test("what the working group made of other towns' submissions is taken in, verified and compared with", async ({ page, app }) => {
  test.slow(); // three towns hand in first
  const [shelf, office, out] = [folder(), folder(), folder()];
  const server = new Served(["serve", shelf.path]);
  try {
    const url = await server.url;
    const { key } = JSON.parse(await run("workinggroup", "init", office.path, "--json")) as { key: string };
    for (const town of ["Gent", "Antwerpen", "Brugge"]) await handIn(town, 2, url);
    await run("workinggroup", "intake", office.path, "--url", url);
    const [telling, bundel] = [join(out.path, "telling.json"), join(out.path, "bundel.zip")];
    await run("workinggroup", "benchmark", office.path, "-o", telling);
    await run("workinggroup", "bundle", office.path, "-o", bundel);

    const assessment = await startAssessment(app);
    await answerAll(app, assessment, { "SD-G1": "Nog niet." });
    await app.goTo("#/compare");
    const files = page.getByRole("region", { name: "Bestanden van anderen" });
    await files.getByLabel("Open een bestand").setInputFiles(telling);
    await expect(files.getByRole("status").filter({ hasText: "telling.json is toegevoegd" })).toBeVisible();
    await expect(files.getByRole("listitem")).toContainText("in Instellingen staat nog geen sleutel");
    await app.call("SaveServer", { url: "", user: "", password: null, workingGroupKey: key });
    await app.goTo("#/compare");
    await expect(files.getByRole("listitem")).toContainText("Nagekeken: getekend door de werkgroep.");

    await page.getByRole("link", { name: "Bewonerskaart aanvragen en de anderen samen" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Bewonerskaart aanvragen (vooraf) doet het op 1 criterium beter en op 1 slechter dan Alle diensten samen",
    );
    await expect(page.getByText("6 aftoetsingen van 3 gemeenten")).toBeVisible();
    await expect(page.getByRole("region", { name: /^Wat kan beter/ })).toContainText("6 van 6 vervullen dit: het kan.");

    await app.goTo("#/compare");
    await files.getByLabel("Open een bestand").setInputFiles(bundel);
    await expect(files.getByRole("status").filter({ hasText: "bundel.zip is toegevoegd" })).toBeVisible();
    await files.getByLabel("Open een bestand").setInputFiles(bundel);
    await expect(files.getByRole("status").filter({ hasText: "bundel.zip was er al" })).toBeVisible();
    await expect(page.getByRole("checkbox", { name: /^Gent: E-loket/ })).toHaveCount(2);

    await files.getByRole("button", { name: /^Verwijder.*bundel\.zip/ }).click();
    await expect(page.getByRole("checkbox", { name: /^Gent: E-loket/ })).toHaveCount(0);
    await page.getByRole("button", { name: "Maak ongedaan" }).first().click();
    await expect(page.getByRole("checkbox", { name: /^Gent: E-loket/ })).toHaveCount(2);
  } finally {
    await server.stop();
    for (const place of [shelf, office, out]) place.remove();
  }
});

test("a file that is no use says what, why and what to do, and changes nothing", async ({ page, app }) => {
  await chooseTown(app);
  const place = folder();
  const wrong = join(place.path, "foto.json");
  writeFileSync(wrong, "geen indiening");
  await app.goTo("#/compare");
  await expect(page.getByText("Er is nog geen aftoetsing.")).toBeVisible();
  const files = page.getByRole("region", { name: "Bestanden van anderen" });
  await files.getByLabel("Open een bestand").setInputFiles(wrong);
  await expect(files.getByRole("alert")).toContainText("foto.json is niet te gebruiken");
  await expect(files.getByRole("alert")).toContainText("Er is niets veranderd.");
  await expect(files.getByText("Er is nog geen bestand.")).toBeVisible();
  place.remove();
});
