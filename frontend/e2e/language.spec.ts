import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "./app";
import { screens } from "./screens";

test.use({ sample: true });

type Messages = Record<string, string | Record<string, string>>;
const read = (lang: string) => JSON.parse(readFileSync(resolve(`../locales/${lang}/window.json`), "utf8")) as Messages;

/** Dutch texts that are not English ones too, without what is filled in. */
function dutchOnly(): string[] {
  const [nl, en] = [read("nl"), read("en")];
  const english = new Set(Object.values(en).flatMap((text) => (typeof text === "string" ? text : Object.values(text))));
  return Object.entries(nl)
    .filter(([key]) => key !== "language.name")
    .flatMap(([, text]) => (typeof text === "string" ? text : Object.values(text)))
    .filter((text) => !english.has(text) && !text.includes("{{") && text.length > 3);
}

test("in English, nothing of the window is left in Dutch", async ({ page, app }) => {
  await app.goTo("#/settings");
  await page.getByRole("radio", { name: "English" }).check();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Settings");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  const dutch = dutchOnly();
  expect(dutch.length).toBeGreaterThan(200);
  for (const [screen, hash] of Object.entries(await screens(app))) {
    await app.goTo(hash);
    const shown = await page.evaluate(() => {
      // What says that it is Dutch may be: the criteria, and the name of the language.
      for (const element of document.querySelectorAll('body [lang="nl"]')) element.remove();
      const attributes = ["aria-label", "aria-valuetext", "placeholder", "title", "alt"];
      const spoken = [...document.querySelectorAll("*")].flatMap((e) => attributes.map((name) => e.getAttribute(name) ?? ""));
      return [document.title, ...(document.body.textContent?.split("\n") ?? []), ...spoken].map((text) => text.trim());
    });
    // As a whole text: a name that users gave may hold a word of ours.
    const left = dutch.filter((text) => shown.some((line) => new RegExp(`(^|[.:·\\s])${escape(text)}($|[.:·\\s])`).test(line) && !given(line)));
    expect(left, screen).toEqual([]);
  }
});

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The sample town's own words are Dutch in every language. */
function given(line: string): boolean {
  return /dienst |Dienst(en)? via|Voorbeeldgemeente/.test(line);
}

test("the letters follow the language", async ({ page, app }) => {
  const places = await screens(app);
  await app.call("SavePreferences", { language: "en", theme: "light" });
  await app.goTo(places["assessment"] ?? "");
  const question = page.getByRole("heading", { level: 1 });
  const before = await question.textContent();
  await expect(question).toHaveText(/^(Do|Does|Can|Is|Are|Did|Will)\b/); // the criteria are in the window's language
  await page.keyboard.press("j");
  await expect(question).toHaveText(before ?? "");
  await page.keyboard.press("y");
  await expect(question).not.toHaveText(before ?? "");
});
