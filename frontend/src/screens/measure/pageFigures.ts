import type { PageFigures, PageFinding, PageReply } from "../../pageframe/message";

/** The rules behind each figure. */
const families = {
  "page.contrast": ["color-contrast"],
  "page.language": ["html-has-lang", "html-lang-valid", "html-xml-lang-mismatch", "valid-lang"],
  "page.headings": ["heading-order", "empty-heading", "page-has-heading-one"],
  "page.links": ["link-name", "link-in-text-block", "own-vague-link"],
} as const;

/** Gives a figure of the page instrument: elements that break a rule. */
export function pageFigure(figures: PageFigures, measure: string): number {
  const rules: readonly string[] | undefined = families[measure as keyof typeof families];
  return figures.findings
    .filter((finding) => (rules ? rules.includes(finding.rule) : finding.wcag.length > 0))
    .reduce((sum, finding) => sum + finding.count, 0);
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
  return typeof data === "number" && Number.isFinite(data) && data >= 0 ? Math.floor(data) : 0;
}
