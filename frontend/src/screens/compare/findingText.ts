import type { Comparison } from "../../lib/door/compare";
import { list, t } from "../../lib/text/text.svelte";
import { type Finding, findingOf } from "./finding";

/** The finding as a title: who does it better, and on how many criteria. */
export function findingText(comparison: Comparison, names: string[]): string {
  const finding = findingOf(comparison);
  const about = finding.about.map((i) => names[i] ?? "");
  switch (finding.kind) {
    case "nothing":
    case "none":
      return t(`compare.finding.${finding.kind}`, { Sides: list(about) });
    case "many":
      return t("compare.finding.many", { Count: finding.differs, Best: list(about), Better: finding.better });
    case "pair":
      return t("compare.finding.pair", { A: about[0] ?? "", B: names[finding.against] ?? "", How: how(finding) });
    case "moments": {
      const [a, b] = [comparison.sides[finding.about[0] ?? 0], comparison.sides[finding.against]];
      if (!a || !b || a.moment === "" || b.moment === "") return "";
      return t("compare.finding.moments", { Service: a.service, A: t(`compare.moment.${a.moment}`), B: t(`compare.moment.${b.moment}`), How: how(finding) });
    }
  }
}

function how({ better, worse }: Finding): string {
  if (worse === 0) return t("compare.how.better", { Count: better });
  if (better === 0) return t("compare.how.worse", { Count: worse });
  return t("compare.how.both", { Count: better, Worse: worse });
}
