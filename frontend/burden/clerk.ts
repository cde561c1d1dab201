import type { Page } from "@playwright/test";
import type { App } from "../e2e/app";
import type { Assessment, Catalogue } from "../src/lib/door/types";
import { expect } from "./task";
import type { Watch } from "./watch";

/** What a town explains, as a clerk would write it. */
export const explanation = "Nog niet. Dit komt in de nieuwe versie, in het voorjaar van 2027.";

/** Why a criterion does not apply, where nothing says so by itself. */
export const reason = "Dat komt bij deze dienst niet voor.";

export const question = (page: Page) => page.getByRole("heading", { level: 1 });

/** The criterion that is asked, by its code in the address. */
export const place = (page: Page) => new URL(page.url()).hash.split("/").at(-1) ?? "";

/** Reads the question that is asked, and answers it with one key; for a no or a not applicable, with a text too. */
export async function answer(page: Page, hands: Watch, catalogue: Catalogue, key: string, text = ""): Promise<void> {
  const code = place(page);
  hands.reads(catalogue.criteria.find((criterion) => criterion.code === code)?.question ?? "");
  await page.keyboard.press(key);
  if (text !== "") {
    await expect(page.getByRole("textbox", { name: /./ }).first()).toBeFocused();
    await page.keyboard.type(text);
    await page.keyboard.press("Control+Enter");
  }
  await expect.poll(() => place(page)).not.toBe(code);
  await expect(question(page)).toBeFocused();
}

/** The latest assessment of the only service. */
export async function latest(app: App): Promise<Assessment> {
  const { services } = await app.call<{ services: { assessments: { id: string; startedAt: string }[] }[] }>("Services");
  const [newest] = (services[0]?.assessments ?? []).toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
  return app.call<Assessment>("Assessment", { id: newest?.id });
}
