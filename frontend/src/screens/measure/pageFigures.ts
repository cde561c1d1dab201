import { mostHeadings, type PageFigures, type PageFinding, type PageReply } from "../../pageframe/message";
import { count, isObject, objects, text, texts } from "./foreign";

/** The rules behind each figure. */
const families = {
  "page.contrast": ["color-contrast"],
  "page.language": ["html-has-lang", "html-lang-valid", "html-xml-lang-mismatch", "valid-lang"],
  "page.headings": ["heading-order", "empty-heading", "page-has-heading-one"],
  "page.link_names": ["link-name"],
  "page.link_words": ["own-vague-link"],
  // Of catalogues before the two were told apart.
  "page.links": ["link-name", "link-in-text-block", "own-vague-link"],
} as const;

/**
 * Gives a figure of the page instrument: elements that break a rule. Undefined
 * for what can't be measured on this page: contrast without the style sheets,
 * and that nothing at all is wrong without it.
 */
export function pageFigure(figures: PageFigures, measure: string): number | undefined {
  const rules: readonly string[] | undefined = families[measure as keyof typeof families];
  const found = figures.findings
    .filter((finding) => (rules ? rules.includes(finding.rule) : finding.wcag.length > 0))
    .reduce((sum, finding) => sum + finding.count, 0);
  const needsStyles = measure === "page.contrast" || (measure === "page.findings" && found === 0);
  return needsStyles && figures.missingStyles > 0 ? undefined : found;
}

/** A page with fewer words, and nothing to fill in, is most likely one that a script has yet to fill. */
const fewWords = 20;

/** Tells whether there is hardly anything on a page to measure. */
export function isEmpty({ words, controls }: PageFigures): boolean {
  return words < fewWords && controls === 0;
}

export type NotMeasured = "contrast" | "frames" | "media" | "orientation" | "scripts";

/** What a saved page doesn't show to an instrument, or this one doesn't. */
export function notMeasured({ missingStyles, frames, media }: PageFigures): NotMeasured[] {
  return [
    ...(missingStyles > 0 ? (["contrast"] as const) : []),
    ...(frames > 0 ? (["frames"] as const) : []),
    ...(media > 0 ? (["media"] as const) : []),
    "scripts",
    "orientation",
  ];
}

/** The findings by success criterion of WCAG, good practice last. */
export function byCriterion(findings: PageFinding[]): { wcag: string; findings: PageFinding[] }[] {
  const groups = new Map<string, PageFinding[]>();
  for (const finding of findings) {
    const name = finding.wcag[0] ?? "";
    groups.set(name, [...(groups.get(name) ?? []), finding]);
  }
  return [...groups]
    .map(([wcag, list]) => ({ wcag, findings: list }))
    .sort((a, b) => (a.wcag === "" ? 1 : b.wcag === "" ? -1 : a.wcag.localeCompare(b.wcag, undefined, { numeric: true })));
}

/** There are fewer rules. */
const mostFindings = 100;

/** Reads what came out of the frame: it was made from a foreign page, and may be anything. Undefined for what we never send. */
export function readReply(data: unknown): PageReply | undefined {
  if (!isObject(data)) return undefined;
  switch (data["kind"]) {
    case "ready":
    case "tooLarge":
      return { kind: data["kind"] };
    case "failed":
      return { kind: "failed", detail: text(data["detail"], 500) };
    case "measured": {
      const figures = readFigures(data["figures"]);
      return figures && { kind: "measured", figures };
    }
    default:
      return undefined;
  }
}

function readFigures(data: unknown): PageFigures | undefined {
  if (!isObject(data)) return undefined;
  const headings = objects(data["headings"], mostHeadings).map((heading) => ({ level: count(heading["level"]), text: text(heading["text"], 200) }));
  return {
    language: /^[a-z]{2}$/.exec(text(data["language"], 10))?.[0] ?? "",
    findings: objects(data["findings"], mostFindings).map((finding) => ({
      rule: text(finding["rule"], 80),
      wcag: texts(finding["wcag"], 20, 20).filter((criterion) => /^\d\.\d\.\d+$/.test(criterion)),
      help: text(finding["help"], 400),
      impact: text(finding["impact"], 20),
      count: count(finding["count"]),
      examples: texts(finding["examples"], 3, 200),
    })),
    toJudge: count(data["toJudge"]),
    elements: count(data["elements"]),
    lang: text(data["lang"], 40),
    title: text(data["title"], 200),
    headings,
    // An earlier version kept no number beside the list.
    headingCount: Math.max(count(data["headingCount"]), headings.length),
    links: count(data["links"]),
    words: count(data["words"]),
    controls: count(data["controls"]),
    frames: count(data["frames"]),
    media: count(data["media"]),
    missingStyles: count(data["missingStyles"]),
    removedScripts: count(data["removedScripts"]),
  };
}
