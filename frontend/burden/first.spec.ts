import type { Page } from "@playwright/test";
import type { Assessment, Catalogue } from "../src/lib/door/types";
import { addService, chooseTown } from "../e2e/town";
import { expect, test } from "./task";

const question = (page: Page) => page.getByRole("heading", { level: 1 });

/** The criterion that is asked, by its code in the address. */
const place = (page: Page) => new URL(page.url()).hash.split("/").at(-1) ?? "";

/** What the town explains, as a clerk would write it. */
const explanation = "Nog niet. Dit komt in de nieuwe versie, in het voorjaar van 2027.";

test("first assessment, 10 criteria not met", async ({ page, app, hands }) => {
  await chooseTown(app);
  const service = await addService(app);
  const catalogue = await app.call<Catalogue>("Catalogue", { edition: "" });
  await app.goTo(`#/services/${service.id}`);
  hands.reset();

  await page.getByRole("button", { name: /^Start/ }).first().click();
  // All 52 apply here, so the questions beforehand would save nothing.
  await page.getByRole("link", { name: /^Sla over/ }).click();
  await expect(page.getByRole("group", { name: "Jouw antwoord" })).toBeVisible();
  await expect(question(page)).toBeFocused();
  for (let n = 0; n < catalogue.criteria.length; n++) {
    const code = place(page);
    hands.reads(catalogue.criteria.find((criterion) => criterion.code === code)?.question ?? "");
    if (n % 5 === 4) {
      await page.keyboard.press("n");
      await expect(page.getByRole("textbox")).toBeFocused();
      await page.keyboard.type(explanation);
      await page.keyboard.press("Control+Enter");
    } else {
      await page.keyboard.press("j");
    }
    await expect.poll(() => place(page)).not.toBe(code);
    await expect(question(page)).toBeFocused();
  }
  const { services } = await app.call<{ services: { assessments: { id: string }[] }[] }>("Services");
  const done = await app.call<Assessment>("Assessment", { id: services[0]?.assessments[0]?.id });
  expect(done.answers.filter((answer) => answer.verdict === "no")).toHaveLength(10);
});
