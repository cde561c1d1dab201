import type { Comparable, Comparison } from "../../lib/door/compare";

/** Who the finding is about: for two sides, the one that is held against the other. */
export interface Finding {
  kind: "nothing" | "none" | "pair" | "moments" | "many";
  /** Indexes of the sides that are named. */
  about: number[];
  against: number;
  better: number;
  worse: number;
  /** Criteria on which sides differ. */
  differs: number;
}

/** Says in numbers who does better. Which side was chosen first makes no difference. */
export function findingOf(comparison: Comparison): Finding {
  const { sides, lines, better, worse } = comparison;
  const differs = lines.filter((line) => line.outcome === "differs").length;
  const none = { about: sides.map((_, i) => i), against: -1, better: 0, worse: 0, differs };
  if (lines.every((line) => line.outcome === "uncompared")) return { kind: "nothing", ...none };
  if (differs === 0) return { kind: "none", ...none };
  if (sides.length > 2) {
    const most = Math.max(...better);
    return { kind: "many", about: better.flatMap((count, i) => (count === most ? [i] : [])), against: -1, better: most, worse: 0, differs };
  }
  const about = subject(sides, better);
  const pair = { about: [about], against: 1 - about, better: better[about] ?? 0, worse: worse[about] ?? 0, differs };
  return { kind: sameService(sides) && sides[0]?.moment !== sides[1]?.moment ? "moments" : "pair", ...pair };
}

function sameService(sides: Comparable[]): boolean {
  return sides.every((side) => side.kind === "assessment" && side.serviceId === sides[0]?.serviceId);
}

/** What is read about: one's own before another's, afterwards before beforehand, the later before the earlier. */
function subject(sides: Comparable[], better: number[]): number {
  const [first, second] = sides;
  if (!first || !second) return 0;
  if ((first.kind === "assessment") !== (second.kind === "assessment")) return first.kind === "assessment" ? 0 : 1;
  if (sameService(sides)) {
    if (first.moment !== second.moment) return first.moment === "after" ? 0 : 1;
    return first.date >= second.date ? 0 : 1;
  }
  return (better[0] ?? 0) >= (better[1] ?? 0) ? 0 : 1;
}

/**
 * The sides that can still learn: one's own, but not what an assessment
 * afterwards of the same service has followed up.
 */
export function learners(sides: Comparable[]): number[] {
  return sides.flatMap((side, i) => {
    const followedUp = side.moment === "before" && sides.some((other) => other.serviceId === side.serviceId && other.moment === "after");
    return side.kind === "assessment" && !followedUp ? [i] : [];
  });
}
