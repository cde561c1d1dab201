import { expect, test } from "./app";
import { screens } from "./screens";

test.use({ sample: true });

const controls = "button|link|textbox|searchbox|combobox|checkbox|radio|option|progressbar|dialog";

test("every control has a role and a name", async ({ page, app }) => {
  for (const [screen, hash] of Object.entries(await screens(app))) {
    await app.goTo(hash);
    const tree = await page.locator("body").ariaSnapshot();
    const nameless = tree.split("\n").filter((line) => new RegExp(`^\\s*- (${controls})(:|$| \\[)`).test(line));
    expect(nameless, screen).toEqual([]);
    // Landmarks, and one heading that says what the page is.
    for (const landmark of ["banner", "main"]) await expect(page.getByRole(landmark as "main"), screen).toHaveCount(1);
    await expect(page.getByRole("heading", { level: 1 }), screen).toHaveCount(1);
    // What a finger or a trembling hand can hit.
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("button, a, input, select, textarea, summary")]
        .filter((e) => e.checkVisibility() && !e.closest("p, li, .skip"))
        .map((e) => ({ name: e.textContent, ...e.getBoundingClientRect().toJSON() }) as { name: string; width: number; height: number })
        .filter(({ width, height }) => Math.min(width, height) < 24)
        .map(({ name, width, height }) => `${name} ${width}x${height}`),
    );
    expect(small, screen).toEqual([]);
  }
});

test("every control shows where the focus is", async ({ page, app }) => {
  test.slow();
  for (const hash of Object.values(await screens(app))) {
    await app.goTo(hash);
    for (let n = 0; n < 12; n++) {
      await page.keyboard.press("Tab");
      const ring = await page.evaluate(() => {
        const focused = document.activeElement ?? document.body;
        if (focused === document.body) return "left the page";
        const { outlineStyle, outlineWidth } = getComputedStyle(focused);
        return `${outlineStyle} ${outlineWidth}`;
      });
      if (ring === "left the page") break;
      expect(ring, `${hash} ${n}`).toBe("solid 3px");
    }
  }
});
