import { expect, test } from "./app";

test.use({ sample: true });

test("a screen on paper is light, unfolded, and without what surrounds it", async ({ page, app }) => {
  await app.call("SavePreferences", { language: "nl", theme: "dark" });
  await app.goTo("#/strategy");
  const folded = page.locator("main details:not([open])");
  await expect(folded).toHaveCount(5);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await expect(folded).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("header")).toBeHidden();
  await expect(page.locator("nav")).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(folded).toHaveCount(5);
});
