import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import ts from "typescript-eslint";
import noLiteralText from "./eslint-rules/no-literal-text.js";
import svelteConfig from "./svelte.config.js";

/** Who may import whom, with the reason. */
const arrow = (files, group, message) => ({
  files,
  rules: { "no-restricted-imports": ["error", { patterns: [{ group, message }] }] },
});

export default ts.config(
  { ignores: ["dist/", "node_modules/", "playwright-report/", "test-results/"] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...ts.configs.stylistic,
  ...svelte.configs.recommended,
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig } },
  },
  {
    files: ["src/**"],
    plugins: { own: { rules: { "no-literal-text": noLiteralText } } },
    rules: {
      "own/no-literal-text": "error",
      // Undo takes the place of asking, and the browser's boxes cannot be styled or translated.
      "no-alert": "error",
      "no-undef": "off", // TypeScript knows better
      "svelte/no-at-html-tags": "error",
      "svelte/no-inline-styles": "error", // the content security policy refuses them
      "svelte/no-navigation-without-resolve": "off", // SvelteKit's; our addresses are hashes
      "svelte/prefer-svelte-reactivity": "off", // the maps in question are not shown
      "@typescript-eslint/no-confusing-void-expression": "off",
      "no-restricted-globals": ["error", { name: "fetch", message: "Calls go through lib/door." }, { name: "EventSource", message: "Events come through lib/door." }],
    },
  },
  { files: ["src/lib/door/**"], rules: { "no-restricted-globals": "off" } },
  arrow(["src/lib/**"], ["**/components/**", "**/frame/**", "**/screens/**"], "lib knows nothing of what is drawn."),
  arrow(["src/components/**"], ["**/frame/**", "**/screens/**"], "What is shared knows nothing of the screens that share it."),
  arrow(
    ["src/screens/**"],
    ["**/frame/**", "../assessment/*", "../home/*", "../result/*", "../services/*", "../settings/*", "../start/*", "../sync/*"],
    "Screens know nothing of each other: they meet in lib and components.",
  ),
);
