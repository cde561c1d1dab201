import type { Theme } from "../door/types";

/** What the system asks for. */
export interface SystemWish {
  dark: boolean;
  contrast: boolean;
}

/** The themes that there are styles for. */
export type Look = "light" | "dark" | "contrast";

/** Chooses the look: by hand, or as the system wishes. */
export function look(theme: Theme, wish: SystemWish): Look {
  if (theme !== "system") return theme;
  if (wish.contrast) return "contrast";
  return wish.dark ? "dark" : "light";
}
