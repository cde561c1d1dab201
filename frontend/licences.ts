import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/** What ends up in the window, of others. */
const packages = ["@appuniversum/ember-appuniversum", "@fontsource/atkinson-hyperlegible", "axe-core", "clsx", "esm-env", "svelte"];

function licence(name: string): string {
  const folder = fileURLToPath(new URL(`./node_modules/${name}/`, import.meta.url));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} has no licence file`);
  return `${name}\n\n${readFileSync(folder + file, "utf8").trim()}\n`;
}

/** Puts the licences of what is bundled beside it, as they ask for. */
export function licences(): Plugin {
  return {
    name: "licences",
    apply: "build",
    generateBundle() {
      const source = packages.map(licence).join(`\n${"-".repeat(72)}\n\n`);
      this.emitFile({ type: "asset", fileName: "licences.txt", source });
    },
  };
}
