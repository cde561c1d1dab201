import { expect, test } from "./app";
import { screens } from "./screens";

test.use({ sample: true });

// 1280 px at 400 % is 320 px; 1024 x 640 is the smallest window. In between, the
// languages with the longest words tell what the others would.
for (const [width, height, languages] of [
  [320, 256, ["nl", "fr", "de", "en"]],
  [640, 480, ["fr", "de"]],
  [1024, 640, ["fr", "de"]],
] as const) {
  for (const lang of languages) {
    test(`nothing runs out of the window at ${width} px, ${lang}`, async ({ page, app }) => {
      test.slow();
      await page.setViewportSize({ width, height });
      await app.call("SavePreferences", { language: lang, theme: "light" });
      for (const [name, hash] of Object.entries(await screens(app))) {
        await app.goTo(hash);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(over, name).toBe(0);
        // Nor inside a box that hides the rest.
        const cut = await page.evaluate(() =>
          [...document.querySelectorAll("main *")]
            .filter((e) => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1 && getComputedStyle(e).overflowX !== "visible")
            .map((e) => `${e.tagName}.${e.className}`),
        );
        expect(cut, name).toEqual([]);
      }
    });
  }
}

test("text with the spacing of WCAG 1.4.12 loses nothing", async ({ page, app }) => {
  test.slow();
  for (const [name, hash] of Object.entries(await screens(app))) {
    await app.goTo(hash);
    const cut = await page.evaluate(() => {
      for (const element of document.querySelectorAll<HTMLElement>("*")) {
        element.style.setProperty("line-height", "1.5", "important");
        element.style.setProperty("letter-spacing", "0.12em", "important");
        element.style.setProperty("word-spacing", "0.16em", "important");
      }
      return [...document.querySelectorAll<HTMLElement>("button, a, h1, h2, p, label")]
        .filter((e) => getComputedStyle(e).overflow === "hidden" && e.scrollHeight > e.clientHeight + 2 && e.clientHeight > 1)
        .map((e) => e.textContent);
    });
    expect(cut, name).toEqual([]);
  }
});
