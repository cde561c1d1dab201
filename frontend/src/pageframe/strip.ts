import { withoutLoads } from "./styles";

/** Elements that run, load or lead away; what is in them goes too. */
const gone = "script, link, base, meta[http-equiv], iframe, frame, object, embed, applet, portal, noscript, audio, video, source, track, animate, set, use, foreignObject";

/** Attributes that load or lead away. */
const loading = /^(src|srcset|data|poster|background|action|formaction|ping|manifest|cite|longdesc|usemap|xlink:href|target|download|autofocus|srcdoc)$/i;

/**
 * Takes out of a page everything that could run or reach out. The frame's own
 * policy forbids it as well: this is the second lock.
 */
export function strip(page: Document): { scripts: number; styles: number } {
  const scripts = page.querySelectorAll("script").length;
  const styles = page.querySelectorAll("link[rel~=stylesheet i]").length;
  for (const element of page.querySelectorAll(gone)) element.remove();
  for (const template of page.querySelectorAll("template")) template.remove();
  for (const element of page.querySelectorAll("*")) {
    for (const { name, value } of [...element.attributes]) {
      if (/^on/i.test(name) || (loading.test(name) && !value.startsWith("data:image/"))) element.removeAttribute(name);
      else if (name.toLowerCase() === "href") stay(element, name, value);
      else if (name.toLowerCase() === "style") element.setAttribute(name, withoutLoads(value));
    }
  }
  for (const style of page.querySelectorAll("style")) style.textContent = withoutLoads(style.textContent);
  return { scripts, styles };
}

/** Leaves a link a link, and lets it lead nowhere; in anything else, the address would load something. */
function stay(element: Element, name: string, value: string): void {
  if (!element.matches("a, area")) element.removeAttribute(name);
  else if (!value.startsWith("#")) element.setAttribute(name, "#");
}
