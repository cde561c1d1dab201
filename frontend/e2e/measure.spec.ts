import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Assessment, Service } from "../src/lib/door/types";
import { type App, expect, test } from "./app";

test.use({ sample: true });

const samples = join(import.meta.dirname, "../../testdata/instruments");
const sample = (name: string): string => join(samples, name);

async function running(app: App): Promise<string> {
  const { services } = await app.call<{ services: Service[] }>("Services");
  const found = services.flatMap((service) => service.assessments).find((assessment) => assessment.state === "running");
  if (!found) throw new Error("no assessment is running");
  return found.id;
}

/** Gives a criterion that an instrument gives a figure for. */
async function criterionFor(app: App, instrument: string, figure = ""): Promise<string> {
  const { indicators } = await app.call<{ indicators: { criterion: string; measure: string }[] }>("Catalogue", { edition: "" });
  return indicators.find(({ measure }) => measure.startsWith(`${instrument}.${figure}`))?.criterion ?? "";
}

test("a text is measured, each hit shown, and the figures stand with the answer", async ({ page, app }) => {
  const id = await running(app);
  await app.goTo(`#/measure/${id}/SD-I3/text`);
  await page.getByLabel("Plak hier een tekst").fill(readFileSync(sample("bad.txt"), "utf8"));
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  await expect(page.getByText("71 woorden in 5 zinnen")).toBeVisible();
  await expect(page.locator(".place mark.jargon", { hasText: "dienen te" })).toBeVisible();
  await expect(page.getByText("Lange zin: 24 woorden.")).toBeVisible();
  await page.getByRole("button", { name: "Bewaar bij SD-I3" }).click();
  await expect(page.getByText("De meting staat bij SD-I3.")).toBeVisible();
  const { measurements } = await app.call<Assessment>("Assessment", { id });
  expect(measurements.map(({ indicator }) => indicator)).toContain("SD-I3.1");
  expect(measurements[0]?.note).toContain("71 woorden");
  // It is one change, and so one undo.
  await page.getByRole("button", { name: /^Maak ongedaan/ }).click();
  await expect(page.getByText(/Ongedaan gemaakt: de meting/)).toBeVisible();
  expect((await app.call<Assessment>("Assessment", { id })).measurements).toEqual([]);
});

test("a text is opened from a file, and another kind is refused in words", async ({ page, app }) => {
  const id = await running(app);
  await app.goTo(`#/measure/${id}/SD-I3/text`);
  await page.getByLabel("Of open een bestand").setInputFiles(sample("good.html"));
  await expect(page.getByRole("heading", { name: "De cijfers" })).toBeVisible();
  await page.getByLabel("Of open een bestand").setInputFiles({ name: "scan.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF") });
  await expect(page.getByRole("alert")).toContainText("scan.pdf is een ander soort bestand");
  // Large for its pictures, a file may be; a book may not.
  const large = join(app.data, "boek.txt");
  writeFileSync(large, Buffer.alloc((25 << 20) + 1, "a "));
  await page.getByLabel("Of open een bestand").setInputFiles(large);
  await expect(page.getByRole("alert")).toContainText("boek.txt is te groot");
});

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

test("the steps of a process are measured and kept, to go on from", async ({ page, app }) => {
  const id = await running(app);
  const criterion = await criterionFor(app, "steps");
  await app.goTo(`#/measure/${id}/${criterion}/steps`);
  const step = (n: number) => page.getByRole("group", { name: `Stap ${n}` });
  await step(1).getByLabel("Wat gebeurt er?").fill("Vult het formulier in");
  await step(1).getByLabel("Welke gegevens").fill("naam, adres");
  await page.getByRole("button", { name: "Voeg een stap toe" }).click();
  await expect(step(2).getByLabel("Wat gebeurt er?")).toBeFocused();
  await step(2).getByLabel("Wat gebeurt er?").fill("Komt langs");
  await step(2).getByLabel("Hoe?").selectOption({ label: "loket" });
  await step(2).getByLabel("Welke gegevens").fill("Naam, foto");
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  await expect(page.getByText("De gebruiker zet 2 stappen (van de 2 in totaal).")).toBeVisible();
  await expect(page.getByText("Je vraagt “naam” meer dan één keer: in stap 1 en 2.")).toBeVisible();
  await expect(page.getByText("De overheid kent “adres” al: Rijksregister.")).toBeVisible();
  await page.getByRole("button", { name: `Bewaar bij ${criterion}` }).click();
  await app.goTo(`#/measure/${id}/${criterion}/steps`);
  await expect(step(2).getByLabel("Wat gebeurt er?")).toHaveValue("Komt langs");
  await expect(step(2).getByLabel("Hoe?")).toHaveValue("counter");
});

test("a figure suggests, the person decides, and the deviation is shown", async ({ page, app }) => {
  const id = await running(app);
  const { indicators } = await app.call<{ indicators: { code: string; criterion: string; suggests: { missed?: string } | null; threshold: { is?: string } }[] }>("Catalogue", { edition: "" });
  const one = indicators.find((indicator) => indicator.threshold.is === "yes" && indicator.suggests?.missed === "no");
  if (!one) throw new Error("no such indicator");
  await app.goTo(`#/assessment/${id}/${one.criterion}`);
  await page.keyboard.press("j");
  await app.goTo(`#/assessment/${id}/${one.criterion}`);
  await page.getByText(/^Meten in plaats van gissen/).click();
  const item = page.locator("li", { hasText: one.code }).last();
  await item.getByRole("radio", { name: "Nee" }).check();
  await expect(item.getByText("Wijst op “Nee”.")).toBeVisible();
  await expect(page.getByText("Je antwoord wijkt af van wat een indicator aangeeft.")).toBeVisible();
  const { answers } = await app.call<Assessment>("Assessment", { id });
  expect(answers.find(({ criterion }) => criterion === one.criterion)).toMatchObject({ verdict: "yes", deviates: [one.code] });
  await item.getByRole("button", { name: /Wis de meting/ }).click();
  await expect(page.getByText("Je antwoord wijkt af van wat een indicator aangeeft.")).toBeHidden();
});

const step = (page: Page, n: number) => page.getByRole("group", { name: `Stap ${n}`, exact: true });
const what = (page: Page, n: number) => step(page, n).getByLabel("Wat gebeurt er?");

/** Describes steps by their names. */
async function describe(page: Page, ...names: string[]): Promise<void> {
  for (const [i, name] of names.entries()) {
    if (i > 0) await page.getByRole("button", { name: "Voeg een stap toe" }).click();
    await what(page, i + 1).fill(name);
  }
}

async function clean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual([]);
}

test("what was typed in an instrument is there again after searching", async ({ page, app }) => {
  const id = await running(app);
  await app.goTo(`#/measure/${id}/GC-G1/steps`);
  await describe(page, "Vult in", "Betaalt");
  await page.keyboard.press("Control+k");
  await expect(page).toHaveTitle(/Zoek/);
  await page.goBack();
  await expect(what(page, 1)).toHaveValue("Vult in");
  await expect(what(page, 2)).toHaveValue("Betaalt");
  await expect(page.getByText("Hier staat wat je eerder invulde.")).toBeVisible();
  await page.getByRole("button", { name: "Begin opnieuw" }).click();
  await expect(page.getByRole("group", { name: /^Stap/ })).toHaveCount(1);
  await expect(what(page, 1)).toHaveValue("");

  await page.evaluate((hash) => (location.hash = hash), `#/measure/${id}/SD-I3/text`);
  const text = page.getByLabel("Plak hier een tekst");
  await text.fill(readFileSync(sample("bad.txt"), "utf8"));
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  await expect(page.getByText("71 woorden in 5 zinnen")).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page).toHaveTitle(/Zoek/);
  await page.goBack();
  await expect(text).toHaveValue(/dienen te/);
  await expect(page.getByText("71 woorden in 5 zinnen")).toBeVisible();
  // Saved, it is no draft any more.
  await page.getByRole("button", { name: "Bewaar bij SD-I3" }).click();
  await expect(page.getByText("De meting staat bij SD-I3.")).toBeVisible();
  await page.evaluate((hash) => (location.hash = hash), `#/measure/${id}/SD-I3/text`);
  await expect(page.getByRole("heading", { name: "Bewaard bij SD-I3" })).toBeVisible();
  await expect(page.getByText("Hier staat wat je eerder invulde.")).toBeHidden();
});

test("a text that is changed after measuring has no figures until it is measured again", async ({ page, app }) => {
  const id = await running(app);
  await app.goTo(`#/measure/${id}/SD-I3/text`);
  const text = page.getByLabel("Plak hier een tekst");
  await text.fill(readFileSync(sample("bad.txt"), "utf8"));
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  await expect(page.getByText("71 woorden in 5 zinnen")).toBeVisible();
  await text.pressSequentially("x");
  await expect(page.getByText("71 woorden in 5 zinnen")).toBeHidden();
  await expect(page.getByRole("button", { name: /^Bewaar bij/ })).toBeHidden();
  await text.fill("Je vult het formulier in. ".repeat(8));
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  await page.getByRole("button", { name: "Bewaar bij SD-I3" }).click();
  await expect(page.getByText("De meting staat bij SD-I3.")).toBeVisible();
  const { measurements } = await app.call<Assessment>("Assessment", { id });
  expect(measurements[0]?.note).toContain("40 woorden");
});

test("undoing a save leaves what was typed in the instrument", async ({ page, app }) => {
  const id = await running(app);
  const stored = async () => (await app.call<Assessment>("Assessment", { id })).measurements.length;
  const open = (place: string) => page.evaluate((hash) => (location.hash = hash), `#/measure/${id}/${place}`);
  const restored = page.getByText("Hier staat wat je eerder invulde.");
  const undo = page.getByRole("button", { name: /^Maak ongedaan/ });

  await app.goTo(`#/measure/${id}/GC-G1/steps`);
  await describe(page, "Vult in", "Betaalt");
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  await page.getByRole("button", { name: "Bewaar bij GC-G1" }).click();
  await expect(page.getByText("De meting staat bij GC-G1.")).toBeVisible();
  // Looking at it in the meantime changes nothing.
  await open("GC-G1/steps");
  await expect(page.getByRole("heading", { name: "Bewaard bij GC-G1" })).toBeVisible();
  await expect(restored).toBeHidden();
  await page.goBack();
  await undo.click();
  await expect.poll(stored).toBe(0);
  await open("GC-G1/steps");
  await expect(restored).toBeVisible();
  await expect(what(page, 1)).toHaveValue("Vult in");
  await expect(what(page, 2)).toHaveValue("Betaalt");

  await open("SD-I3/text");
  const text = page.getByLabel("Plak hier een tekst");
  await text.fill("Je vult het formulier in. ".repeat(8));
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  await page.getByRole("button", { name: "Bewaar bij SD-I3" }).click();
  await expect(page.getByText("De meting staat bij SD-I3.")).toBeVisible();
  await undo.click();
  await expect.poll(stored).toBe(0);
  await open("SD-I3/text");
  await expect(restored).toBeVisible();
  await expect(text).toHaveValue(/^Je vult/);
  // Another text in the place of one that is stored is there again too.
  await page.getByRole("button", { name: "Bewaar bij SD-I3" }).click();
  await expect(page.getByText("De meting staat bij SD-I3.")).toBeVisible();
  await open("SD-I3/text");
  await page.getByRole("button", { name: "Meet opnieuw" }).click();
  await text.fill("De gemeente stuurt je een brief. ".repeat(8));
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  await page.getByRole("button", { name: "Bewaar bij SD-I3" }).click();
  await expect(page.getByText("De meting staat bij SD-I3.")).toBeVisible();
  await undo.click();
  await expect(page.getByText(/Ongedaan gemaakt: de meting/)).toBeVisible();
  expect(await stored()).toBeGreaterThan(0);
  await open("SD-I3/text");
  await expect(page.getByRole("heading", { name: "Bewaard bij SD-I3" })).toBeVisible();
  await expect(restored).toBeVisible();
  await expect(text).toHaveValue(/^De gemeente/);
});

test("undo brings back a measurement that was taken away before it touches the text behind it", async ({ page, app }) => {
  const id = await running(app);
  await app.goTo(`#/measure/${id}/SD-I3/text`);
  const text = page.getByLabel("Plak hier een tekst");
  await text.fill("Je vult het formulier in. ".repeat(8));
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  await page.getByRole("button", { name: "Bewaar bij SD-I3" }).click();
  await expect(page.getByText("De meting staat bij SD-I3.")).toBeVisible();
  await page.evaluate((hash) => (location.hash = hash), `#/measure/${id}/SD-I3/text`);
  const stored = page.getByRole("region", { name: "Bewaard bij SD-I3" });
  await stored.getByRole("button", { name: /Wis de meting/ }).click();
  await expect(stored).toBeHidden();
  await expect(text).toHaveValue(/^Je vult/);
  await page.keyboard.press("Control+z");
  await expect(stored).toBeVisible();
  await expect(text).toHaveValue(/^Je vult/);
});

test("undo takes back what was changed in the steps, and only then what is stored", async ({ page, app }) => {
  const id = await running(app);
  await app.call("SaveMeasurement", { assessmentId: id, figures: [{ indicator: "SD-G4.1", value: 1 }], note: "", finding: null });
  const stored = async () => (await app.call<Assessment>("Assessment", { id })).measurements.length;
  await app.goTo(`#/measure/${id}/GC-G1/steps`);
  await describe(page, "Vult in", "Betaalt", "Wacht");
  await step(page, 2).getByRole("button", { name: /^Verwijder/ }).click();
  await step(page, 1).getByRole("button", { name: /^Naar beneden/ }).click();
  const titles = () => page.getByLabel("Wat gebeurt er?").evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value).join(" "));
  expect(await titles()).toBe("Wacht Vult in");
  const takeBack = async (want: string) => {
    await page.keyboard.press("Control+z");
    await expect.poll(titles).toBe(want);
    expect(await stored()).toBe(1);
  };
  await takeBack("Vult in Wacht");
  await expect(page.getByText("Je laatste wijziging op dit scherm is ongedaan gemaakt.")).toBeVisible();
  await takeBack("Vult in Betaalt Wacht");
  await takeBack("Vult in Betaalt ");
  // The button does the same, and says so.
  await page.getByRole("button", { name: /^Maak ongedaan ?: je laatste wijziging op dit scherm/ }).click();
  await expect.poll(titles).toBe("Vult in Betaalt");
  await takeBack("Vult in ");
  await takeBack("Vult in");
  await takeBack("");
  await page.keyboard.press("Control+z");
  await expect.poll(stored).toBe(0);
});

test("one process is saved at several criteria as one change, and goes on at another", async ({ page, app }) => {
  const id = await running(app);
  const codes = async () => (await app.call<Assessment>("Assessment", { id })).measurements.map(({ indicator }) => indicator).sort();
  await app.goTo(`#/measure/${id}/DG-G2/steps`);
  await describe(page, "Vult in", "Betaalt");
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  const at = page.getByRole("group", { name: "Bewaar bij deze criteria" });
  const boxes = at.getByRole("checkbox");
  await expect(boxes).toHaveCount(4);
  await expect(boxes.first()).toBeChecked();
  await expect(boxes.first()).toBeDisabled();
  await expect(at.locator("label").first()).toContainText("DG-G2");
  await at.getByRole("checkbox", { name: /^GC-G1 / }).check();
  await clean(page);
  await page.getByRole("button", { name: "Bewaar bij DG-G2 en GC-G1" }).click();
  await expect(page.getByText("De meting staat bij DG-G2 en GC-G1.")).toBeVisible();
  expect(await codes()).toEqual(["DG-G2.1", "DG-G2.2", "GC-G1.1"]);

  await app.goTo(`#/measure/${id}/SD-G1/steps`);
  await expect(page.getByText(/Overgenomen van (DG-G2|GC-G1)\./)).toBeVisible();
  await expect(what(page, 2)).toHaveValue("Betaalt");
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  await expect(page.getByRole("checkbox", { name: /^DG-G2 / })).toHaveAccessibleDescription(/al een meting/);
  await page.getByRole("button", { name: /^Maak ongedaan/ }).click();
  await expect.poll(codes).toEqual([]);
});

test("a text that was measured is read back, removed as one change, and measured again", async ({ page, app }) => {
  const id = await running(app);
  await app.goTo(`#/measure/${id}/SD-I3/text`);
  await page.getByLabel("Plak hier een tekst").fill(readFileSync(sample("bad.txt"), "utf8").repeat(2));
  await page.getByRole("button", { name: "Meet", exact: true }).click();
  await page.getByRole("button", { name: "Bewaar bij SD-I3" }).click();
  await expect(page.getByText("De meting staat bij SD-I3.")).toBeVisible();
  const measured = async () => (await app.call<Assessment>("Assessment", { id })).measurements.length;
  expect(await measured()).toBe(3);

  await app.goTo(`#/measure/${id}/SD-I3/text`);
  const stored = page.getByRole("region", { name: "Bewaard bij SD-I3" });
  await expect(stored).toContainText(String(new Date().getFullYear()));
  await expect(stored).toContainText("Geplakte tekst: 142 woorden, 10 zinnen");
  await expect(stored.getByText("Drempel niet gehaald").first()).toBeVisible();
  await expect(page.locator(".place mark.jargon", { hasText: "dienen te" }).first()).toBeVisible();
  await expect(page.getByLabel("Plak hier een tekst")).toBeHidden();
  expect(await page.locator("q").first().evaluate((q) => getComputedStyle(q, "::before").content)).toBe("open-quote");
  await clean(page);
  await stored.getByRole("button", { name: /Wis de meting/ }).click();
  await expect(stored).toBeHidden();
  expect(await measured()).toBe(0);
  await page.keyboard.press("Control+z");
  await expect(stored).toBeVisible();
  expect(await measured()).toBe(3);
  await stored.getByRole("button", { name: "Meet opnieuw" }).click();
  await expect(page.getByLabel("Plak hier een tekst")).toBeFocused();
  await expect(page.getByLabel("Plak hier een tekst")).toHaveValue(/dienen te/);
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

test("a short text gets figures without a verdict, and a very short one can't be saved", async ({ page, app }) => {
  const id = await running(app);
  await app.goTo(`#/measure/${id}/SD-I3/text`);
  const measure = async (text: string) => {
    await page.getByLabel("Plak hier een tekst").fill(text);
    await page.getByRole("button", { name: "Meet", exact: true }).click();
  };
  await measure("Ja.");
  await expect(page.getByText("1 woord in 1 zin")).toBeVisible();
  await expect(page.getByText("Deze tekst telt 1 woord.")).toBeVisible();
  await expect(page.getByText("Een tekst van minder dan 30 woorden kan je niet bewaren.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Bewaar bij/ })).toHaveCount(0);
  await expect(page.getByText(/^Drempel (niet )?gehaald$/)).toHaveCount(0);
  await expect(page.getByText("zeer makkelijk")).toHaveCount(0);
  // What was read is shown, without hits too.
  await expect(page.getByRole("region", { name: "De gemeten tekst" })).toHaveText("Ja.");
  await measure("Je vult het formulier in. ".repeat(8));
  await expect(page.getByText("Deze tekst telt 40 woorden.")).toBeVisible();
  await expect(page.getByText(/^Drempel (niet )?gehaald$/)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Bewaar bij SD-I3" })).toBeVisible();
  await measure("Je vult het formulier in. ".repeat(20));
  await expect(page.getByText(/^Deze tekst telt/)).toHaveCount(0);
  await expect(page.getByText("Drempel gehaald").first()).toBeVisible();
});

test("a step that moves keeps the focus, and it is said", async ({ page, app }) => {
  const id = await running(app);
  await app.goTo(`#/measure/${id}/GC-G1/steps`);
  await describe(page, "Een", "Twee", "Drie");
  const button = (n: number, name: string) => step(page, n).getByRole("button", { name: new RegExp(`^${name}`) });
  await button(1, "Naar beneden").press("Enter");
  await expect(button(2, "Naar beneden")).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Stap 1 is nu stap 2." })).toBeAttached();
  await page.keyboard.press("Enter");
  await expect(button(3, "Naar boven")).toBeFocused();
  await expect(what(page, 3)).toHaveValue("Een");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(button(1, "Naar beneden")).toBeFocused();
  await expect(what(page, 1)).toHaveValue("Een");
});

test.describe("a figure that is typed", () => {
  /** Opens the indicators of a criterion and gives the field of one. */
  async function field(page: Page, app: App, code: string) {
    const id = await running(app);
    await app.goTo(`#/assessment/${id}/${code.split(".")[0] ?? ""}`);
    await page.getByText(/^Meten in plaats van gissen/).click();
    const item = page.locator("li", { has: page.locator(`[id="${code}-question"]`) }).last();
    return { id, item, input: item.getByRole("textbox") };
  }
  const place = (page: Page) => new URL(page.url()).hash.split("/").at(-1) ?? "";
  const value = async (app: App, id: string, code: string) =>
    (await app.call<Assessment>("Assessment", { id })).measurements.find(({ indicator }) => indicator === code)?.value;

  test("is not left behind when it is wrong", async ({ page, app }) => {
    const { id, item, input } = await field(page, app, "GC-G1.1");
    await input.fill("abc");
    await page.keyboard.press("Control+Enter");
    await expect(item.getByRole("alert")).toContainText("Dit is geen getal.");
    await expect(input).toBeFocused();
    expect(place(page)).toBe("GC-G1");
    await page.getByRole("button", { name: "Volgende", exact: true }).click();
    await expect(input).toBeFocused();
    expect(place(page)).toBe("GC-G1");
    // What the program refuses is wrong too.
    await input.fill("7,5");
    await expect(item.getByRole("alert")).toHaveText("");
    await page.keyboard.press("Control+Enter");
    await expect(item.getByText("Dit is een aantal.")).toBeVisible();
    await expect(input).toBeFocused();
    expect(place(page)).toBe("GC-G1");
    await input.fill("12%");
    await page.keyboard.press("Control+Enter");
    await expect(item.getByText("Dit is geen getal.")).toBeVisible();
    await input.fill("9");
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => place(page)).not.toBe("GC-G1");
    expect(await value(app, id, "GC-G1.1")).toBe(9);
  });

  test("does not move the button that is being pressed", async ({ page, app }) => {
    const { id, item, input } = await field(page, app, "GC-G1.1");
    const next = page.getByRole("button", { name: "Volgende", exact: true });
    /** Presses as slowly as a person does. */
    const press = async () => {
      await next.scrollIntoViewIfNeeded();
      const box = await next.boundingBox();
      if (!box) throw new Error("the button is not shown");
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.waitForTimeout(300);
      expect(await next.boundingBox()).toEqual(box);
      await page.mouse.up();
    };
    await input.fill("acht");
    await press();
    await expect(input).toBeFocused();
    await expect(item.getByRole("alert")).toContainText("Dit is geen getal.");
    expect(place(page)).toBe("GC-G1");
    await input.fill("9");
    await press();
    await expect.poll(() => place(page)).not.toBe("GC-G1");
    expect(await value(app, id, "GC-G1.1")).toBe(9);
  });

  test("is kept when one presses elsewhere", async ({ page, app }) => {
    const { id, item, input } = await field(page, app, "GC-G1.1");
    await input.fill("9");
    await page.getByRole("heading", { level: 1 }).click();
    await expect(item.getByText(/^Gemeten: 9/)).toBeVisible();
    expect(await value(app, id, "GC-G1.1")).toBe(9);
  });

  test("has an example that its kind can take", async ({ page, app }) => {
    await field(page, app, "GC-G1.1");
    for (const [code, example] of [["GC-G1.1", "8 of 12"], ["GC-G1.2", "8 of 7,5"]]) { // a count, a share
      const item = page.locator("li", { has: page.locator(`[id="${code}-question"]`) }).last();
      await item.getByRole("textbox").fill("veel");
      await page.keyboard.press("Enter");
      await expect(item.getByRole("alert")).toHaveText(`Dit is geen getal. Typ bijvoorbeeld ${example}.`);
    }
  });

  test("is found again, with what is wrong, after leaving the screen", async ({ page, app }) => {
    const { item, input } = await field(page, app, "GC-G1.1");
    await input.fill("acht");
    await page.keyboard.press("Control+k");
    await expect(page).toHaveTitle(/Zoek/);
    await page.goBack();
    await expect(input).toHaveValue("acht");
    await expect(item.getByText("Dit is geen getal.")).toBeVisible();
  });

  test("stands alone with its error, and goes when the field is emptied", async ({ page, app }) => {
    const { id, item, input } = await field(page, app, "GC-G1.2");
    await input.fill("80 %");
    await item.getByRole("button", { name: /^Bewaar/ }).click();
    await expect(item.getByText(/^Gemeten: 80/)).toBeVisible();
    await input.fill("150");
    await page.keyboard.press("Enter");
    await expect(item.getByText(/tussen|van 0 tot/)).toBeVisible();
    await input.fill("1e9");
    await expect(item.getByRole("alert").filter({ hasText: /\S/ })).toHaveCount(0);
    await page.keyboard.press("Enter");
    await expect(item.getByRole("alert").filter({ hasText: /\S/ })).toHaveCount(1);
    await expect(item.getByText("Dit is geen getal.")).toBeVisible();
    await input.fill("");
    await page.keyboard.press("Enter");
    await expect(item.getByText(/^Gemeten/)).toBeHidden();
    expect(await value(app, id, "GC-G1.2")).toBeUndefined();
    await page.getByRole("heading", { level: 1 }).focus();
    await page.keyboard.press("Control+z");
    await expect(item.getByText(/^Gemeten: 80/)).toBeVisible();
    await expect(input).toHaveValue("80");
  });

  test("has controls that say what they are about", async ({ page, app }) => {
    const { item } = await field(page, app, "SD-G1.2");
    await expect(item.getByRole("button", { name: /^Bewaar ?: Kanalen om/ })).toBeVisible();
    await expect(item.getByRole("link", { name: /^Beschrijf de stappen ?: Kanalen om/ })).toBeVisible();
    await expect(item.locator("summary")).toHaveText("Hoe meten, en waarom deze drempel: Kanalen om tussen te wisselen");
  });
});
