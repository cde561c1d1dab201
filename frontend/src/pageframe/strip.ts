import { withoutLoads } from "./styles";
import type { Twins } from "./twins";

/** Elements that run, load or lead away; what is in them goes too. */
const gone = "script, link, base, meta[http-equiv], applet, portal, noscript, source, track, template, animate, set, use, foreignObject";

/** Elements that load too, but whose place stays: something may point to it, and it may be hidden or not. */
const emptied = "iframe, frame, object, embed, audio, video";

/** What a place keeps of the element that stood there. */
const kept = ["id", "class", "style", "hidden", "aria-hidden", "aria-labelledby"];

/** Attributes that load or lead away. */
const loading = /^(src|srcset|data|poster|background|action|formaction|ping|manifest|cite|longdesc|xlink:href|target|download|autofocus|srcdoc)$/i;

/** Attributes that are written as in a style sheet. */
const styled = /^(style|fill|stroke|filter|mask|clip-path|cursor|marker|marker-(start|mid|end))$/i;

/**
 * Takes out of a page everything that could run or reach out. The frame's own
 * policy forbids it as well: this is the second lock.
 */
export function strip(page: Document, twins: Twins): void {
  for (const element of page.querySelectorAll(gone)) element.remove();
  for (const element of page.querySelectorAll(emptied)) {
    const place = placeOf(element);
    element.replaceWith(place);
    twins.replaced(element, place);
  }
  for (const element of page.querySelectorAll("*")) {
    for (const { name, value } of [...element.attributes]) {
      if (/^on/i.test(name) || (loading.test(name) && !value.startsWith("data:image/"))) element.removeAttribute(name);
      else if (name.toLowerCase() === "usemap" && !value.startsWith("#")) element.removeAttribute(name);
      else if (name.toLowerCase() === "href") stay(element, name, value);
      else if (styled.test(name)) element.setAttribute(name, withoutLoads(value));
    }
  }
  for (const style of page.querySelectorAll("style")) style.textContent = withoutLoads(style.textContent);
}

/** Gives what stands where an element stood that would load: an image of nothing, by its name if it has one. */
function placeOf(element: Element): Element {
  const place = element.ownerDocument.createElement("span");
  for (const name of kept) {
    const value = element.getAttribute(name);
    if (value !== null) place.setAttribute(name, value);
  }
  const name = element.getAttribute("aria-label") ?? element.getAttribute("title") ?? "";
  if (name.trim() !== "") place.setAttribute("aria-label", name);
  if (place.hasAttribute("aria-label") || place.hasAttribute("aria-labelledby")) place.setAttribute("role", "img");
  return place;
}

/** Leaves a link a link, and lets it lead nowhere; in anything else, the address would load something. */
function stay(element: Element, name: string, value: string): void {
  if (!element.matches("a, area")) element.removeAttribute(name);
  else if (!value.startsWith("#")) element.setAttribute(name, "#");
}
