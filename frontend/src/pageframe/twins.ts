/**
 * Pairs the elements of a page as it came with those of the copy that is
 * shown: what is found in the copy is told in the page's own words.
 */
export class Twins {
  readonly #original = new Map<Element, Element>();
  readonly #shown = new Map<Element, Element>();

  constructor(page: Document, copy: Document) {
    const copies = copy.querySelectorAll("*");
    page.querySelectorAll("*").forEach((element, i) => {
      const twin = copies[i];
      if (twin) this.#pair(element, twin);
    });
  }

  /** Another element stands where one of the copy stood. */
  replaced(before: Element, after: Element): void {
    this.#pair(this.originalOf(before), after);
  }

  originalOf(shown: Element): Element {
    return this.#original.get(shown) ?? shown;
  }

  shownOf(original: Element): Element | undefined {
    return this.#shown.get(original);
  }

  #pair(original: Element, shown: Element): void {
    this.#original.set(shown, original);
    this.#shown.set(original, shown);
  }
}
