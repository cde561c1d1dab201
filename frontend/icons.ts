import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/** The icons in use, by what they mean here; the value is their name in the design system. */
const inUse = {
  actions: "direction-sign",
  add: "plus",
  aids: "wrench",
  alert: "alert-triangle",
  back: "nav-left",
  cancel: "cross",
  check: "check",
  assess: "file-tasks-check",
  clock: "clock",
  compare: "content-view-column",
  copy: "copy",
  document: "document",
  down: "chevron-down",
  edit: "pencil",
  export: "file-download",
  follows: "link",
  forward: "nav-right",
  external: "link-external",
  measure: "pencil-ruler",
  help: "question-circle",
  home: "places-home",
  info: "info-circle",
  keyboard: "keyboard",
  menu: "menu",
  print: "printer",
  remove: "bin",
  search: "search",
  services: "list-bullets",
  settings: "settings",
  strategy: "book",
  submit: "upload",
  sync: "synchronize",
  redo: "redo",
  table: "table",
  undo: "undo",
} as const;

const folder = fileURLToPath(new URL("./node_modules/@appuniversum/ember-appuniversum/public/icons/", import.meta.url));

/** Gives the outline of an icon as one path, which a component can draw without inserting markup. */
function outline(name: string): string {
  const svg = readFileSync(`${folder}${name}.svg`, "utf8");
  if (!svg.includes('viewBox="0 0 24 24"') || /<(?!\/?(svg|path|polygon)\b)/.test(svg)) {
    throw new Error(`icon ${name} is not made of paths on a 24 by 24 grid`);
  }
  const paths = [...svg.matchAll(/<path[^>]*\sd="([^"]+)"/g)].map((match) => match[1]);
  const polygons = [...svg.matchAll(/<polygon[^>]*\spoints="([^"]+)"/g)].map((match) => `M${match[1]}Z`);
  return [...paths, ...polygons].join("");
}

const id = "virtual:icons";

/** Serves `virtual:icons`: the outlines of the icons in use, by name. */
export function icons(): Plugin {
  return {
    name: "icons",
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(source) {
      if (source !== `\0${id}`) return undefined;
      const outlines = Object.fromEntries(Object.entries(inUse).map(([name, file]) => [name, outline(file)]));
      return `export const outlines = ${JSON.stringify(outlines)};`;
    },
  };
}

export type IconName = keyof typeof inUse;
