import type { Indicator, Measurement } from "../../lib/door/types";

/** An indicator with the figure that was found for it. */
export interface Figure {
  indicator: Indicator;
  value: number;
}

/** Figures are kept with one decimal. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Tells whether a figure reaches the indicator's threshold, undefined where there is none to reach. */
export function reached({ threshold }: Pick<Indicator, "threshold">, value: number): boolean | undefined {
  if (threshold.at_least !== undefined) return value >= threshold.at_least;
  if (threshold.at_most !== undefined) return value <= threshold.at_most;
  return undefined;
}

/** Groups figures by criterion, the one that is being measured first. */
export function byCriterion(figures: Figure[], first: string): { criterion: string; figures: Figure[] }[] {
  const groups = new Map<string, Figure[]>([[first, []]]);
  for (const figure of figures) {
    const { criterion } = figure.indicator;
    groups.set(criterion, [...(groups.get(criterion) ?? []), figure]);
  }
  return [...groups].map(([criterion, list]) => ({ criterion, figures: list }));
}

/** What an instrument found before, with the figures that came of it. */
export interface Found {
  criterion: string;
  measurements: Measurement[];
  finding: unknown;
}

/** Gives what is kept for a criterion's indicators, undefined for nothing. */
export function foundFor(criterion: string, indicators: Indicator[], measurements: Measurement[]): Found | undefined {
  const own = measurements.filter(({ indicator }) => indicators.some((one) => one.criterion === criterion && one.code === indicator));
  if (own.length === 0) return undefined;
  const latest = [...own].sort((a, b) => b.savedAt.localeCompare(a.savedAt)).find(({ finding }) => finding !== null);
  return { criterion, measurements: own, finding: latest?.finding ?? null };
}

/** Gives what the same instrument found last, for a criterion or else for another one. */
export function latestFinding(criterion: string, indicators: Indicator[], measurements: Measurement[]): Found | undefined {
  const own = foundFor(criterion, indicators, measurements);
  if (own && own.finding !== null) return own;
  const others = [...new Set(indicators.map((indicator) => indicator.criterion))].flatMap((code) => foundFor(code, indicators, measurements) ?? []);
  const last = ({ measurements: list }: Found) => list.map(({ savedAt }) => savedAt).sort().at(-1) ?? "";
  return others.filter(({ finding }) => finding !== null).sort((a, b) => last(b).localeCompare(last(a)))[0];
}
