/**
 * Matches a word of CSS with each letter as it is or as an escape: "\75rl" and
 * "u\rl" are "url" as well. A letter that is a hexadecimal digit has no escape
 * of the second kind.
 */
function word(letters: string): string {
  return [...letters]
    .map((letter) => {
      const codes = [...new Set([letter.toLowerCase(), letter.toUpperCase()])].map((form) => form.charCodeAt(0).toString(16));
      const plain = /[a-f]/i.test(letter) ? letter : String.raw`\\?${letter}`;
      return String.raw`(?:\\0{0,4}(?:${codes.join("|")})(?:\r\n|[ \t\r\n\f])?|${plain})`;
    })
    .join("");
}

const imports = new RegExp(`@${word("import")}`, "gi");
const addresses = new RegExp(String.raw`${word("url")}\([ \t\r\n\f]*(["']?)`, "gi");
const otherLoads = new RegExp(String.raw`(?:${["image-set", "image", "src"].map(word).join("|")})\(`, "gi");

/**
 * Makes a style sheet load nothing, and leaves the rest of it as it was. An
 * address becomes one that holds itself: an image is still known to be there,
 * and a colour in the same line still counts.
 */
export function withoutLoads(css: string): string {
  // Words are replaced, never taken out: what stands on either side can't become a new one.
  return css.replace(imports, "@none").replace(addresses, "url($1data:,").replace(otherLoads, "none(");
}

/** Style sheets that hold fonts only, by their address or the name that a browser saves them under. */
const fonts = /\b(fonts\.googleapis\.com|fonts\.bunny\.net|use\.typekit\.net)\b|(^|[/"'(])css2?(\?|["')]|$)/i;

/** Counts the style sheets that a page wants beside itself, to show on a screen. */
export function sheetsWanted(page: Document, css: string[]): number {
  const links = [...page.querySelectorAll("link[rel~='stylesheet' i]")].filter(
    (link) =>
      !link.matches("[rel~='alternate' i], [disabled]") &&
      !/^\s*(print|speech)\s*$/i.test(link.getAttribute("media") ?? "") &&
      !fonts.test(link.getAttribute("href") ?? ""),
  );
  const sheets = [...[...page.querySelectorAll("style")].map((style) => style.textContent), ...css];
  return links.length + sheets.reduce((sum, sheet) => sum + importsIn(sheet), 0);
}

/** Counts what a style sheet imports, fonts left aside. */
export function importsIn(css: string): number {
  const statement = new RegExp(`${imports.source}[^;]*`, "gi");
  return [...css.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(statement)].filter(([text]) => !fonts.test(text)).length;
}
