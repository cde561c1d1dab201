import type { Page } from "@playwright/test";
import type { Press } from "./press";

/**
 * Counts what hands do on a page, from the browser's own trusted events: a test
 * that fills in a field behind their back would count nothing, and fails.
 */
export class Watch {
  #presses: Press[] = [];
  #words = 0;

  static async on(page: Page): Promise<Watch> {
    const watch = new Watch();
    await page.exposeFunction("burdenPress", (press: Press) => void watch.#presses.push(press));
    await page.addInitScript(listen);
    return watch;
  }

  /** What was done since the start. */
  get presses(): readonly Press[] {
    return this.#presses;
  }

  get words(): number {
    return this.#words;
  }

  /** Counts the words of a text that has to be read. */
  reads(text: string): void {
    this.#words += text.split(/\s+/).filter((word) => word !== "").length;
  }

  /** Starts counting here: what went before only prepares. */
  reset(): void {
    this.#presses = [];
    this.#words = 0;
  }
}

/** Runs in the page. */
function listen(): void {
  const told = (press: Press) => (globalThis as unknown as { burdenPress: (press: Press) => void }).burdenPress(press);
  const modifiers = ["Control", "Shift", "Alt", "Meta", "AltGraph"];
  addEventListener(
    "keydown",
    (event) => {
      if (!event.isTrusted || event.repeat || modifiers.includes(event.key)) return;
      const target = event.target instanceof HTMLElement ? event.target : undefined;
      const typing = target?.matches("textarea, input:not([type=checkbox]):not([type=radio]):not([type=button]), [contenteditable=true]") ?? false;
      told({ device: "keyboard", text: typing && event.key.length === 1 && !event.ctrlKey && !event.metaKey });
    },
    { capture: true },
  );
  addEventListener(
    "pointerdown",
    (event) => {
      if (event.isTrusted) told({ device: "pointer", text: false });
    },
    { capture: true },
  );
}
