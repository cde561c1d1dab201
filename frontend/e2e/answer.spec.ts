import type { Page } from "@playwright/test";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Assessment } from "../src/lib/door/types";
import { type App, expect, test } from "./app";
import { startAssessment } from "./town";

/** A picture of one point. */
const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const evidence = (page: Page) => page.getByRole("region", { name: "Bewijsstukken" });
const question = (page: Page) => page.getByRole("heading", { level: 1 });
const disclosure = (page: Page, name: RegExp) => page.locator("summary").filter({ hasText: name });

async function open(page: Page, app: App): Promise<string> {
  const { id } = await startAssessment(app);
  await app.goTo(`#/assessment/${id}/SD-G1`);
  await expect(question(page)).toBeFocused();
  return id;
}

async function first(app: App, id: string) {
  const answer = (await app.call<Assessment>("Assessment", { id })).answers[0];
  if (!answer) throw new Error("no answer");
  return answer;
}

/** Pastes files as a browser does. */
async function paste(page: Page, name: string, type: string, base64: string): Promise<void> {
  await page.evaluate(
    ([name, type, data]) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], name, { type }));
      (document.activeElement ?? document.body).dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    [name, type, base64] as const,
  );
}

test("B chooses a file, which is kept once, opens, goes away and comes back", async ({ page, app }) => {
  const id = await open(page, app);
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("b");
  const file = { name: "verslag.txt", mimeType: "text/plain", buffer: Buffer.from("Verslag van de test") };
  await (await chooser).setFiles(file);
  await expect(evidence(page).getByText("verslag.txt is toegevoegd.")).toBeVisible();
  const input = evidence(page).locator("input[type=file]");
  await input.setInputFiles({ ...file, name: "ander.txt" });
  await expect(evidence(page).getByText("ander.txt stond hier al.")).toBeVisible();
  expect((await first(app, id)).evidence).toHaveLength(1);

  const popup = page.waitForEvent("popup");
  await evidence(page).getByRole("button", { name: "Open verslag.txt" }).click();
  await expect((await popup).locator("body")).toContainText("Verslag van de test");
  await evidence(page).getByRole("button", { name: "Haal verslag.txt weg" }).click();
  await expect.poll(async () => (await first(app, id)).evidence.length).toBe(0);
  await page.keyboard.press("Control+z");
  await expect(evidence(page).getByRole("button", { name: "Open verslag.txt" })).toBeVisible();
});

test("a file larger than one piece arrives whole", async ({ page, app }) => {
  const id = await open(page, app);
  const bytes = Buffer.alloc(2_500_001, "abcdefg");
  await evidence(page).locator("input[type=file]").setInputFiles({ name: "groot.txt", mimeType: "text/plain", buffer: bytes });
  await expect(evidence(page).getByText("groot.txt is toegevoegd.")).toBeVisible();
  const { hash } = (await first(app, id)).evidence[0] ?? { hash: "" };
  const folder = join(app.data, "evidence", hash.slice(0, 2));
  expect(readdirSync(folder)).toEqual([hash]);
  expect(readFileSync(join(folder, hash)).equals(bytes)).toBe(true);
});

test("a screenshot is pasted anywhere on the question, and shows", async ({ page, app }) => {
  const id = await open(page, app);
  await paste(page, "image.png", "image/png", dot);
  await expect(evidence(page).getByRole("img", { name: /Verkleinde weergave van Schermafdruk/ })).toBeVisible();
  const [piece] = (await first(app, id)).evidence;
  expect(piece).toMatchObject({ media: "image/png", picture: true });
  expect(piece?.name).toMatch(/^Schermafdruk \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.png$/);
});

test("a program is refused, a macro is warned of", async ({ page, app }) => {
  const id = await open(page, app);
  const input = evidence(page).locator("input[type=file]");
  await input.setInputFiles({ name: "rapport.pdf", mimeType: "application/pdf", buffer: Buffer.from([0x4d, 0x5a, 0x90, 0, 3]) });
  await expect(evidence(page).getByRole("alert")).toContainText("is een programma of een script");
  expect((await first(app, id)).evidence).toHaveLength(0);
  const old = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("_VBA_PROJECT", "utf16le")]);
  await input.setInputFiles({ name: "tabel.xls", mimeType: "application/vnd.ms-excel", buffer: old });
  await evidence(page).getByRole("button", { name: "Open tabel.xls" }).click();
  await expect(evidence(page).getByRole("alert")).toContainText("Dit document bevat macro’s.");
  await evidence(page).getByRole("button", { name: "Laat het dicht" }).click();
  await expect(evidence(page).getByRole("alert")).toBeHidden();
});

test("a page among the evidence runs nothing", async ({ page, app }) => {
  await open(page, app);
  const html = Buffer.from("<!doctype html><p>Bewaarde pagina</p><script>document.title = 'liep'</script>");
  await evidence(page).locator("input[type=file]").setInputFiles({ name: "pagina.html", mimeType: "text/html", buffer: html });
  await evidence(page).getByRole("button", { name: "Open pagina.html" }).click();
  const popup = page.waitForEvent("popup");
  await evidence(page).getByRole("button", { name: "Open het toch" }).click();
  const opened = await popup;
  await expect(opened.getByText("Bewaarde pagina")).toBeVisible();
  expect(await opened.title()).not.toBe("liep");
});

test("links: a page is kept, a script and a password are not", async ({ page, app }) => {
  const id = await open(page, app);
  await disclosure(page, /^Voeg een link toe/).click();
  const address = evidence(page).getByLabel("Webadres");
  await address.fill("javascript:alert(1)");
  await page.keyboard.press("Enter");
  await expect(evidence(page).getByText("Deze link is geen webadres.")).toBeVisible();
  await address.fill("https://ik:geheim@voorbeeld.be/");
  await page.keyboard.press("Enter");
  await expect(evidence(page).getByText("een gebruikersnaam of een wachtwoord")).toBeVisible();
  await address.fill("https://voorbeeld.be/test");
  await page.keyboard.press("Enter");
  await expect(evidence(page).getByRole("link", { name: "https://voorbeeld.be/test" })).toBeVisible();
  expect((await first(app, id)).evidence).toMatchObject([{ link: "https://voorbeeld.be/test" }]);
});

test("marks: doubt with one key, who can judge, and whom it is assigned to", async ({ page, app }) => {
  const id = await open(page, app);
  await page.keyboard.press("d");
  await expect(page.getByText("Staat nu bij “te bespreken”.")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /Te bespreken/ })).toBeChecked();
  await page.getByLabel("Toegewezen aan").fill("dienst ICT");
  await page.keyboard.press("Tab");
  await page.getByLabel("Wie kan dit beoordelen?").selectOption("outside");
  await page.getByLabel("Wie gaat er dan over?").fill("de Vlaamse overheid");
  await page.keyboard.press("Tab");
  await expect
    .poll(() => first(app, id))
    .toMatchObject({ discuss: true, assignee: "dienst ICT", judge: "outside", control: "de Vlaamse overheid" });
  const overview = page.getByRole("navigation", { name: "Overzicht" });
  await expect(overview.getByRole("button", { name: /SD-G1 .*Te bespreken · dienst ICT/ })).toBeVisible();
  await app.goTo(`#/result/${id}`);
  await expect(page.getByRole("heading", { name: "Te bespreken: 1" })).toBeVisible();
});

test("a principle is assigned at once, and taken back at once", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.goTo(`#/assessment/${id}/end`);
  await disclosure(page, /^Verdeel het werk/).click();
  await page.getByLabel("Toegewezen aan").fill("dienst ICT");
  await page.getByRole("button", { name: "Wijs toe" }).click();
  await expect(page.getByText("is toegewezen aan dienst ICT.")).toBeVisible();
  const assigned = async () => (await app.call<Assessment>("Assessment", { id })).answers.filter((answer) => answer.assignee === "dienst ICT").length;
  expect(await assigned()).toBeGreaterThan(3);
  await app.call("Undo");
  expect(await assigned()).toBe(0);
  // Whoever stood there is not replaced in silence.
  await app.call("AssignAnswers", { assessmentId: id, criteria: ["SD-G1", "SD-G2"], assignee: "dienst Burgerzaken" });
  await app.goTo(`#/assessment/${id}/SD-G1`);
  await app.goTo(`#/assessment/${id}/end`);
  await disclosure(page, /^Verdeel het werk/).click();
  await page.getByLabel("Toegewezen aan").fill("dienst ICT");
  await page.getByRole("button", { name: "Wijs toe" }).click();
  await expect(page.getByText("Bij 2 criteria stond iemand anders.")).toBeVisible();
  await page.getByRole("main").getByRole("button", { name: "Maak ongedaan" }).click();
  await expect(page.getByText(/Ongedaan gemaakt: wat je aanduidde bij \d+ criteria van /)).toBeVisible();
  expect(await assigned()).toBe(0);
});

test("a comment is added, counted, settled, reopened and taken away", async ({ page, app }) => {
  const id = await open(page, app);
  await disclosure(page, /^Overleg/).click();
  await page.getByRole("button", { name: "Plaats de opmerking" }).click();
  await expect(page.getByText("Er staat niets in de opmerking voor je collega.")).toBeVisible();
  await page.getByLabel("Opmerking voor een collega").fill("Klopt dit nog?");
  await page.getByRole("button", { name: "Plaats de opmerking" }).click();
  const thread = page.getByRole("list", { name: "Overleg" });
  await expect(thread).toContainText("dienst Burgerzaken");
  await expect(disclosure(page, /^Overleg \(1 open opmerking\)/)).toBeVisible();
  await thread.getByRole("button", { name: "Handel af" }).click();
  await expect(thread).toContainText("Afgehandeld");
  expect((await first(app, id)).comments).toBe(0);
  await thread.getByRole("button", { name: "Heropen" }).click();
  await expect.poll(async () => (await first(app, id)).comments).toBe(1);
  await thread.getByRole("button", { name: "Haal weg" }).click();
  await expect(thread).toBeHidden();
});

test("the history tells what changed, and puts an earlier explanation back", async ({ page, app }) => {
  const id = await open(page, app);
  const save = (verdict: string, explanation: string) => app.call("SaveAnswer", { assessmentId: id, criterion: "SD-G1", verdict, explanation, review: "" });
  await save("no", "Dit is nog niet klaar.");
  await save("no", "Dit is bijna klaar.");
  await app.goTo(`#/assessment/${id}/SD-G1`);
  await disclosure(page, /^Geschiedenis/).click();
  const history = page.getByRole("list", { name: "Geschiedenis" });
  await expect(history.locator("del")).toContainText("nog niet");
  await expect(history.locator("ins").first()).toContainText("bijna");
  await history.getByRole("button", { name: /Zet terug/ }).click();
  await expect(page.locator("#explanation")).toHaveValue("Dit is nog niet klaar.");
  await expect(page.getByText(/^Teruggezet zoals op/)).toBeVisible();
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Control+z");
  await expect(page.locator("#explanation")).toHaveValue("Dit is bijna klaar.");
  await expect(history).toContainText("Ongedaan gemaakt");
});

test("a paste of a megabyte is said at once, stays, and can be kept as a file", async ({ page, app }) => {
  const id = await open(page, app);
  await page.keyboard.press("n");
  const box = page.locator("#explanation");
  await expect(box).toBeFocused();
  await page.keyboard.type("Kort.");
  await expect.poll(async () => (await first(app, id)).explanation).toBe("Kort.");
  const long = "Plak dit. ".repeat(105_000);
  await box.fill(long);
  await expect(page.getByText("De tekst telt 1.050.000 tekens; er passen er 20.000 in.")).toBeVisible();
  // What does not fit is not left behind, and what was saved stays.
  await expect(page.getByRole("banner").getByText("Een te lange tekst is niet bewaard")).toBeVisible();
  const why = page.getByRole("alert").filter({ hasText: "De tekst telt" });
  const keep = page.getByRole("button", { name: "Bewaar de hele tekst als bewijsstuk" });
  await expect(why).toBeInViewport();
  await expect(keep).toBeInViewport();
  await page.keyboard.press("Control+Enter");
  await expect(box).toBeFocused();
  await expect(why).toContainText("Je blijft bij SD-G1 tot de tekst past.");
  await expect(why).toBeInViewport();
  await page.getByRole("navigation", { name: "Overzicht" }).getByRole("button", { name: /SD-G2/ }).click();
  await expect(box).toBeFocused();
  await expect(why).toBeInViewport();
  expect(await box.inputValue()).toBe(long);
  expect((await first(app, id)).explanation).toBe("Kort.");
  expect(await page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })))).toBe(true);
  await keep.click();
  await expect(page.getByText("De hele tekst staat bij de bewijsstukken, als Uitleg SD-G1.txt.")).toBeVisible();
  expect((await first(app, id)).evidence[0]?.size).toBe(long.length);
  await expect(box).toHaveValue("Kort.");
  await expect(page.getByRole("banner").getByText("Een te lange tekst is niet bewaard")).toBeHidden();
  expect(await page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })))).toBe(false);
  await page.getByRole("button", { name: "Zet de tekst terug in het vak" }).click();
  expect(await box.inputValue()).toBe(long);
  await box.fill("Zie het bewijsstuk.");
  await expect.poll(async () => (await first(app, id)).explanation).toBe("Zie het bewijsstuk.");
});

test("in the table, a text that does not fit is said and kept too", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.goTo(`#/assessment/${id}/SD-G1/table`);
  const box = page.getByRole("textbox", { name: /SD-G1/ });
  await box.click();
  const long = "Plak dit. ".repeat(105_000);
  await box.fill(long);
  const why = page.getByRole("alert").filter({ hasText: "De tekst telt 1.050.000 tekens" });
  await expect(why).toBeInViewport();
  await page.getByRole("row", { name: /SD-G3/ }).getByRole("button").first().click();
  await expect(why).toContainText("Je blijft bij SD-G1 tot de tekst past.");
  await expect(box).toBeFocused();
  expect(await box.inputValue()).toBe(long);
  await page.getByRole("button", { name: "Bewaar de hele tekst als bewijsstuk" }).click();
  await expect(box).toHaveValue("");
  expect((await first(app, id)).evidence[0]?.size).toBe(long.length);
});

test("several files: each is told, refused or not, and no longer than it holds", async ({ page, app }) => {
  await open(page, app);
  const program = Buffer.from([0x4d, 0x5a, 0x90, 0, 3]);
  await evidence(page)
    .locator("input[type=file]")
    .setInputFiles([
      { name: "a.pdf", mimeType: "application/pdf", buffer: program },
      { name: "b.txt", mimeType: "text/plain", buffer: Buffer.from("b") },
      { name: "c.pdf", mimeType: "application/pdf", buffer: program },
      { name: "d.txt", mimeType: "text/plain", buffer: Buffer.from("d") },
    ]);
  await expect(evidence(page).getByRole("alert").getByText("“a.pdf” is een programma")).toBeVisible();
  await expect(evidence(page).getByRole("alert").getByText("“c.pdf” is een programma")).toBeVisible();
  await expect(evidence(page).getByText("b.txt is toegevoegd.")).toBeVisible();
  await expect(evidence(page).getByText("d.txt is toegevoegd.")).toBeVisible();
  await question(page).focus();
  await page.keyboard.press("Control+z");
  await expect(evidence(page).getByText("d.txt is toegevoegd.")).toBeHidden();
  await expect(evidence(page).getByText("b.txt is toegevoegd.")).toBeVisible();
});

test("an export without a file that is gone names it, and so does the list", async ({ page, app }) => {
  const id = await open(page, app);
  await evidence(page).locator("input[type=file]").setInputFiles({ name: "weg.txt", mimeType: "text/plain", buffer: Buffer.from("weg") });
  await expect(evidence(page).getByText("weg.txt is toegevoegd.")).toBeVisible();
  const { hash } = (await first(app, id)).evidence[0] ?? { hash: "" };
  rmSync(join(app.data, "evidence", hash.slice(0, 2), hash));
  await app.goTo(`#/result/${id}`);
  await page.getByRole("button", { name: "Exporteer met bewijsstukken" }).click();
  await expect(page.getByText(/\.zip is gemaakt\./)).toBeVisible();
  await expect(page.getByText("weg.txt bij SD-G1: ontbreekt op deze laptop")).toBeVisible();
  await app.goTo(`#/assessment/${id}/SD-G1`);
  await expect(evidence(page).getByText("niet op deze laptop")).toBeVisible();
});

test("everything goes along in an export", async ({ page, app }) => {
  const id = await open(page, app);
  await paste(page, "image.png", "image/png", dot);
  await expect(evidence(page).getByRole("img")).toBeVisible();
  await app.goTo(`#/result/${id}`);
  await page.getByRole("button", { name: "Exporteer met bewijsstukken" }).click();
  await expect(page.getByText(/\.zip is gemaakt\./)).toBeVisible();
});

test("a late reply leaves what is being typed", async ({ page, app }) => {
  const id = await open(page, app);
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  let waiting = 0;
  await page.route("**/call/MarkAnswer", async (route) => {
    waiting++;
    await released;
    await route.continue();
  });
  await page.keyboard.press("d");
  await expect.poll(() => waiting).toBe(1);
  const assignee = page.getByLabel("Toegewezen aan");
  if (!(await assignee.isVisible())) await disclosure(page, /^Meer/).click();
  await assignee.pressSequentially("dienst I");
  release();
  await expect(page.getByRole("checkbox", { name: /Te bespreken/ })).toBeChecked();
  await expect(assignee).toHaveValue("dienst I");
  await evidence(page).locator("input[type=file]").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("a") });
  await expect(evidence(page).getByText("a.txt is toegevoegd.")).toBeVisible();
  await expect(assignee).toHaveValue("dienst I");
  await assignee.pressSequentially("CT");
  await page.keyboard.press("Tab");
  await expect.poll(() => first(app, id)).toMatchObject({ discuss: true, assignee: "dienst ICT" });
});

test("a mark that follows one under way does not take it back", async ({ page, app }) => {
  const id = await open(page, app);
  await page.keyboard.press("d");
  await expect(page.getByRole("checkbox", { name: /Te bespreken/ })).toBeChecked();
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/call/MarkAnswer", async (route) => {
    await released;
    await route.continue();
  });
  await page.getByLabel("Wie kan dit beoordelen?").selectOption("users");
  await page.getByLabel("Toegewezen aan").fill("dienst ICT");
  await page.keyboard.press("Tab");
  release();
  await expect.poll(() => first(app, id)).toMatchObject({ discuss: true, judge: "users", assignee: "dienst ICT" });
});

test("a risk that shows only when the file is opened is asked about first", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  // What a colleague's file says about it: nothing to warn of.
  await page.route("**/call/{Assessment,FinishEvidence}", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll('"risk":"page"', '"risk":""') });
  });
  await app.goTo(`#/assessment/${id}/SD-G1`);
  const html = Buffer.from("%PDF- is hoe een ander bestand begint<script>x()</script>");
  await evidence(page).locator("input[type=file]").setInputFiles({ name: "verslag.html", mimeType: "text/html", buffer: html });
  await evidence(page).getByRole("button", { name: "Open verslag.html" }).click();
  await expect(evidence(page).getByRole("alert")).toContainText("Dit is een webpagina of tekening");
  const popup = page.waitForEvent("popup");
  await evidence(page).getByRole("button", { name: "Open het toch" }).click();
  await popup;
  await expect(evidence(page).getByRole("alert")).toHaveCount(0);
});
