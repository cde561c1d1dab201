import * as date from "./date";
import { defaultLanguage, type Key, languages } from "./languages";
import { type Args, translate } from "./translate";

function missing(what: string): string {
  if (import.meta.env.DEV || import.meta.env.MODE === "test") throw new Error(`missing text: ${what}`);
  return what;
}

/** The language of the window. Everything that reads a text follows a switch. */
class Language {
  #code = $state(defaultLanguage);

  get code(): string {
    return this.#code;
  }

  /** Switches, to the default where there are no texts in a language. */
  use(code: string): void {
    this.#code = code in languages ? code : defaultLanguage;
  }
}

export const language = new Language();

/** Gives a text in the language of the window. */
export function t(key: Key, args?: Args): string {
  return translate(language.code, languages[language.code] ?? {}, key, args, missing);
}

/** Tells whether a key has a text; for keys that come from the program. */
export function hasText(key: string): key is Key {
  return key in (languages[language.code] ?? {});
}

/** Languages to choose from, each by its own name. */
export const languageChoices: { code: string; name: string }[] = ["nl", "fr", "de", "en"]
  .filter((code) => code in languages)
  .map((code) => ({ code, name: String(languages[code]?.["language.name" satisfies Key]) }));

/** 1.234.567 */
export function number(value: number): string {
  return new Intl.NumberFormat(language.code).format(value);
}

/** € 1.234 */
export function euro(value: number): string {
  return new Intl.NumberFormat(language.code, { style: "currency", currency: "EUR", maximumFractionDigits: 0 }).format(value);
}

/** 80 % or 80%, as the reports in that language write it. */
export function percent(value: number): string {
  return t("percent", { Value: value });
}

/** 23 november 2026 */
export const day = (moment: string): string => date.day(language.code, moment);

/** 23 november 2026, 14:03 */
export const dayAndTime = (moment: string): string => date.dayAndTime(language.code, moment);

/** 14:03 today, 23 november 14:03 on another day. */
export const shortTime = (moment: string): string => date.shortTime(language.code, moment, new Date());

/** maart 2027 */
export const month = (planned: string): string => date.month(language.code, planned);

/** januari to december */
export const monthNames = (): string[] => date.monthNames(language.code);

/** Words in a sentence: a, b en c. */
export function list(words: string[]): string {
  return new Intl.ListFormat(language.code, { type: "conjunction" }).format(words);
}

/** 14:03 */
export const timeOfDay = (moment: string): string => date.time(language.code, moment);
