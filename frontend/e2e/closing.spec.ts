import type { Page } from "@playwright/test";
import type { Assessment } from "../src/lib/door/types";
import { type App, expect, test } from "./app";
import { answerAll, startAssessment } from "./town";

/** Lets a test ask the page to close, as the real window does. Must stand before the page is opened. */
async function closing(page: Page): Promise<() => void> {
  let ask: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (ask = resolve));
  await page.route("**/events", async (route) => {
    await asked;
    // Once: asking again would come long after the test.
    await route.fulfill({ contentType: "text/event-stream", body: `retry: 600000\ndata: ${JSON.stringify({ name: "closing", data: null })}\n\n` });
  });
  return ask;
}

/** Goes to another screen of the same page. */
const leave = (page: Page) => page.getByRole("navigation").getByRole("link", { name: "Diensten" }).first().click();

const cases: {
  what: string;
  type: (page: Page, app: App, assessment: Assessment) => Promise<void>;
  says: string;
  back: string;
  there: (page: Page) => Promise<void>;
}[] = [
  {
    what: "a new action",
    type: async (page, app) => {
      await app.goTo("#/improvement/new");
      await page.getByLabel("Wat gebeurt er?").fill("Loket opleiden");
    },
    says: "Deze actie is nog niet bewaard.",
    back: "Ga naar de actie",
    there: (page) => expect(page.getByLabel("Wat gebeurt er?")).toHaveValue("Loket opleiden"),
  },
  {
    what: "an action under a question",
    type: async (page, app, { id }) => {
      await app.goTo(`#/assessment/${id}/SD-G3`);
      await page.getByRole("button", { name: "Maak een actie" }).click();
      await page.getByLabel("Wie doet het?").fill("dienst Com");
    },
    says: "Deze actie is nog niet bewaard.",
    back: "Ga naar de actie",
    there: (page) => expect(page.getByLabel("Wie doet het?")).toHaveValue("dienst Com"),
  },
  {
    what: "a reviewer's note",
    type: async (page, app, { id }) => {
      await app.call("SaveStage", { assessmentId: id, stage: "proposed", note: "", reviewer: "", adoptedOn: "", decision: "" });
      await app.goTo(`#/result/${id}`);
      await page.locator("#stage-note").fill("Kijk SD-G3 na");
    },
    says: "Wat je typte bij “Nazicht en besluit” is nog niet bewaard.",
    back: "Ga ernaartoe",
    there: (page) => expect(page.locator("#stage-note")).toHaveValue("Kijk SD-G3 na"),
  },
  {
    what: "the number of a decision",
    type: async (page, app, { id }) => {
      await app.goTo(`#/notification/${id}`);
      await page.locator("#decision-number").fill("CBS-2026-12");
    },
    says: "De datum en het nummer van het besluit zijn nog niet bewaard.",
    back: "Ga naar het besluit",
    there: (page) => expect(page.locator("#decision-number")).toHaveValue("CBS-2026-12"),
  },
  {
    what: "a link",
    type: async (page, app, { id }) => {
      await app.goTo(`#/assessment/${id}/SD-G3`);
      await page.locator("summary").filter({ hasText: /^Voeg een link toe/ }).click();
      await page.getByLabel("Webadres").fill("https://voorbeeld.be/half");
    },
    says: "De link die je typte bij SD-G3 is nog niet bewaard.",
    back: "Ga naar de link",
    there: (page) => expect(page.getByLabel("Webadres")).toHaveValue("https://voorbeeld.be/half"),
  },
];

for (const { what, type, says, back, there } of cases) {
  test(`${what} that was left keeps the window open, and is found again`, async ({ page, app }) => {
    const assessment = await startAssessment(app);
    await answerAll(app, assessment, { "SD-G3": "Er is nog geen chat." });
    const close = await closing(page);
    await type(page, app, assessment);
    await leave(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Diensten");
    close();
    await expect(page.getByRole("status").filter({ hasText: says })).toBeVisible();
    await page.getByRole("button", { name: back }).click();
    await there(page);
  });
}
