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

/** A style sheet that a page or another sheet asks for. */
export interface Asked {
  address: string;
  /** For which it is, as a media query; "" for all. */
  media: string;
}

const statement = new RegExp(
  `${imports.source}[ \\t\\r\\n\\f]*(?:${word("url")}\\([ \\t\\r\\n\\f]*)?(?:"([^"]*)"|'([^']*)'|([^"')\\s;]+))[ \\t\\r\\n\\f]*\\)?([^;]*)`,
  "gi",
);

/** Gives what a style sheet imports. */
export function importsIn(css: string): Asked[] {
  return [...css.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(statement)].map(([, double, single, bare, rest = ""]) => ({
    address: (double ?? single ?? bare ?? "").trim(),
    media: rest.replace(/^\s*layer\b(\s*\([^)]*\))?/i, "").replace(/^\s*supports\((?:[^()]|\([^()]*\))*\)/i, "").trim(),
  }));
}
