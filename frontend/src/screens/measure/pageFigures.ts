import type { PageFigures, PageFinding, PageReply } from "../../pageframe/message";

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

/** Gives a figure of the page instrument: elements that break a rule. Undefined for what can't be measured on this page. */
export function pageFigure(figures: PageFigures, measure: string): number | undefined {
  if (measure === "page.contrast" && figures.missingStyles > 0) return undefined;
  const rules: readonly string[] | undefined = families[measure as keyof typeof families];
  return figures.findings
    .filter((finding) => (rules ? rules.includes(finding.rule) : finding.wcag.length > 0))
    .reduce((sum, finding) => sum + finding.count, 0);
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

/** No page has more of anything: its words are in at most 5 MB. */
const mostCounted = 5 << 20;

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
  return {
    findings: list(data["findings"], 200).map((finding) => ({
      rule: text(finding["rule"], 80),
      wcag: strings(finding["wcag"]).filter((criterion) => /^\d\.\d\.\d+$/.test(criterion)),
      help: text(finding["help"], 400),
      impact: text(finding["impact"], 20),
      count: count(finding["count"]),
      examples: strings(finding["examples"]).slice(0, 3),
    })),
    toJudge: count(data["toJudge"]),
    elements: count(data["elements"]),
    lang: text(data["lang"], 40),
    title: text(data["title"], 200),
    headings: list(data["headings"], 200).map((heading) => ({ level: count(heading["level"]), text: text(heading["text"], 200) })),
    links: count(data["links"]),
    words: count(data["words"]),
    controls: count(data["controls"]),
    frames: count(data["frames"]),
    media: count(data["media"]),
    missingStyles: count(data["missingStyles"]),
    removedScripts: count(data["removedScripts"]),
  };
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null;
}

function list(data: unknown, most: number): Record<string, unknown>[] {
  return Array.isArray(data) ? data.filter(isObject).slice(0, most) : [];
}

function strings(data: unknown): string[] {
  return Array.isArray(data) ? data.slice(0, 20).map((item) => text(item, 200)) : [];
}

function text(data: unknown, longest: number): string {
  return typeof data === "string" ? data.slice(0, longest) : "";
}

function count(data: unknown): number {
  return typeof data === "number" && data >= 0 ? Math.min(Math.floor(data), mostCounted) : 0;
}
