import type { Locator, Page } from "@playwright/test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Assessment } from "../src/lib/door/types";
import { type App, expect, test } from "./app";
import { clean, criterionFor, running, sample } from "./measuring";

test.use({ sample: true });

/** Measures a page at the first criterion that asks for one, or for that figure of it, and gives what the screen says of it. */
async function measurePage(page: Page, app: App, files: Parameters<Locator["setInputFiles"]>[0], name: string, figure = ""): Promise<{ criterion: string; fact: (term: string) => Locator }> {
  const criterion = await criterionFor(app, "page", figure);
  await app.goTo(`#/measure/${await running(app)}/${criterion}/page`);
  await page.locator("#page-file").setInputFiles(files);
  const facts = page.locator("section[aria-labelledby=page-figures]");
  await expect(facts).toContainText(name);
  return { criterion, fact: (term) => facts.locator("dl > div", { hasText: term }).locator("dd") };
}

/** Keeps what was measured, and gives it as it was kept. */
async function kept(page: Page, app: App, criterion: string): Promise<Assessment["measurements"]> {
  await page.getByRole("button", { name: `Bewaar bij ${criterion}` }).click();
  await expect(page.getByText(`De meting staat bij ${criterion}.`)).toBeVisible();
  const { measurements } = await app.call<Assessment>("Assessment", { id: await running(app) });
  return measurements.filter(({ indicator }) => indicator.startsWith(`${criterion}.`));
}

const pageFile = (name: string, text: string | Buffer) => ({ name, mimeType: "text/html", buffer: Buffer.from(text) });
const sheet = (name: string, text: string) => ({ name, mimeType: "text/css", buffer: Buffer.from(text) });
const sampleFile = (name: string) => pageFile(name, readFileSync(sample(name)));

for (const [name, { files, ...counts }] of Object.entries({
  // Counted by hand in the files: findings of WCAG, contrast, headings, links without a name, links with vague words.
  "good.html": { files: [sampleFile("good.html")], findings: "0", contrast: "0", headings: 0, nameless: 0, vague: 0 },
  "bad.html": { files: [sampleFile("bad.html"), sheet("style.css", "form { margin: 1em }")], findings: "4", contrast: "1", headings: 1, nameless: 0, vague: 1 },
})) {
  test(`a page is measured: ${name}`, async ({ page, app }) => {
    const { criterion, fact } = await measurePage(page, app, files, name);
    await expect(fact("Onderdelen die niet voldoen")).toHaveText(counts.findings);
    await expect(fact("Te weinig contrast")).toHaveText(counts.contrast);
    await expect(fact("Taal van de pagina")).toHaveText("nl");
    await expect(fact("Koppen")).toContainText(`waarvan ${counts.headings} verkeerd`);
    await expect(fact("Links")).toContainText(`waarvan ${counts.nameless} zonder naam en ${counts.vague} onduidelijk`);
    const measurements = await kept(page, app, criterion);
    expect(measurements[0]).toMatchObject({ note: expect.stringContaining(name) });
    expect(measurements[0]?.note).toContain("Niet gemeten: wat de pagina doet");
  });
}

test("without its style sheets, nothing is said of a page's contrast", async ({ page, app }) => {
  const { criterion, fact } = await measurePage(page, app, sample("bad.html"), "bad.html", "contrast");
  await expect(fact("Te weinig contrast")).toHaveText("niet te meten");
  await expect(fact("Onderdelen die niet voldoen")).toHaveText("3");
  await expect(page.getByText("Daarom is het contrast niet gemeten.")).toBeVisible();
  const { indicators } = await app.call<{ indicators: { code: string; measure: string }[] }>("Catalogue", { edition: "" });
  const contrast = indicators.find(({ measure }) => measure === "page.contrast")?.code ?? "";
  await expect(page.getByText(new RegExp(`${contrast} .*: niet te meten`))).toBeVisible();
  const measurements = await kept(page, app, criterion);
  expect(measurements.length).toBeGreaterThan(0);
  expect(measurements.map(({ indicator }) => indicator)).not.toContain(contrast);
  expect(measurements[0]?.note).toContain("Niet gemeten: het contrast (er ontbreken opmaakbestanden)");
});

test("what is wrong is said as a fault, with the name of the criterion and the page's own markup", async ({ page, app }) => {
  await measurePage(page, app, sample("bad.html"), "bad.html");
  const found = page.getByRole("region", { name: "Wat niet in orde is" });
  await expect(found.getByRole("heading", { name: "WCAG 1.1.1: Niet-tekstuele content" })).toBeVisible();
  await expect(found.locator("li", { hasText: "Afbeelding zonder tekst" }).locator("code")).toHaveText('<img src="https://voorbeeldegem.example/straat.jpg">');
  await expect(found.locator("li", { hasText: "niet waar hij heen gaat" }).locator("code")).toHaveText('<a href="https://voorbeeldegem.example/reglement">klik hier</a>');
});

test("a page that a script has yet to fill is not measured", async ({ page, app }) => {
  await app.goTo(`#/measure/${await running(app)}/${await criterionFor(app, "page")}/page`);
  const shell = '<!doctype html><html lang="nl"><title>E-loket</title><body><noscript>Zet JavaScript aan om dit e-loket te gebruiken, want zonder kan het niet werken op deze computer of telefoon.</noscript><div id="app"></div><script src="app.js"></script>';
  await page.getByLabel("Open een bewaarde pagina").setInputFiles(pageFile("loket.html", shell));
  await expect(page.getByRole("alert")).toContainText("loket.html heeft bijna geen tekst om te meten");
  await expect(page.getByRole("button", { name: /^Bewaar bij/ })).toBeHidden();
  await expect(page.getByText("Resultaat voor")).toBeHidden();
});

test("a page is read in the encoding that it has", async ({ page, app }) => {
  const text = '<!doctype html><html lang="nl"><title>x</title><h1>Caf\xe9 de co\xf6rdinator, 5 \x80</h1><form><label>Naam <input></label></form>';
  await measurePage(page, app, pageFile("cafe.html", Buffer.from(text, "latin1")), "cafe.html");
  await expect(page.getByRole("region", { name: "De koppen van de pagina" })).toContainText("Café de coördinator, 5 €");
});

/** A page that its own style sheets decide on. */
const styledPage = (head: string, body = "") =>
  pageFile("blad.html", `<!doctype html><html lang="nl"><head><title>Blad</title>${head}</head><body><main><h1>Blad</h1><p>${"Een zin met woorden. ".repeat(6)}</p>${body}</main></body></html>`);
const pale = "p { color: #bbbbbb }";

test.describe("the style sheets of a page", () => {
  test.use({ refusals: true }); // of what onload would run

  for (const [name, { head, files, contrast }] of Object.entries({
    "what is for paper only is not on the screen": {
      head: '<link rel="stylesheet" href="style.css"><link rel="stylesheet" href="print.css" media="print">',
      files: [sheet("print.css", pale), sheet("style.css", "p { margin: 1em }")],
      contrast: "0",
    },
    "the order is that of the page": {
      head: '<link rel="stylesheet" href="b.css"><style>p { margin: 1em }</style><link rel="stylesheet" href="Map/A.css?v=2">',
      files: [sheet("a.css", "p { color: #222222 }"), sheet("b.css", pale)],
      contrast: "0",
    },
    "a style sheet can be called css": { head: '<link rel="stylesheet" href="/Content/css?v=abc">', files: [], contrast: "niet te meten" },
    "and is saved under that name": { head: '<link rel="stylesheet" href="/Content/css?v=abc">', files: [sheet("css", pale)], contrast: "1" },
    "for paper until it is loaded": { head: `<link rel="stylesheet" href="a.css" media="print" onload="this.media='all'">`, files: [], contrast: "niet te meten" },
    "for the screen once it is": { head: `<link rel="stylesheet" href="a.css" media="print" onload="this.media='all'">`, files: [sheet("a.css", pale)], contrast: "1" },
    "another file does not stand in for one that is missing": {
      head: '<link rel="stylesheet" href="a.css"><link rel="stylesheet" href="b.css">',
      files: [sheet("a.css", "p { margin: 1em }"), sheet("ander.css", "p { margin: 1em }")],
      contrast: "niet te meten",
    },
    "a file that the page does not name is used": {
      head: '<link rel="stylesheet" href="a.css">',
      files: [sheet("a.css", "p { margin: 1em }"), sheet("ander.css", pale)],
      contrast: "1",
    },
    "what is imported is used, on paper not": {
      head: '<link rel="stylesheet" href="a.css">',
      files: [sheet("a.css", '@import "b.css"; @import url(c.css) print; @import url("a.css");'), sheet("b.css", "h1 { color: #bbbbbb }"), sheet("c.css", pale)],
      contrast: "1",
    },
    "what is imported and missing": { head: "<style>@import url(b.css);</style>", files: [], contrast: "niet te meten" },
    "another look that a visitor can choose is not used": {
      head: '<link rel="stylesheet" href="a.css"><link rel="alternate stylesheet" title="Bleek" href="b.css">',
      files: [sheet("a.css", "p { margin: 1em }"), sheet("b.css", pale)],
      contrast: "0",
    },
  })) {
    test(name, async ({ page, app }) => {
      const { fact } = await measurePage(page, app, [styledPage(head), ...files], "blad.html");
      await expect(fact("Te weinig contrast")).toHaveText(contrast);
    });
  }
});

test("a link says nothing by its name, and only if it is shown", async ({ page, app }) => {
  const links = `<p id="bezwaar">Bezwaar indienen</p>
    <a href="#" hidden>klik hier</a> <a href="#" style="display: none">klik hier</a> <span style="visibility: hidden"><a href="#">klik hier</a></span>
    <a href="#" aria-labelledby="bezwaar">klik hier</a> <a href="#">klik <span style="display: none">niet</span> hier</a>
    <a href="#"><img src="pijl.png" alt="Klik hier"></a> <a href="#" aria-label="lees meer">Het reglement</a>`;
  const { fact } = await measurePage(page, app, styledPage("", links), "blad.html");
  await expect(fact("Links")).toHaveText("4, waarvan 0 zonder naam en 3 onduidelijk");
});

test("headings that are not listed are counted, also when the page is read back", async ({ page, app }) => {
  const headings = Array.from({ length: 101 }, (_, i) => `<h2>Kop ${i}</h2>`).join("");
  const { criterion, fact } = await measurePage(page, app, styledPage("", headings), "blad.html");
  const seen = async () => {
    await expect(fact("Koppen")).toHaveText("102, waarvan 0 verkeerd");
    const outline = page.getByRole("region", { name: "De koppen van de pagina" });
    await expect(outline.getByRole("listitem")).toHaveCount(60);
    await expect(outline).toContainText("en nog 42 koppen");
  };
  await seen();
  const [measurement] = await kept(page, app, criterion);
  expect(measurement?.finding).not.toHaveProperty("notMeasured");
  await app.goTo(`#/measure/${await running(app)}/${criterion}/page`);
  await expect(page.getByRole("region", { name: `Bewaard bij ${criterion}` })).toBeVisible();
  await seen();
});

test("the rules keep the language in which they were told", async ({ page, app }) => {
  const { criterion } = await measurePage(page, app, sample("bad.html"), "bad.html");
  const rule = page.locator("strong", { hasText: "Afbeelding zonder tekst" });
  await expect(rule).not.toHaveAttribute("lang");
  const [measurement] = await kept(page, app, criterion);
  expect(measurement?.finding).toMatchObject({ language: "nl" });
  await app.goTo("#/settings");
  await page.getByRole("radio", { name: "Deutsch" }).check();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await app.goTo(`#/measure/${await running(app)}/${criterion}/page`);
  await expect(rule).toHaveText("Afbeelding zonder tekst");
  await expect(rule).toHaveAttribute("lang", "nl");
});

test.describe("in French", () => {
  test.use({ lang: "fr" });

  test("a rule that says what should be is marked as not met", async ({ page, app }) => {
    await measurePage(page, app, sample("bad.html"), "bad.html");
    await expect(page.getByText("Non respecté\u00a0: Les images doivent avoir une alternative textuelle")).toBeVisible();
    await expect(page.getByRole("heading", { name: "WCAG 1.1.1\u00a0: Contenu non textuel" })).toBeVisible();
  });
});

test.describe("foreign pages", () => {
  test.use({ refusals: true });

  test("what is taken out of a page is judged all the same", async ({ page, app }) => {
    const { criterion, fact } = await measurePage(page, app, sample("taken-out.html"), "taken-out.html");
    await expect(fact("Te weinig contrast")).toHaveText("0");
    await expect(page.getByRole("region", { name: "Niet gemeten" })).toContainText("wat in kaders op de pagina staat");
    const [measurement] = await kept(page, app, criterion);
    const { findings } = measurement?.finding as { findings: { rule: string; wcag: string[]; count: number; examples: string[] }[] };
    // Counted by hand in the file.
    expect(Object.fromEntries(findings.map(({ rule, count }) => [rule, count]))).toEqual({
      "area-alt": 1,
      "frame-focusable-content": 1,
      "frame-title": 2,
      "frame-title-unique": 2,
      "meta-refresh": 1,
      "meta-viewport": 1,
      "no-autoplay-audio": 1,
      "object-alt": 1,
      "server-side-image-map": 1,
      "video-caption": 1,
    });
    expect(findings.every(({ wcag }) => wcag.length > 0)).toBe(true);
    expect(findings.find(({ rule }) => rule === "meta-refresh")?.examples).toEqual(['<meta http-equiv="Refresh" content="20">']);
    expect(findings.find(({ rule }) => rule === "area-alt")?.examples[0]).toContain("https://reach-out.example/noord");
  });

  test("a hostile page is measured; it runs nothing and reaches nowhere", async ({ page, app }) => {
    const id = await running(app);
    await app.goTo(`#/measure/${id}/${await criterionFor(app, "page")}/page`);
    const reached: string[] = [];
    await page.context().route(/reach-out\.example/, (route) => {
      reached.push(route.request().url());
      return route.abort();
    });
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.getByLabel("Open een bewaarde pagina").setInputFiles(sample("awful.html"));
    const facts = page.getByRole("region", { name: "Resultaat voor awful.html" });
    await expect(facts).toBeVisible();
    await expect(facts).toContainText("niet vermeld");
    await expect(page.getByText(/scripts van de pagina zijn weggelaten/)).toBeVisible();
    await expect(page).toHaveTitle(/Pagina-instrument/);
    expect(reached).toEqual([]);
    expect(dialogs).toEqual([]);
  });
});

test("a page that is too large or has too many elements is refused at once", async ({ page, app }) => {
  const id = await running(app);
  await app.goTo(`#/measure/${id}/${await criterionFor(app, "page")}/page`);
  const file = (name: string, text: string) => {
    const path = join(app.data, name);
    writeFileSync(path, text);
    return path;
  };
  await page.getByLabel("Open een bewaarde pagina").setInputFiles(file("groot.html", `<p>${"a".repeat(20 << 20)}</p>`));
  await expect(page.getByRole("alert")).toContainText("groot.html is te groot om te meten");
  await page.getByLabel("Open een bewaarde pagina").setInputFiles(file("veel.html", "<p>a</p>".repeat(20_000)));
  await expect(page.getByRole("alert")).toContainText("veel.html heeft te veel onderdelen");
  await page.getByLabel("Open een bewaarde pagina").setInputFiles(file("diep.html", `${"woord ".repeat(20)}${"<div>".repeat(14_000)}`));
  await expect(page.getByText(/Resultaat voor diep|diep.html .*(te veel|te lang|kan niet)/).first()).toBeVisible({ timeout: 25_000 });
});

test("a page that was measured is read back; what is no finding of ours is left alone", async ({ page, app }) => {
  const id = await running(app);
  await app.goTo(`#/measure/${id}/GC-I1/page`);
  await page.getByLabel("Open een bewaarde pagina").setInputFiles(sample("bad.html"));
  await page.getByRole("checkbox", { name: /^DH-I2 / }).check();
  await page.getByRole("button", { name: "Bewaar bij GC-I1 en DH-I2" }).click();
  await expect(page.getByText("De meting staat bij GC-I1 en DH-I2.")).toBeVisible();
  await app.goTo(`#/measure/${id}/DH-I2/page`);
  await expect(page.getByRole("region", { name: "Bewaard bij DH-I2" })).toContainText("bad.html");
  await expect(page.getByRole("region", { name: "Resultaat voor bad.html" })).toContainText("Te weinig contrast");
  await expect(page.getByRole("heading", { name: "WCAG 1.1.1: Niet-tekstuele content" })).toBeVisible();
  await clean(page);

  const odd = { instrument: "page", findings: [{ rule: {}, wcag: "<img>", count: "x" }, 3], headings: "none", source: ["<b>"] };
  await app.call("SaveMeasurement", { assessmentId: id, figures: [{ indicator: "DH-I2.1", value: 0 }], note: "<i>vreemd</i>", finding: odd });
  await app.goTo(`#/measure/${id}/DH-I2/page`);
  await expect(page.getByText("<i>vreemd</i>")).toBeVisible();
  await app.call("SaveMeasurement", { assessmentId: id, figures: [{ indicator: "DH-I2.1", value: 0 }], note: "", finding: [1] });
  await app.goTo(`#/measure/${id}/DH-I2/page`);
  await expect(page.getByRole("region", { name: "Bewaard bij DH-I2" })).toBeVisible();
  await page.getByRole("button", { name: "Meet opnieuw" }).click();
  await expect(page.getByLabel("Open een bewaarde pagina")).toBeFocused();
});
