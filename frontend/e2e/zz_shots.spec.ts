import { test } from "./app";
test.describe("shots", () => {
  test.use({ sample: true });
  for (const lang of ["nl", "de"]) {
    test.describe(lang, () => {
      test.use({ lang });
      test("shots", async ({ page, app }) => {
        const { services } = await app.call<any>("Services");
        const s = services.find((x: any) => x.id === "compulsory-education-check");
        const a = await app.call<any>("StartAssessment", { serviceId: s.id, moment: "after" });
        await app.call("SaveScope", { assessmentId: a.id, question: "personal-data", answer: "no" });
        await app.call("SaveScope", { assessmentId: a.id, question: "login", answer: "yes" });
        for (const [w, h] of [[1280, 800], [320, 800]] as const) {
          await page.setViewportSize({ width: w, height: h });
          for (const [n, hash] of [["scope", `#/scope/${a.id}`], ["inh", `#/assessment/${a.id}/SD-G4`], ["na", `#/assessment/${a.id}/DG-G3`], ["service", `#/services/${s.id}`], ["result", `#/result/${a.id}`]] as const) {
            await app.goTo(hash);
            await page.waitForTimeout(400);
            await page.screenshot({ path: `/tmp/shots/${lang}-${w}-${n}.png`, fullPage: n !== "result" || w > 400 });
          }
        }
      });
    });
  }
});
