/** Figures that were typed wrongly when the screen was left, by assessment and indicator. Coming back finds them, with what is wrong. */
export const leftFigures = new Map<string, string>();
