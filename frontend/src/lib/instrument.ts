import type { Indicator } from "./door/types";
import type { Instrument } from "./route/route";

/** Gives the instrument that an indicator can be measured with, undefined for none. */
export function instrumentOf({ measure }: Pick<Indicator, "measure">): Instrument | undefined {
  if (measure.startsWith("text.")) return "text";
  if (measure.startsWith("page.")) return "page";
  if (measure.startsWith("steps.")) return "steps";
  return undefined;
}
