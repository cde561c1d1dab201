import { focusable } from "./selectors";

/** Elements of a page that break a rule. */
export interface Broken {
  rule: string;
  elements: Element[];
}

/** What shows that an element is hidden says nothing about these. */
export const heardOrRead = new Set(["meta-refresh", "no-autoplay-audio"]);

/**
 * The rules about what is taken out before a page is shown, and so can't be
 * left to axe-core. They follow it; where it would ask a person to look, they
 * say what is missing.
 */
const checks: Record<string, (page: Document) => Element[]> = {
  "frame-title": (page) => frames(page).filter((frame) => !reachedNever(frame) && !named(frame)),
  "frame-title-unique": (page) => {
    const titled = frames(page).filter((frame) => titleOf(frame) !== "");
    return titled.filter((frame) => titled.some((other) => other !== frame && titleOf(other) === titleOf(frame)));
  },
  "frame-focusable-content": (page) => frames(page).filter((frame) => reachedNever(frame) && holdsFocusable(frame)),
  "meta-refresh": (page) => all(page, "meta[http-equiv='refresh' i][content]").filter((meta) => refreshes(meta.getAttribute("content") ?? "")),
  "no-autoplay-audio": (page) => all(page, "audio[autoplay], video[autoplay]").filter((media) => sounds(media) && !media.hasAttribute("controls")),
  "object-alt": (page) => all(page, "object[data]").filter((object) => !named(object)),
  "server-side-image-map": (page) => all(page, "a[href] img[ismap]"),
  "video-caption": (page) => all(page, "video").filter((video) => sounds(video) && !video.querySelector("track[kind='captions' i]")),
};

export const inertRules = Object.keys(checks);

/** Judges a page that was parsed and never shown. */
export function judge(page: Document): Broken[] {
  return Object.entries(checks).map(([rule, check]) => ({ rule, elements: check(page) }));
}

export function frames(page: Document): Element[] {
  return all(page, "iframe, frame");
}

/** Without scripts a browser shows what is in noscript; a visitor's does not. */
export function all(page: Document, selector: string): Element[] {
  return [...page.querySelectorAll(selector)].filter((element) => !element.closest("noscript"));
}

function titleOf(element: Element): string {
  return (element.getAttribute("title") ?? "").replace(/\s+/g, " ").trim().toLowerCase();
}

function named(element: Element): boolean {
  if (titleOf(element) !== "" || (element.getAttribute("aria-label") ?? "").trim() !== "") return true;
  if (/^(none|presentation)$/i.test(element.getAttribute("role")?.trim() ?? "") && !element.hasAttribute("tabindex")) return true;
  const ids = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  return ids.some((id) => element.ownerDocument.getElementById(id)?.textContent.trim());
}

/** The Tab key passes over it. */
function reachedNever(element: Element): boolean {
  return Number.parseInt(element.getAttribute("tabindex") ?? "", 10) < 0;
}

/** Looks in a frame whose content stands in the page itself. */
function holdsFocusable(frame: Element): boolean {
  const content = new DOMParser().parseFromString(frame.getAttribute("srcdoc") ?? "", "text/html");
  return content.querySelector(focusable) !== null;
}

/** At once is a redirect; after more than twenty hours it bothers nobody. */
function refreshes(content: string): boolean {
  const [delay = ""] = content.trim().split(/[;,\s]/);
  return /^[0-9.]+$/.test(delay) && Number.parseFloat(delay) > 0 && Number.parseFloat(delay) <= 72_000;
}

function sounds(media: Element): boolean {
  return !media.hasAttribute("muted") && (media.hasAttribute("src") || media.querySelector("source[src]") !== null);
}
