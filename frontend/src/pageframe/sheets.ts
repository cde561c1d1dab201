import type { SheetFile } from "./message";
import type { Asked } from "./styles";

/** Makes of an address what it points to, without how it gets there. */
function target(address: string): string {
  return address.trim().replace(/#.*$/s, "").replace(/^(\.{0,2}\/)+/, "");
}

/** Gives the name of the file that an address points to, as a browser saves it. */
export function baseName(address: string): string {
  const [path = ""] = target(address).split("?");
  return plain(decoded(path.split(/[/\\]/).at(-1) ?? ""));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a percent sign that stands for itself
  }
}

function plain(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** Tells whether it is for paper or speech only. */
export function offScreen(media: string): boolean {
  return media.split(",").every((query) => /^\s*(only\s+)?(print|speech|aural|braille|embossed)\b/i.test(query));
}

/**
 * Tells whether it holds fonts only. Anybody's style sheet can be called
 * "css"; a browser that saves Google's writes "css2" and drops the query.
 */
export function holdsFonts(address: string): boolean {
  if (/^\s*(https?:)?\/\/(fonts\.googleapis\.com|fonts\.bunny\.net|use\.typekit\.net)\//i.test(address)) return true;
  const [, query] = target(address).split("?");
  const name = baseName(address);
  return query === undefined ? name === "css2" : /^css2?$/.test(name) && /(^|&)family=/i.test(query);
}

/** How much text of style sheets a page gets in all; one that asks for the same sheet over and over gets no more. */
const mostText = 20 << 20;

/** The style sheets that were chosen beside a page, and which of those that it asks for they are. */
export class Sheets {
  #unasked: SheetFile[];
  readonly #found = new Map<string, SheetFile>();
  readonly #missed = new Set<string>();
  #room = mostText;

  constructor(chosen: SheetFile[]) {
    this.#unasked = chosen;
  }

  /** Gives the file with the name of what is asked. One file is not two sheets of that name in different folders. */
  find({ address, media }: Asked): SheetFile | undefined {
    const key = target(address);
    const name = baseName(address);
    // A browser may add the extension.
    const file = this.#found.get(key) ?? this.#unasked.find((one) => [name, `${name}.css`].includes(plain(one.name)));
    if (file && file.text.length <= this.#room) {
      this.#room -= file.text.length;
      this.#found.set(key, file);
      this.#unasked = this.#unasked.filter((one) => one !== file);
      return file;
    }
    if (!offScreen(media) && !holdsFonts(address)) {
      this.#missed.add(key);
    }
    return undefined;
  }

  /** Files that nothing asks for by their name; they may have been renamed. */
  get unasked(): SheetFile[] {
    return this.#unasked;
  }

  /**
   * Counts the sheets for a screen that are not there. A file of another name
   * is none of them, unless no file has a name that is asked, and there are as
   * many as sheets: then somebody has saved them under names of their own.
   */
  get missing(): number {
    return this.#found.size === 0 && this.#unasked.length === this.#missed.size ? 0 : this.#missed.size;
  }
}
