import type sync from "../../../../locales/nl/sync.json";
import type manual from "../../../../locales/nl/manual.json";
import type measure from "../../../../locales/nl/measure.json";
import type strategy from "../../../../locales/nl/strategy.json";
import type wcag from "../../../../locales/nl/wcag.json";
import type nl from "../../../../locales/nl/window.json";
import type { Messages } from "./translate";

/** The keys of the window's texts. One that does not exist does not compile. */
export type Key = keyof typeof nl | keyof typeof sync | keyof typeof strategy | keyof typeof measure | keyof typeof manual | keyof typeof wcag;

const files = import.meta.glob<Messages>("../../../../locales/*/{window,sync,strategy,measure,manual,wcag}.json", { eager: true, import: "default" });

/** The window's texts by language, from the files that the rest of the program uses too. */
export const languages: Readonly<Record<string, Messages>> = byLanguage();

function byLanguage(): Record<string, Messages> {
  const all: Record<string, Messages> = {};
  for (const [path, messages] of Object.entries(files)) {
    const lang = path.split("/").at(-2) ?? "";
    all[lang] = { ...all[lang], ...messages };
  }
  return all;
}

/** The language of the strategy, for whoever has not chosen. */
export const defaultLanguage = "nl";
