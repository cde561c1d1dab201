import type { Page } from "@playwright/test";
import type { Assessment } from "../src/lib/door/types";
import { expect, test } from "./app";
import { startAssessment } from "./town";

const grid = (page: Page) => page.getByRole("grid", { name: "Alle criteria in één tabel" });
const row = (page: Page, code: string) => grid(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${code} `) }) });
const head = (page: Page, code: string) => row(page, code).getByRole("button", { name: new RegExp(`^${code} `) });
const text = (page: Page, code: string) => page.getByRole("textbox", { name: `Uitleg bij ${code}`, exact: true });
const answer = (page: Page, code: string, name: string) => row(page, code).getByRole("button", { name, exact: true });
const saved = (page: Page) => page.locator("[data-saved=saved]");
const filter = (page: Page) => page.getByRole("combobox", { name: "Toon" });
const hash = (page: Page): string => new URL(page.url()).hash;

const read = (app: { call: <Out>(method: string, input?: object) => Promise<Out> }, id: string) => app.call<Assessment>("Assessment", { id });

test("52 criteria by keyboard in the table, with a switch of views on the way", async ({ page, app }) => {
  const { id, answers } = await startAssessment(app);
  await app.goTo(`#/assessment/${id}/table`);
  await expect(head(page, answers[0]?.criterion ?? "")).toBeFocused();
  const explained = new Map<string, string>();
  for (const [n, { criterion: code }] of answers.entries()) {
    if (n === 20) {
      await page.keyboard.press("t");
      await expect(page.getByRole("group", { name: "Jouw antwoord" })).toBeVisible();
      expect(hash(page)).toBe(`#/assessment/${id}/${code}`);
      await page.keyboard.press("t");
    }
    await expect(head(page, code)).toBeFocused();
    if (n % 7 === 3) {
      await page.keyboard.press("n");
      await expect(text(page, code)).toBeFocused();
      await page.keyboard.type(`Nog niet (${code}), N, T, /.`);
      await page.keyboard.press("Control+Enter");
      explained.set(code, `Nog niet (${code}), N, T, /.`);
    } else if (n % 11 === 5) {
      await page.keyboard.press("v");
      await expect(text(page, code)).toBeFocused();
      await page.keyboard.type("Past niet.");
      await page.keyboard.press("Control+Enter");
      explained.set(code, "Past niet.");
    } else {
      await page.keyboard.press("j");
    }
  }
  await expect(page.getByRole("group", { name: "Na het laatste criterium" })).toBeFocused();
  await expect(page.getByText("52 van 52 beantwoord")).toBeVisible();
  await expect(saved(page)).toBeVisible();
  const done = await read(app, id);
  expect(done.progress).toMatchObject({ answered: 52, open: 0, incomplete: 0 });
  expect(new Map(done.answers.filter((a) => a.explanation !== "").map((a) => [a.criterion, a.explanation]))).toEqual(explained);
});

test("moving about: arrows, next open, question, explanation, search", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.goTo(`#/assessment/${id}/SD-G1/table`);
  await expect(head(page, "SD-G1")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(head(page, "SD-G2")).toBeFocused();
  await page.keyboard.press("j");
  await expect(head(page, "SD-G3")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(head(page, "SD-G1")).toBeFocused();
  await page.keyboard.press("Control+ArrowDown");
  await expect(head(page, "SD-G3")).toBeFocused();

  // Along the row, and back.
  await page.keyboard.press("ArrowRight");
  await expect(answer(page, "SD-G3", "Ja")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(text(page, "SD-G3")).toBeFocused();
  await expect(answer(page, "SD-G3", "Nee")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Escape");
  await expect(head(page, "SD-G3")).toBeFocused();
  await page.keyboard.press("e");
  await expect(text(page, "SD-G3")).toBeFocused();
  await page.keyboard.press("Escape");

  await page.keyboard.press("Enter");
  await expect(head(page, "SD-G3")).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Tab");
  await expect(answer(page, "SD-G3", "Ja")).toBeFocused();

  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("sd-g5");
  await expect(page.getByText("1 van 52 getoond")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(head(page, "SD-G5")).toBeFocused();
  expect((await read(app, id)).progress.answered).toBe(2);
});

test("a click on a row that is not worked on answers that row", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.goTo(`#/assessment/${id}/SD-G1/table`);
  await filter(page).selectOption({ label: "Nog open (52)" });
  await answer(page, "SD-G4", "Ja").click();
  await expect.poll(async () => (await read(app, id)).answers.find((a) => a.criterion === "SD-G4")?.verdict).toBe("yes");
  await expect(head(page, "SD-G5")).toBeFocused();
  await expect(row(page, "SD-G4")).toHaveCount(0);
  await text(page, "SD-I2").click();
  await page.keyboard.type("Een gedachte.");
  await expect.poll(() => hash(page)).toBe(`#/assessment/${id}/SD-I2/table`);
  await expect(text(page, "SD-I2")).toBeFocused();
});

test("a filter keeps the row that is worked on, and shows what is missing", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.goTo(`#/assessment/${id}/SD-G1/table`);
  await page.keyboard.press("n");
  await page.keyboard.press("Control+Enter");
  await expect(head(page, "SD-G2")).toBeFocused();
  await filter(page).selectOption({ label: "Zonder nodige uitleg (1)" });
  await expect(page.getByText("1 van 52 getoond")).toBeVisible();
  await text(page, "SD-G1").click();
  await page.keyboard.type("Volgt.");
  await expect(filter(page)).toContainText("Zonder nodige uitleg (0)");
  await expect(text(page, "SD-G1")).toBeFocused();
  await filter(page).selectOption({ label: "Te bespreken (0)" });
  await expect(page.getByText("Geen enkel criterium past bij wat je zoekt.")).toBeVisible();
  await page.getByRole("button", { name: "Toon alle criteria" }).click();
  await expect(page.getByText("52 van 52 getoond")).toBeVisible();
});

test("the search jumps to a criterion where one question is shown", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.goTo(`#/assessment/${id}/SD-G1`);
  await page.keyboard.press("/");
  const field = page.getByRole("dialog").getByRole("combobox");
  await expect(field).toBeFocused();
  await field.fill("bt-g1");
  await expect(page.getByRole("dialog").getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect.poll(() => hash(page)).toBe(`#/assessment/${id}/BT-G1`);
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("j");
  await expect.poll(async () => (await read(app, id)).answers.find((a) => a.criterion === "BT-G1")?.verdict).toBe("yes");
});

test("tomorrow the view, the filter and the row are where they stood", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  const kept = async () => (await app.call<{ criterion: string; filter: string }>("Place", { id })).criterion;
  await app.goTo(`#/assessment/${id}/SD-G1/table`);
  await page.keyboard.press("j");
  await expect(head(page, "SD-G2")).toBeFocused();
  await filter(page).selectOption({ label: "Nog open (51)" });
  await head(page, "SD-G2").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(head(page, "SD-G4")).toBeFocused();
  await expect.poll(kept).toBe("SD-G4");
  await app.end("SIGKILL");
  await app.start();
  await app.goTo(`#/assessment/${id}`);
  await expect(head(page, "SD-G4")).toBeFocused();
  await expect(row(page, "SD-G1")).toHaveCount(0);
  await page.keyboard.press("t");
  await expect.poll(async () => (await app.call<{ view: string }>("Place", { id })).view).toBe("one");

  // What was answered later, on another laptop, goes before it.
  await app.call("SaveAnswer", { assessmentId: id, criterion: "GC-G1", verdict: "yes", explanation: "" });
  await app.goTo(`#/assessment/${id}`);
  await expect.poll(() => hash(page)).toBe(`#/assessment/${id}/GC-G2`);
});

test("undo and redo, step by step, across a restart", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  const answered = async () => (await read(app, id)).answers.filter((a) => a.verdict !== "").map((a) => a.criterion);
  await app.goTo(`#/assessment/${id}/SD-G1/table`);
  for (const code of ["SD-G1", "SD-G2", "SD-G3"]) {
    await expect(head(page, code)).toBeFocused();
    await page.keyboard.press("j");
  }
  await expect(head(page, "SD-G4")).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(head(page, "SD-G3")).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(head(page, "SD-G2")).toBeFocused();
  expect(hash(page)).toBe(`#/assessment/${id}/SD-G2/table`);
  expect(await answered()).toEqual(["SD-G1"]);

  await app.end("SIGKILL");
  await app.start();
  await app.goTo(`#/assessment/${id}/SD-G9/table`);
  const again = page.getByRole("button", { name: /^Doe opnieuw ?: je laatste antwoord$/ });
  await again.click();
  await expect(page.getByText(/Opnieuw gedaan: je laatste antwoord bij/)).toBeVisible();
  await expect(head(page, "SD-G2")).toBeFocused();
  await expect(answer(page, "SD-G2", "Ja")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Control+y");
  await expect(head(page, "SD-G3")).toBeFocused();
  expect(await answered()).toEqual(["SD-G1", "SD-G2", "SD-G3"]);
  await expect(again).toBeHidden();

  await page.keyboard.press("Control+z");
  await expect(again).toBeVisible();
  await page.keyboard.press("Control+Shift+Z");
  await expect.poll(answered).toEqual(["SD-G1", "SD-G2", "SD-G3"]);

  // After another change there is nothing to do again.
  await page.keyboard.press("Control+z");
  await expect(again).toBeVisible();
  await page.keyboard.press("n");
  await expect(again).toBeHidden();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+y");
  await expect(page.getByText("Er is niets om opnieuw te doen.")).toBeVisible();
});

test("undo and redo in a text belong to the text while there is something left", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.goTo(`#/assessment/${id}/SD-G1/table`);
  await page.keyboard.press("n");
  await expect(text(page, "SD-G1")).toBeFocused();
  await page.keyboard.type("tekst");
  await page.keyboard.press("Control+z");
  await expect(text(page, "SD-G1")).not.toHaveValue("tekst");
  await page.keyboard.press("Control+y");
  await expect(text(page, "SD-G1")).toHaveValue("tekst");
  await expect(answer(page, "SD-G1", "Nee")).toHaveAttribute("aria-pressed", "true");
});

test("typing in a row stays fast with 52 rows", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.goTo(`#/assessment/${id}/SD-G1/table`);
  await page.keyboard.press("e");
  await expect(text(page, "SD-G1")).toBeFocused();
  const words = "Dit is een uitleg die in één keer getypt wordt. ".repeat(4);
  const begun = Date.now();
  await page.keyboard.type(words);
  await expect(text(page, "SD-G1")).toHaveValue(words);
  // Nobody types more than ten letters a second.
  expect((Date.now() - begun) / words.length).toBeLessThan(100);
});

test("what was said the time before is kept in the table, in the filter and the row", async ({ page, app }) => {
  const { id: before, service } = await startAssessment(app);
  for (const criterion of ["SD-G1", "SD-G2", "SD-G5"]) {
    const verdict = criterion === "SD-G2" ? "no" : "yes";
    await app.call("SaveAnswer", { assessmentId: before, criterion, verdict, explanation: "" });
  }
  const { id } = await app.call<Assessment>("StartAssessment", { serviceId: service.id, moment: "again" });
  for (const criterion of ["SD-G1", "SD-G2", "SD-G5"]) {
    await app.call("MarkAnswer", { assessmentId: id, criterion, judge: "", control: "", discuss: true, assignee: "" });
  }
  await app.goTo(`#/assessment/${id}/SD-G1/table`);
  await filter(page).selectOption("discuss");
  await head(page, "SD-G1").focus();
  await page.keyboard.press("k");
  await expect(head(page, "SD-G2")).toBeFocused();
  // A no without its explanation asks for it, in the row.
  await page.keyboard.press("k");
  await expect(text(page, "SD-G2")).toBeFocused();
  await page.keyboard.type("Bellen kan niet.");
  await page.keyboard.press("Control+Enter");
  await expect(head(page, "SD-G5")).toBeFocused();
});

test("D marks the row, and B opens the question with its evidence", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.goTo(`#/assessment/${id}/SD-G2/table`);
  await expect(head(page, "SD-G2")).toBeFocused();
  await page.keyboard.press("d");
  await expect(row(page, "SD-G2")).toContainText("te bespreken");
  await page.keyboard.press("d");
  await expect(row(page, "SD-G2")).not.toContainText("te bespreken");
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("b");
  await (await chooser).setFiles({ name: "brief.txt", mimeType: "text/plain", buffer: Buffer.from("Brief.") });
  await expect(page.getByRole("region", { name: "Bewijs" }).getByText("brief.txt").first()).toBeVisible();
  expect(hash(page)).toBe(`#/assessment/${id}/SD-G2`);
});
