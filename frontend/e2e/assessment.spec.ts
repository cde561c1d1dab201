import type { Page } from "@playwright/test";
import type { Assessment } from "../src/lib/door/types";
import { expect, test } from "./app";
import { startAssessment } from "./town";

const question = (page: Page) => page.getByRole("heading", { level: 1 });
const box = (page: Page) => page.getByRole("textbox");
const saved = (page: Page) => page.locator("[data-saved=saved]");

/** The criterion that is asked, by its code in the address. */
function place(page: Page): string {
  return new URL(page.url()).hash.split("/").at(-1) ?? "";
}

/** Waits until another criterion is asked, and its question has the focus. */
async function moved(page: Page, from: string): Promise<void> {
  await expect.poll(() => place(page)).not.toBe(from);
  await expect(question(page)).toBeFocused();
}

test("52 criteria by keyboard alone, through a kill", async ({ page, app }) => {
  const { id, answers } = await startAssessment(app);
  await app.goTo(`#/assessment/${id}`);
  await expect(question(page)).toBeFocused();
  const explained = new Map<string, string>();

  for (let n = 0; n < answers.length; n++) {
    if (n === 25) {
      await expect(saved(page)).toBeVisible();
      await app.end("SIGKILL");
      await app.start();
      // Tomorrow the cursor stands where it stood.
      await app.goTo(`#/assessment/${id}`);
      await expect(page.getByText("Nog 27 criteria")).toBeVisible();
      await expect(question(page)).toBeFocused();
    }
    const code = place(page);
    if (n % 7 === 3) {
      await page.keyboard.press("n");
      await expect(box(page)).toBeFocused();
      const text = `Nog niet (${code}), N, V.`;
      await page.keyboard.type(text);
      await page.keyboard.press("Control+Enter");
      explained.set(code, text);
    } else if (n % 11 === 5) {
      await page.keyboard.press("v");
      await expect(box(page)).toBeFocused();
      await page.keyboard.type("Past niet.");
      await page.keyboard.press("Control+Enter");
      explained.set(code, "Past niet.");
    } else {
      await page.keyboard.press("j");
    }
    await moved(page, code);
  }

  await expect(question(page)).toHaveText("Je bent klaar");
  await expect(page.getByText("52 van 52 beantwoord")).toBeVisible();
  await expect(saved(page)).toBeVisible();
  const done = await app.call<Assessment>("Assessment", { id });
  expect(done.progress).toMatchObject({ answered: 52, open: 0, incomplete: 0 });
  expect(new Map(done.answers.filter((a) => a.explanation !== "").map((a) => [a.criterion, a.explanation]))).toEqual(explained);
});

test("text that is still being typed is saved when the window goes away", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.goTo(`#/assessment/${id}/SD-G2`);
  await page.keyboard.press("n");
  await expect(box(page)).toBeFocused();
  await page.keyboard.type("Halve zin");
  await page.goto("about:blank");
  await expect
    .poll(async () => (await app.call<Assessment>("Assessment", { id })).answers[1]?.explanation)
    .toBe("Halve zin");
});

test("moving about: arrows, next open, explanation, help, keys", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.goTo(`#/assessment/${id}/SD-G1`);
  await expect(question(page)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => place(page)).toBe("SD-G2");
  await page.keyboard.press("j");
  await expect.poll(() => place(page)).toBe("SD-G3");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => place(page)).toBe("SD-G1");
  await page.keyboard.press("Control+ArrowDown");
  await expect.poll(() => place(page)).toBe("SD-G3");
  await expect(question(page)).toBeFocused();
  await page.keyboard.press("e");
  await expect(box(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(question(page)).toBeFocused();

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Toetsen bij een aftoetsing" })).toBeVisible();
  await page.keyboard.press("j"); // not while the list is open
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  expect(place(page)).toBe("SD-G3");

  const help = page.getByRole("complementary", { name: "Uitleg" });
  await expect(help).toContainText("Bron: deel 2.2.1");
  await page.keyboard.press("F1");
  await expect(help).toBeHidden();
  await page.reload();
  await expect(question(page)).toBeVisible();
  await expect(help).toBeHidden();
  // The way back leads out of the assessment, not through its questions.
  expect(place(page)).toBe("SD-G3");
});

test("single keys can be switched off", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.goTo(`#/assessment/${id}/SD-G1`);
  await page.getByRole("button", { name: "Toetsen" }).click();
  await page.getByRole("checkbox").uncheck();
  await page.getByRole("dialog").getByRole("button", { name: "Sluit" }).click();
  await page.keyboard.press("j");
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => place(page)).toBe("SD-G2");
  expect((await app.call<Assessment>("Assessment", { id })).progress.answered).toBe(0);
});

test("undo takes back the answer, goes there and says so", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.goTo(`#/assessment/${id}/SD-G1`);
  await page.keyboard.press("j");
  await moved(page, "SD-G1");
  await page.keyboard.press("j");
  await moved(page, "SD-G2");
  await page.keyboard.press("Control+z");
  await expect.poll(() => place(page)).toBe("SD-G2");
  await expect(page.getByText(/Ongedaan gemaakt: je laatste antwoord bij/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Ja", exact: true })).toHaveAttribute("aria-pressed", "false");
  expect((await app.call<Assessment>("Assessment", { id })).progress.answered).toBe(1);
});

test("undo in a text box belongs to the text, until nothing was typed there", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.goTo(`#/assessment/${id}/SD-G1`);
  await page.keyboard.press("n");
  await expect(box(page)).toBeFocused();
  await page.keyboard.type("tekst");
  await page.keyboard.press("Control+z");
  await expect(box(page)).not.toHaveValue("tekst");
  await expect(page.getByRole("button", { name: "Nee", exact: true })).toHaveAttribute("aria-pressed", "true");
});

test("a late reply takes nothing back that was typed since", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.goTo(`#/assessment/${id}/SD-G1`);
  const held: (() => void)[] = [];
  await page.route("**/call/SaveAnswer", async (route) => {
    await new Promise<void>((go) => held.push(go));
    await route.continue();
  });
  await page.keyboard.press("n");
  await expect(box(page)).toBeFocused();
  await page.keyboard.type("eerst");
  await expect.poll(() => held.length).toBe(1);
  await expect(page.locator("[data-saved=saving]")).toBeVisible();
  held[0]?.();
  await expect.poll(() => held.length).toBe(2);
  await page.keyboard.type(" en dan meer");
  held[1]?.();
  await expect.poll(() => held.length).toBe(3);
  held[2]?.();
  await expect(saved(page)).toBeVisible();
  await expect(box(page)).toHaveValue("eerst en dan meer");
  expect((await app.call<Assessment>("Assessment", { id })).answers[0]?.explanation).toBe("eerst en dan meer");
});

test("the overview shows how each criterion stands, and leads there", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.goTo(`#/assessment/${id}/SD-G1`);
  await page.keyboard.press("j");
  await moved(page, "SD-G1");
  const overview = page.getByRole("navigation", { name: "Overzicht" });
  await expect(overview.getByRole("button", { name: /SD-G1 .*: ja/ })).toBeVisible();
  await overview.getByRole("button", { name: /SD-G5 .*: nog open/ }).click();
  await expect.poll(() => place(page)).toBe("SD-G5");
  await overview.getByText("Betrouwbaar").click();
  await overview.getByRole("button", { name: /BT-G1/ }).click();
  await expect.poll(() => place(page)).toBe("BT-G1");
});

test("a text that was written with a no asks whether it is right under a yes", async ({ page, app }) => {
  const { id } = await startAssessment(app);
  await app.goTo(`#/assessment/${id}/SD-G1`);
  await expect(question(page)).toBeFocused();
  await page.keyboard.press("n");
  await box(page).fill("Dat volgt in mei.");
  await box(page).press("Escape");
  await page.keyboard.press("j");
  await expect(page.getByText("Klopt je uitleg nog?")).toBeVisible();
  expect(place(page)).toBe("SD-G1");
  await expect(box(page)).toHaveValue("Dat volgt in mei.");
  await box(page).fill("Dat kan.");
  await expect(page.getByText("Klopt je uitleg nog?")).toBeHidden();
});
