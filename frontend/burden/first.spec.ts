import type { Catalogue } from "../src/lib/door/types";
import { addService, chooseTown } from "../e2e/town";
import { answer, explanation, latest, place, question, reason } from "./clerk";
import { expect, test } from "./task";

test("first assessment, 10 criteria not met, all 52 apply", async ({ page, app, hands }) => {
  await chooseTown(app);
  const service = await addService(app);
  const catalogue = await app.call<Catalogue>("Catalogue", { edition: "" });
  await app.goTo(`#/services/${service.id}`);
  hands.reset();

  await page.getByRole("button", { name: /^Start/ }).first().click();
  await page.getByRole("link", { name: /^Sla over/ }).click();
  await expect(page.getByRole("group", { name: "Jouw antwoord" })).toBeVisible();
  for (let n = 0; n < catalogue.criteria.length; n++) {
    if (n % 5 === 4) await answer(page, hands, catalogue, "n", explanation);
    else await answer(page, hands, catalogue, "j");
  }
  expect((await latest(app)).progress).toMatchObject({ answered: 52, incomplete: 0 });
});

/** A registration without a decision, on the municipality's own site: what does not apply, and what says so beforehand. */
const simple = { no: [1, 2, 3, 5, 6, 8], out: ["SD-G6", "SD-I6", "GC-G4", "DG-I3", "DG-I1", "DG-G1", "DH-G4"] };

for (const asked of [false, true]) {
  test(`first assessment, 10 not met, 7 do not apply, ${asked ? "with" : "without"} the questions beforehand`, async ({ page, app, hands }) => {
    await chooseTown(app);
    const service = await addService(app);
    const catalogue = await app.call<Catalogue>("Catalogue", { edition: "" });
    await app.goTo(`#/services/${service.id}`);
    hands.reset();

    await page.getByRole("button", { name: /^Start/ }).first().click();
    if (asked) {
      for (let n = 0; n < 10; n++) {
        await expect(page.getByText(`Vraag ${n + 1} van 10`)).toBeVisible();
        hands.reads((await page.getByRole("heading", { level: 2 }).first().textContent()) ?? "");
        await page.keyboard.press(simple.no.includes(n) ? "n" : "j");
      }
      await page.getByRole("link", { name: "Naar de criteria", exact: true }).click();
    } else {
      await page.getByRole("link", { name: /^Sla over/ }).click();
    }
    await expect(page.getByRole("group", { name: "Jouw antwoord" })).toBeVisible();
    await expect(question(page)).toBeVisible();
    for (let n = 0; place(page) !== "end"; n++) {
      if (!asked && simple.out.includes(place(page))) await answer(page, hands, catalogue, "v", reason);
      else if (n < 20 && n % 2 === 1) await answer(page, hands, catalogue, "n", explanation);
      else await answer(page, hands, catalogue, "j");
    }
    const done = await latest(app);
    expect(done.progress).toMatchObject({ answered: 52, incomplete: 0 });
    expect(done.answers.filter(({ verdict }) => verdict === "not_applicable").map(({ criterion }) => criterion).toSorted()).toEqual(simple.out.toSorted());
  });
}
