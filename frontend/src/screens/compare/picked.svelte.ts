import { SvelteSet } from "svelte/reactivity";

/** What is ticked, kept while the user looks at a comparison and comes back. */
export const picked = new SvelteSet<string>();
