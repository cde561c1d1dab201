import { all } from "./inert";
import { offScreen, type Sheets } from "./sheets";
import { importsIn } from "./styles";

/** What a page asks for, and what a script makes of a preload. */
const asking = "link[rel~='stylesheet' i]:not([rel~='alternate' i], [disabled]), link[rel~='preload' i][as='style' i][onload]";

/** What it does not use until a visitor or a script does. */
const unused = "link[rel~='stylesheet' i]:is([rel~='alternate' i], [disabled])";

/** Puts the chosen style sheets where the page asks for them, in that order; what it does not ask for comes last. */
export function dress(page: Document, sheets: Sheets): void {
  for (const element of all(page, `${asking}, style`)) {
    if (element.matches("style")) {
      const media = element.getAttribute("media") ?? "";
      element.before(...importedBy(element.textContent, media, sheets, []).map((text) => styleOf(page, text, media)));
      continue;
    }
    const media = mediaOf(element);
    element.replaceWith(...textsOf(element.getAttribute("href") ?? "", media, sheets).map((text) => styleOf(page, text, media)));
  }
  // A file that the page names, but does not use, is none of those that it may use under another name.
  for (const link of all(page, unused)) sheets.find({ address: link.getAttribute("href") ?? "", media: "print" });
  page.head.append(...sheets.unasked.map(({ text }) => styleOf(page, text, "")));
}

/** Until it is loaded, a sheet may be for paper only: its onload makes it one for a screen. */
function mediaOf(link: Element): string {
  const media = link.getAttribute("media") ?? "";
  const onload = link.getAttribute("onload") ?? "";
  return /\bmedia\b/i.test(onload) || (onload !== "" && offScreen(media)) ? "" : media;
}

/** Gives a sheet, after those that it imports. */
function textsOf(address: string, media: string, sheets: Sheets, within: string[] = []): string[] {
  if (address.trim() === "") return [];
  const file = sheets.find({ address, media });
  if (!file || within.includes(file.name)) return [];
  return [...importedBy(file.text, media, sheets, [...within, file.name]), file.text];
}

function importedBy(css: string, media: string, sheets: Sheets, within: string[]): string[] {
  return importsIn(css).flatMap((asked) => {
    const texts = textsOf(asked.address, offScreen(media) ? media : asked.media, sheets, within);
    return asked.media === "" ? texts : texts.map((text) => `@media ${asked.media} {${text}}`);
  });
}

function styleOf(page: Document, css: string, media: string): Element {
  const style = page.createElement("style");
  if (media !== "") style.setAttribute("media", media);
  style.textContent = css;
  return style;
}
