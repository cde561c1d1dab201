/** What printing changed, to put back. */
interface Before {
  theme: string | undefined;
  opened: HTMLDetailsElement[];
}

/**
 * Makes paper of a screen: light, and with everything unfolded. The style
 * sheet for print leaves the frame out.
 */
export function preparePrinting(): void {
  let before: Before | undefined;
  addEventListener("beforeprint", () => {
    const root = document.documentElement;
    const closed = [...document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")];
    before ??= { theme: root.dataset["theme"], opened: closed };
    root.dataset["theme"] = "light";
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    if (!before) return;
    if (before.theme !== undefined) document.documentElement.dataset["theme"] = before.theme;
    for (const details of before.opened) details.open = false;
    before = undefined;
  });
}
