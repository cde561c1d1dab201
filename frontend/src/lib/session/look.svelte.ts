import type { Theme } from "../door/types";
import { look } from "./theme";

const dark = matchMedia("(prefers-color-scheme: dark)");
const contrast = matchMedia("(prefers-contrast: more)");
let chosen: Theme = "system";

function dress(): void {
  document.documentElement.dataset["theme"] = look(chosen, { dark: dark.matches, contrast: contrast.matches });
}

/** Dresses the page in a theme, and keeps following the system where that is the theme. */
export function wear(theme: Theme): void {
  chosen = theme;
  dress();
}

dark.addEventListener("change", dress);
contrast.addEventListener("change", dress);
