import { api } from "./door/api";
import type { Aid, Catalogue, Criterion, Indicator } from "./door/types";
import { language } from "./text/text.svelte";

const kept = new Map<string, Promise<Catalogue>>();

/** Gives an edition of the catalogue, "" for the latest. An edition never changes: it is fetched once per language. */
export function catalogueOf(edition = ""): Promise<Catalogue> {
  if (edition === "") return api.catalogue(); // another one may have been taken into use
  const name = `${edition} ${language.code}`;
  let catalogue = kept.get(name);
  if (!catalogue) {
    catalogue = api.catalogue(edition);
    kept.set(name, catalogue);
    catalogue.catch(() => kept.delete(name));
  }
  return catalogue;
}

/** Gives the indicators of a criterion, in the catalogue's order. */
export function indicatorsOf(catalogue: Catalogue, criterion: string): Indicator[] {
  return catalogue.indicators.filter((indicator) => indicator.criterion === criterion);
}

/** An aid that helps with a criterion. */
export interface Helpful {
  aid: Aid;
  why: string;
  covers: boolean;
  /** How many of what is unmet it touches. */
  touches: number;
}

/** Gives the aids that help with a criterion: those that touch most of what is unmet first, then those that cover it. */
export function aidsFor(catalogue: Catalogue, criterion: string, unmet: string[] = []): Helpful[] {
  const found = catalogue.aids.flatMap((aid) => {
    const touches = aid.contributions.filter((contribution) => unmet.includes(contribution.criterion)).length;
    return aid.contributions
      .filter((contribution) => contribution.criterion === criterion)
      .map(({ extent, why }) => ({ aid, why, covers: extent === "covers", touches }));
  });
  return found.sort((a, b) => b.touches - a.touches || Number(b.covers) - Number(a.covers));
}

/** Gives the criterion with a code, undefined where the edition has none. */
export function criterionOf(catalogue: Catalogue, code: string): Criterion | undefined {
  return catalogue.criteria.find((criterion) => criterion.code === code);
}
