import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { join } from "node:path";
import type { Service } from "../src/lib/door/types";
import { type App, expect } from "./app";

const samples = join(import.meta.dirname, "../../testdata/instruments");

/** The path of a sample for the instruments. */
export const sample = (name: string): string => join(samples, name);

/** Gives an assessment that is running. */
export async function running(app: App): Promise<string> {
  const { services } = await app.call<{ services: Service[] }>("Services");
  const found = services.flatMap((service) => service.assessments).find((assessment) => assessment.state === "running");
  if (!found) throw new Error("no assessment is running");
  return found.id;
}

/** Gives a criterion that an instrument gives a figure for. */
export async function criterionFor(app: App, instrument: string, figure = ""): Promise<string> {
  const { indicators } = await app.call<{ indicators: { criterion: string; measure: string }[] }>("Catalogue", { edition: "" });
  return indicators.find(({ measure }) => measure.startsWith(`${instrument}.${figure}`))?.criterion ?? "";
}

/** A step of a process on the screen, by its number. */
export const step = (page: Page, n: number) => page.getByRole("group", { name: `Stap ${n}`, exact: true });
/** What happens in it. */
export const what = (page: Page, n: number) => step(page, n).getByLabel("Wat gebeurt er?");

/** Describes steps by their names. */
export async function describe(page: Page, ...names: string[]): Promise<void> {
  for (const [i, name] of names.entries()) {
    if (i > 0) await page.getByRole("button", { name: "Voeg een stap toe" }).click();
    await what(page, i + 1).fill(name);
  }
}

export async function clean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual([]);
}
