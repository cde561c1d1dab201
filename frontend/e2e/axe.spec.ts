import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./app";
import { screens } from "./screens";

test.use({ sample: true });

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// In parts, so that each stays within the time for a test.
const parts = 4;

for (const theme of ["light", "dark", "contrast"]) for (let part = 0; part < parts; part++) {
  test(`every screen is accessible: ${theme}, part ${part + 1} of ${parts}`, async ({ page, app }) => {
    test.slow();
    // One submission, so that its steps are looked at too.
    const places = await screens(app);
    await app.call("Submit", { assessmentId: places["result, complete"]?.split("/").at(-1) });
    await app.call("SavePreferences", { language: "nl", theme });
    await page.emulateMedia({ reducedMotion: "reduce" });
    for (const [name, hash] of Object.entries(places).filter((_, at) => at % parts === part)) {
      await test.step(name, async () => {
        await app.goTo(hash);
        await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
        const { violations } = await new AxeBuilder({ page })
          .withTags(tags)
          .options({ rules: { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } } })
          .analyze();
        expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.target.join(" ")} ${n.failureSummary}`).join("\n")}`)).toEqual([]);
      });
    }
  });
}

test.describe("the first start", () => {
  test.use({ sample: false });

  test("is accessible, to the sample data and back", async ({ page }) => {
    const clean = async (): Promise<void> => expect((await new AxeBuilder({ page }).withTags(tags).analyze()).violations).toEqual([]);
    await clean();
    await page.getByRole("button", { name: "Nederlands" }).click();
    const enter = page.getByRole("button", { name: "Bekijk met voorbeeldgegevens" });
    await expect(enter).toBeVisible();
    await clean();
    await enter.click();
    await expect(page.getByRole("button", { name: "Verlaat de voorbeeldgegevens" })).toBeVisible();
    await clean();
  });
});

test("the list of keys and a failed save are accessible", async ({ page, app }) => {
  const places = await screens(app);
  await app.goTo(places["assessment"] ?? "");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  expect((await new AxeBuilder({ page }).withTags(tags).analyze()).violations).toEqual([]);
  await page.keyboard.press("Escape");
  await page.route("**/call/SaveAnswer", (route) => route.abort());
  await page.keyboard.press("n");
  await expect(page.getByRole("alert")).toBeVisible();
  expect((await new AxeBuilder({ page }).withTags(tags).analyze()).violations).toEqual([]);
});
