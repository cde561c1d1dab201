import type { Page } from "@playwright/test";
import type { Assessment } from "../src/lib/door/types";
import { type App, expect, test } from "./app";
import { running } from "./measuring";

test.use({ sample: true });

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
