import type { Comparable } from "../../lib/door/compare";
import { day, t } from "../../lib/text/text.svelte";

/** Names what is compared: the service and the moment, the town where it is another's. */
export function sideName(side: Comparable): string {
  if (side.kind === "benchmark") return side.audience === "" ? t("compare.side.all") : t(`compare.side.${side.audience}`);
  const Moment = side.moment === "" ? "" : t(`compare.moment.${side.moment}`);
  if (side.town === "") return t("compare.side.own", { Service: side.service, Moment });
  return t("compare.side.town", { Town: side.town, Service: side.service, Moment });
}

/** Names of sides: those that would be called the same get their date as well. */
export function sideNames(sides: Comparable[]): string[] {
  const names = sides.map(sideName);
  return names.map((name, i) => {
    const twin = names.some((other, n) => n !== i && other === name);
    return twin ? t("compare.side.dated", { Side: name, Day: day(sides[i]?.date ?? "") }) : name;
  });
}

/** A letter for each side, where its name does not fit. */
export const letterOf = (index: number): string => "ABCDE"[index] ?? "";
