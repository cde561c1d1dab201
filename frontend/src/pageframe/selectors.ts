/** What a visitor fills in or presses. */
export const controls = "input:not([type='hidden' i]), select, textarea, button";

/** What the Tab key stops at. */
export const focusable = `a[href], area[href], ${controls}, summary, [tabindex]:not([tabindex^='-'])`;
