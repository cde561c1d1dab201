import type answer from "../../../../locales/nl/answer.json";
import type carry from "../../../../locales/nl/carry.json";
import type compare from "../../../../locales/nl/compare.json";
import type improvement from "../../../../locales/nl/improvement.json";
import type manual from "../../../../locales/nl/manual.json";
import type measure from "../../../../locales/nl/measure.json";
import type notification from "../../../../locales/nl/notification.json";
import type scope from "../../../../locales/nl/scope.json";
import type strategy from "../../../../locales/nl/strategy.json";
import type sync from "../../../../locales/nl/sync.json";
import type table from "../../../../locales/nl/table.json";
import type teamwork from "../../../../locales/nl/teamwork.json";
import type wcag from "../../../../locales/nl/wcag.json";
import type nl from "../../../../locales/nl/window.json";
import type { Messages } from "./translate";

type Texts = typeof answer &
  typeof carry &
  typeof compare &
  typeof improvement &
  typeof manual &
  typeof measure &
  typeof notification &
  typeof nl &
  typeof scope &
  typeof strategy &
  typeof sync &
  typeof table &
  typeof teamwork &
  typeof wcag;

/** The keys of the window's texts. One that does not exist does not compile. */
export type Key = keyof Texts;

const files = import.meta.glob<Messages>(
  "../../../../locales/*/{answer,carry,compare,improvement,manual,measure,notification,scope,strategy,sync,table,teamwork,wcag,window}.json",
  { eager: true, import: "default" },
);

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
