/**
 * Texts stand in locales, not in components: a letter between tags, or in an
 * attribute that somebody reads or hears, is one that nobody translates.
 */
const spoken = new Set(["alt", "aria-description", "aria-label", "aria-valuetext", "label", "legend", "hint", "placeholder", "text", "title", "intro"]);
const letter = /\p{L}/u;

/** @type {import("eslint").Rule.RuleModule} */
export default {
  meta: {
    type: "problem",
    schema: [],
    messages: { literal: "Text belongs in locales/<lang>/window.json: {{text}}" },
  },
  create(context) {
    const report = (node, text) => context.report({ node, messageId: "literal", data: { text: text.trim() } });
    const inMarkup = (node) => {
      for (let at = node.parent; at; at = at.parent) {
        if (at.type === "SvelteScriptElement" || at.type === "SvelteStyleElement") return false;
        if (at.type === "SvelteElement") return true;
      }
      return true;
    };
    return {
      SvelteText(node) {
        if (letter.test(node.value) && inMarkup(node)) report(node, node.value);
      },
      SvelteAttribute(node) {
        if (!spoken.has(node.key.name)) return;
        for (const value of node.value) {
          if (value.type === "SvelteLiteral" && letter.test(value.value)) report(value, value.value);
        }
      },
      // {"text"} between tags.
      "SvelteMustacheTag > Literal"(node) {
        if (typeof node.value === "string" && letter.test(node.value) && node.parent.parent.type === "SvelteElement") report(node, node.value);
      },
    };
  },
};
