import axe from "axe-core";
import de from "axe-core/locales/de.json";
import fr from "axe-core/locales/fr.json";
import { dress } from "./dress";
import { all, frames, heardOrRead, inertRules, judge } from "./inert";
import { nameOf, vagueLinks } from "./links";
import { maxElements, mostHeadings, type PageFigures, type PageFinding, type PageRequest } from "./message";
import { rulesRun, styleRules, tagsRun } from "./rules";
import { lackingRules } from "./rules.lacking";
import { dutchRules } from "./rules.nl";
import { controls } from "./selectors";
import { Sheets } from "./sheets";
import { strip } from "./strip";
import { Twins } from "./twins";

type Rules = Record<string, { description: string; help: string }>;

/** The words of the rules, by language. Without a translation, axe-core speaks English. */
const translations: Record<string, Rules> = {
  nl: rules(dutchRules),
  fr: { ...fr.rules, ...rules(lackingRules.fr) },
  de: { ...de.rules, ...rules(lackingRules.de) },
};

/** How much of an element is shown. */
const excerpt = 160;

export class TooLarge extends Error {}

/** Puts a page in this frame, without anything that runs, and measures it. */
export async function measure({ html, css, language }: PageRequest): Promise<PageFigures> {
  const page = new DOMParser().parseFromString(html, "text/html");
  const elements = page.querySelectorAll("*").length;
  if (elements > maxElements) throw new TooLarge();
  const broken = judge(page);
  const copy = page.cloneNode(true) as Document;
  const twins = new Twins(page, copy);
  const sheets = new Sheets(css);
  dress(copy, sheets);
  strip(copy, twins);
  put(copy, twins);
  const seen = (element: Element): boolean => isShown(twins.shownOf(element));

  const help = translations[language];
  // The summaries of a locale are templates that need eval, which the frame's policy forbids.
  if (help) axe.configure({ locale: { lang: language, rules: help } });
  const off = [...inertRules, ...(sheets.missing > 0 ? styleRules : [])];
  const result = await axe.run(document, {
    runOnly: { type: "tag", values: tagsRun },
    rules: Object.fromEntries([...rulesRun.map((rule) => [rule, { enabled: true }]), ...off.map((rule) => [rule, { enabled: false }])]),
    resultTypes: ["violations", "incomplete"],
    elementRef: true,
    iframes: false,
  });
  const links = [...document.querySelectorAll("a[href]")].filter(isShown);
  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  axe.setup(document);
  const vague = vagueLinks(links, language);
  const outline = headings.slice(0, mostHeadings).map((heading) => ({
    level: Number(heading.tagName.slice(1)),
    text: (nameOf(heading) || heading.textContent.replace(/\s+/g, " ").trim()).slice(0, excerpt),
  }));
  axe.teardown();
  const original = (found: Element[]): Element[] => found.map((element) => twins.originalOf(element));
  return {
    language: help ? language : "en",
    findings: [
      ...result.violations.map((violation) => findingOf(violation, original(violation.nodes.flatMap(({ element }) => element ?? [])))),
      ...broken.map(({ rule, elements: found }) => findingOf(ruleOf(rule), heardOrRead.has(rule) ? found : found.filter(seen))),
      findingOf({ id: "own-vague-link", tags: ["wcag244"], help: "", impact: "moderate" }, original(vague)),
    ].filter(({ count }) => count > 0),
    toJudge: result.incomplete.length,
    elements,
    lang: document.documentElement.lang,
    title: document.title,
    headings: outline,
    headingCount: headings.length,
    links: links.length,
    words: document.body.innerText.match(/\p{L}[\p{L}\p{N}'’-]*/gu)?.length ?? 0,
    controls: [...document.querySelectorAll(controls)].filter(isShown).length,
    frames: frames(page).filter(seen).length,
    media: all(page, "audio, video").length,
    missingStyles: sheets.missing,
    removedScripts: page.querySelectorAll("script").length,
  };
}

/** Shows the page in place of this frame's own. Its elements move: their twins still know them. */
function put(page: Document, twins: Twins): void {
  const root = document.documentElement;
  for (const { name } of [...root.attributes]) root.removeAttribute(name);
  for (const { name, value } of page.documentElement.attributes) root.setAttribute(name, value);
  twins.replaced(page.documentElement, root);
  twins.replaced(page.head, document.head);
  document.head.replaceChildren(...[...page.head.children].map((element) => document.adoptNode(element)));
  document.body.replaceWith(document.adoptNode(page.body));
}

function isShown(element: Element | undefined): boolean {
  if (!element || element.getClientRects().length === 0 || element.closest("[aria-hidden='true']")) return false;
  return getComputedStyle(element).visibility === "visible";
}

function rules(help: Record<string, string>): Rules {
  return Object.fromEntries(Object.entries(help).map(([rule, text]) => [rule, { description: text, help: text }]));
}

type Rule = Pick<axe.Result, "id" | "tags" | "help" | "impact">;

function ruleOf(id: string): Rule {
  const { tags = [], help = "" } = axe.getRules().find(({ ruleId }) => ruleId === id) ?? {};
  return { id, tags, help };
}

/** Tells what broke a rule, in the page's own markup. */
function findingOf({ id, tags, help, impact }: Rule, elements: Element[]): PageFinding {
  return {
    rule: id,
    wcag: tags.flatMap((tag) => {
      const [, principle, guideline, criterion] = /^wcag(\d)(\d)(\d+)$/.exec(tag) ?? [];
      return principle && guideline && criterion ? [`${principle}.${guideline}.${criterion}`] : [];
    }),
    help,
    impact: impact ?? "",
    count: elements.length,
    examples: elements.slice(0, 3).map((element) => element.outerHTML.slice(0, excerpt)),
  };
}
