/**
 * What the window and the page's frame say to each other. What comes out of
 * the frame was made from a foreign page: the window checks its shape, and
 * never renders it as markup.
 */
export interface PageRequest {
  html: string;
  /** Style sheets that were chosen beside the page. */
  css: SheetFile[];
  language: string;
}

export interface SheetFile {
  /** The file's name, without its folder. */
  name: string;
  text: string;
}

export interface PageFinding {
  /** Name of the rule, as axe-core has it; ours begin with "own-". */
  rule: string;
  /** Success criteria of WCAG 2.1, such as 1.4.3; none for good practice. */
  wcag: string[];
  /** What the rule asks, or what is wrong, in the language of the figures. */
  help: string;
  impact: string;
  /** Elements that break the rule. */
  count: number;
  /** The first of them, as markup to read: that of the page itself. */
  examples: string[];
}

export interface PageFigures {
  /** In which the rules are told; "" where that was not kept. */
  language: string;
  findings: PageFinding[];
  /** Rules that only a person can judge. */
  toJudge: number;
  elements: number;
  lang: string;
  title: string;
  /** The first of them. */
  headings: { level: number; text: string }[];
  headingCount: number;
  links: number;
  /** Words that can be seen. */
  words: number;
  /** Fields and buttons that can be seen. */
  controls: number;
  /** Frames that can be seen; what is in them is not. */
  frames: number;
  /** Sounds and videos. */
  media: number;
  /** Style sheets of the page that are not there, so that contrast can't be measured. */
  missingStyles: number;
  removedScripts: number;
}

export type PageReply = { kind: "ready" } | { kind: "measured"; figures: PageFigures } | { kind: "tooLarge" } | { kind: "failed"; detail: string };

/** More elements than that take the browser too long. */
export const maxElements = 15_000;

/** More headings are counted, and not listed. */
export const mostHeadings = 60;
