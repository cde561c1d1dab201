import { expect, test } from "./app";
import { screens } from "./screens";

test.use({ sample: true });

test("F1 opens the manual, a topic takes the focus, and a link leads to its screen", async ({ page }) => {
  await page.keyboard.press("F1");
  await expect(page.getByRole("heading", { level: 1, name: "Hulp" })).toBeFocused();
  await page.getByRole("link", { name: "Een nieuwe editie van de criteria" }).click();
  const topic = page.getByRole("region", { name: "Een nieuwe editie van de criteria" });
  await expect(topic.getByRole("heading")).toBeFocused();
  await expect(topic.getByRole("heading")).toBeInViewport();
  await topic.getByRole("link", { name: "Ga naar Instellingen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Instellingen" })).toBeVisible();
});

test("a chapter in the contents works again after scrolling away from it", async ({ page }) => {
  await page.keyboard.press("F1");
  const link = page.getByRole("link", { name: "Als er iets misgaat" });
  const chapter = page.getByRole("heading", { name: "Als er iets misgaat" });
  await link.click();
  await expect(chapter).toBeFocused();
  await page.evaluate(() => scrollTo(0, 0));
  await expect(chapter).not.toBeInViewport();
  await link.click();
  await expect(chapter).toBeFocused();
  await expect(chapter).toBeInViewport();
});

test("while assessing, F1 stays the help beside the question", async ({ page, app }) => {
  await app.goTo((await screens(app))["assessment"] ?? "");
  const help = page.getByRole("complementary", { name: "Uitleg" });
  await expect(help).toBeVisible();
  await page.keyboard.press("F1");
  await expect(help).toBeHidden();
});

test("search finds how something is done", async ({ page }) => {
  await page.keyboard.press("Control+k");
  await page.getByRole("searchbox").fill("back-up");
  await page.getByRole("link", { name: "Als er iets misgaat" }).click();
  await expect(page.getByRole("heading", { name: "Als er iets misgaat" })).toBeFocused();
});
