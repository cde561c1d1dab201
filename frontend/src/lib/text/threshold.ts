import type { Indicator } from "../door/types";
import { language, number, t } from "./text.svelte";

/** Puts an indicator's threshold into words: "ten hoogste 8 stappen". */
export function thresholdText(indicator: Pick<Indicator, "threshold" | "unit" | "unitOne">): string {
  const { threshold, unit } = indicator;
  if (threshold.is !== undefined) return t(`threshold.is.${threshold.is}`);
  if (threshold.at_least !== undefined) return t("threshold.atLeast", { Figure: number(threshold.at_least), Unit: unitFor(indicator, threshold.at_least) });
  if (threshold.at_most !== undefined) return t("threshold.atMost", { Figure: number(threshold.at_most), Unit: unitFor(indicator, threshold.at_most) });
  return t(`threshold.better.${threshold.better ?? "lower"}`, { Unit: unit });
}

/** Says which answer an indicator suggests, and when. */
export function suggestsText({ suggests }: Pick<Indicator, "suggests">): string {
  if (!suggests) return t("suggests.nothing");
  const { reached, missed } = suggests;
  if (reached && missed) return t("suggests.both", { Reached: t(`verdict.name.${reached}`), Missed: t(`verdict.name.${missed}`) });
  if (reached) return t("suggests.reached", { Verdict: t(`verdict.name.${reached}`) });
  return t("suggests.missed", { Verdict: t(`verdict.name.${missed ?? "no"}`) });
}

/** Writes a figure with its unit: "8 stappen", or ja and nee. */
export function figureText(indicator: Pick<Indicator, "type" | "unit" | "unitOne">, value: number): string {
  if (indicator.type === "yes_no") return t(`verdict.name.${value === 0 ? "no" : "yes"}`);
  return t("figure", { Figure: number(value), Unit: unitFor(indicator, value) });
}

/** Gives the unit as it is written behind a figure. */
function unitFor({ unit, unitOne }: Pick<Indicator, "unit" | "unitOne">, value: number): string {
  return unitOne !== "" && new Intl.PluralRules(language.code).select(value) === "one" ? unitOne : unit;
}

/** Writes a figure with at most one decimal. */
export function figure(value: number): string {
  return number(Math.round(value * 10) / 10);
}
