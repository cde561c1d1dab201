/** The rules of WCAG 2.1 at levels A and AA, by axe-core's tags. */
export const tagsRun = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

/** axe-core leaves what it tries out and what it withdrew alone, unless asked. */
export const tagsLeft = ["experimental", "deprecated"];

/** Good practice that is measured beside them. */
export const rulesRun = ["heading-order", "empty-heading", "page-has-heading-one"];

/** Rules that say nothing of a page without its style sheets. */
export const styleRules = ["color-contrast", "link-in-text-block"];
