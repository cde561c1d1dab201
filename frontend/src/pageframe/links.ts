import axe from "axe-core";

/** Link texts that say nothing without what stands round them. axe-core finds empty ones only. */
const empty: Record<string, string> = {
  nl: "hier|klik hier|klik|lees meer|lees verder|meer|meer info|meer informatie|verder|deze link|link|download|via deze link|bekijk|info",
  fr: "ici|cliquez ici|lire la suite|plus|plus d'infos|en savoir plus|ce lien|lien|télécharger|suite|infos",
  de: "hier|hier klicken|klicken sie hier|mehr|mehr infos|mehr erfahren|weiterlesen|dieser link|link|download|infos",
  en: "here|click here|click|read more|more|more info|more information|learn more|this link|link|download|info",
};

/** Finds the links whose words say nothing, in the language of the page, else that of the window. */
export function vagueLinks(links: Element[], language: string): Element[] {
  const pageLanguage = document.documentElement.lang.slice(0, 2).toLowerCase();
  const texts = new Set((empty[pageLanguage] ?? empty[language] ?? "").split("|"));
  return links.filter((link) => texts.has(nameOf(link).toLowerCase().replace(/[\s.…>»›:!]+$/g, "").replace(/’/g, "'")));
}

/** Gives what a screen reader says of an element that is shown. Only between axe.setup and axe.teardown. */
export function nameOf(element: Element): string {
  return axe.commons.text.accessibleText(element).replace(/\s+/g, " ").trim();
}
