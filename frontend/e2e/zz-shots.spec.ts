import type { Comparables } from "../src/lib/door/compare";
import { test } from "./app";
for (const lang of ["nl", "de"]) {
  test.describe(lang, () => {
    test.use({ sample: true, lang });
    test("shots", async ({ page, app }) => {
      const c = await app.call<Comparables>("Comparables");
      const pair = c.proposals[0]?.ids.join(",") ?? "";
      const many = c.own.slice(0, 5).map((o) => o.id).join(",");
      for (const [w, h] of [[1280, 800], [320, 800]] as const) {
        await page.setViewportSize({ width: w, height: h });
        for (const [name, hash] of [["choose", "#/compare"], ["pair", `#/compare/${pair}`], ["many", `#/compare/${many}`]] as const) {
          await app.goTo(hash);
          await page.screenshot({ path: `/tmp/shots/${lang}-${name}-${w}.png`, fullPage: name !== "many" || w > 400 });
        }
      }
    });
  });
}
