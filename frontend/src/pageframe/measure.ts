import axe from "axe-core";
import de from "axe-core/locales/de.json";
import fr from "axe-core/locales/fr.json";
import { maxElements, type PageFigures, type PageFinding, type PageRequest } from "./message";
import { rulesRun, tagsRun } from "./rules";
import { dutchRules } from "./rules.nl";
import { strip } from "./strip";
import { withoutLoads } from "./styles";

type Rules = Record<string, { description: string; help: string }>;

/** What the rules ask, by language. Without a translation, axe-core speaks English. */
const translations: Record<string, Rules> = {
  nl: Object.fromEntries(Object.entries(dutchRules).map(([rule, help]) => [rule, { description: help, help }])),
  fr: fr.rules,
  de: de.rules,
};

/** How much of an element is shown. */
const excerpt = 160;

export class TooLarge extends Error {}

/** Puts a page in this frame, without anything that runs, and measures it. */
export async function measure({ html, css, language }: PageRequest): Promise<PageFigures> {
  const page = new DOMParser().parseFromString(html, "text/html");
  const elements = page.querySelectorAll("*").length;
  if (elements > maxElements) throw new TooLarge();
  const { scripts, styles } = strip(page);
  put(page, css);
  const rules = translations[language];
  // The summaries of a locale are templates that need eval, which the frame's policy forbids.
  if (rules) axe.configure({ locale: { lang: language, rules } });
  const result = await axe.run(document, {
    runOnly: { type: "tag", values: tagsRun },
    rules: Object.fromEntries(rulesRun.map((rule) => [rule, { enabled: true }])),
    resultTypes: ["violations", "incomplete"],
    iframes: false,
  });
  const links = [...document.querySelectorAll("a[href]")];
  return {
    findings: [...result.violations.map(findingOf), ...vague(links, language)],
    toJudge: result.incomplete.length,
    elements,
    lang: document.documentElement.lang,
    title: document.title,
    headings: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].slice(0, 200).map((heading) => ({
      level: Number(heading.tagName.slice(1)),
      text: words(heading).slice(0, excerpt),
    })),
    links: links.length,
    missingStyles: Math.max(0, styles - css.length),
    removedScripts: scripts,
  };
}

function put(page: Document, css: string[]): void {
  const root = document.documentElement;
  for (const { name } of [...root.attributes]) root.removeAttribute(name);
  for (const { name, value } of page.documentElement.attributes) root.setAttribute(name, value);
  document.head.replaceChildren(...[...page.head.children].map((element) => document.importNode(element, true)));
  for (const sheet of css) {
    const style = document.createElement("style");
    style.textContent = withoutLoads(sheet);
    document.head.append(style);
  }
  document.body.replaceWith(document.importNode(page.body, true));
}

function findingOf(violation: axe.Result): PageFinding {
  return {
    rule: violation.id,
    wcag: violation.tags.flatMap((tag) => {
      const [, principle, guideline, criterion] = /^wcag(\d)(\d)(\d+)$/.exec(tag) ?? [];
      return principle && guideline && criterion ? [`${principle}.${guideline}.${criterion}`] : [];
    }),
    help: violation.help,
    impact: violation.impact ?? "",
    count: violation.nodes.length,
    examples: violation.nodes.slice(0, 3).map((node) => node.html.slice(0, excerpt)),
  };
}

/** Link texts that say nothing without what stands round them. axe-core finds empty ones only. */
const empty: Record<string, string> = {
  nl: "hier|klik hier|klik|lees meer|lees verder|meer|meer info|meer informatie|verder|deze link|link|download|via deze link|bekijk|info",
  fr: "ici|cliquez ici|lire la suite|plus|plus d'infos|en savoir plus|ce lien|lien|télécharger|suite|infos",
  de: "hier|hier klicken|klicken sie hier|mehr|mehr infos|mehr erfahren|weiterlesen|dieser link|link|download|infos",
  en: "here|click here|click|read more|more|more info|more information|learn more|this link|link|download|info",
};

function vague(links: Element[], language: string): PageFinding[] {
  const pageLanguage = document.documentElement.lang.slice(0, 2).toLowerCase();
  const texts = new Set((empty[pageLanguage] ?? empty[language] ?? "").split("|"));
  const found = links.filter((link) => texts.has(words(link).toLowerCase().replace(/[\s.…>»›:!]+$/g, "").replace(/’/g, "'")));
  if (found.length === 0) return [];
  return [
    { rule: "own-vague-link", wcag: ["2.4.4"], help: "", impact: "moderate", count: found.length, examples: found.slice(0, 3).map((link) => link.outerHTML.slice(0, excerpt)) },
  ];
}

function words(element: Element): string {
  return (element.getAttribute("aria-label") ?? element.textContent).replace(/\s+/g, " ").trim();
}
