/** The rules of WCAG 2.1 at levels A and AA, by axe-core's tags. */
export const tagsRun = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

/** Good practice that is measured beside them. */
export const rulesRun = ["heading-order", "empty-heading", "page-has-heading-one"];
