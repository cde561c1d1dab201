import { vitePreprocess } from "@sveltejs/vite-plugin-svelte";

export default {
  preprocess: vitePreprocess({ style: false }),
  compilerOptions: {
    runes: true,
    // Tables that show their rows as blocks in a narrow window need their roles spelled out.
    warningFilter: ({ code }) => code !== "a11y_no_redundant_roles",
  },
};
