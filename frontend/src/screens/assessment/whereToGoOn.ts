import type { Answer } from "../../lib/door/types";
import type { Place } from "../../lib/door/place";

/**
 * Gives where to go on in an assessment: where somebody stood on this machine,
 * unless something was answered later, such as on another one.
 */
export function whereToGoOn(place: Place, position: string, answers: readonly Pick<Answer, "savedAt">[], has: (place: string) => boolean): string {
  const at = Date.parse(place.at);
  const answeredLater = answers.some(({ savedAt }) => Date.parse(savedAt) > at);
  return place.criterion !== "" && has(place.criterion) && !Number.isNaN(at) && !answeredLater ? place.criterion : position;
}
