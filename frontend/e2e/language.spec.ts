import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "./app";
import { screens } from "./screens";

test.use({ sample: true });

type Messages = Record<string, string | Record<string, string>>;
/** The window's texts in a language. */
function read(lang: string): Messages {
  const files = ["answer", "carry", "compare", "improvement", "manual", "measure", "notification", "scope", "strategy", "sync", "table", "teamwork", "window"].map((name) => resolve(`../locales/${lang}/${name}.json`));
  return Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(file, "utf8")) as Messages)) as Messages;
}

const forms = (text: Messages[string]): string[] => (typeof text === "string" ? [text] : Object.values(text));

/** Dutch texts that are not the other language's too, without what is filled in. */
function dutchOnly(lang: string): string[] {
  const others = new Set(Object.values(read(lang)).flatMap(forms));
  return Object.entries(read("nl"))
    .filter(([key]) => key !== "language.name")
    .flatMap(([, text]) => forms(text))
    .filter((text) => !others.has(text) && !text.includes("{{") && text.length > 3);
}

const others = { en: ["English", "Settings"], fr: ["Français", "Paramètres"], de: ["Deutsch", "Einstellungen"] } as const;

for (const [lang, [name, settings]] of Object.entries(others)) test(`in ${name}, nothing of the window is left in Dutch`, async ({ page, app }) => {
  test.slow();
  await app.goTo("#/settings");
  await page.getByRole("radio", { name }).check();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(settings);
  await expect(page.locator("html")).toHaveAttribute("lang", lang);
  const dutch = dutchOnly(lang).map((text) => ({ text, whole: new RegExp(`(^|[.:·\\s])${escape(text)}($|[.:·\\s])`, "m") }));
  expect(dutch.length).toBeGreaterThan(200);
  for (const [screen, hash] of Object.entries(await screens(app))) {
    await app.goTo(hash);
    const shown = await page.evaluate(() => {
      // What says that it is Dutch may be, such as the name of the language.
      for (const element of document.querySelectorAll('body [lang="nl"]')) element.remove();
      const attributes = ["aria-label", "aria-valuetext", "placeholder", "title", "alt"];
      const spoken = [...document.querySelectorAll("*")].flatMap((e) => attributes.map((name) => e.getAttribute(name) ?? ""));
      return [document.title, ...(document.body.textContent?.split("\n") ?? []), ...spoken].map((text) => text.trim());
    });
    // As a whole text: a name that users gave may hold a word of ours.
    const lines = shown.filter((line) => !given(line)).join("\n");
    expect(dutch.filter(({ whole }) => whole.test(lines)).map(({ text }) => text), screen).toEqual([]);
  }
});

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The sample town's own words are Dutch in every language. */
function given(line: string): boolean {
  return /dienst |Dienst(en)? via|Voorbeeldgemeente|Afspraak aan het loket/.test(line);
}

/** The letter for yes in each language, and how a question begins in it. */
const letters = {
  en: ["y", /^(Do|Does|Can|Is|Are|Did|Will)\b/],
  fr: ["o", /^[^?]+\u00a0\?$/],
  de: ["j", /^[^?]+\?$/],
} as const;

for (const [lang, [yes, question]] of Object.entries(letters)) test(`the letters follow the language: ${lang}`, async ({ page, app }) => {
  const places = await screens(app);
  await app.call("SavePreferences", { language: lang, theme: "light" });
  await app.goTo(places["assessment"] ?? "");
  const title = page.getByRole("heading", { level: 1 });
  const before = await title.textContent();
  await expect(title).toHaveText(question); // the criteria are in the window's language
  await page.keyboard.press(yes === "j" ? "y" : "j");
  await expect(title).toHaveText(before ?? "");
  await page.keyboard.press(yes);
  await expect(title).not.toHaveText(before ?? "");
});
