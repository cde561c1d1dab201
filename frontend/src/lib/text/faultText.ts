import { type Fault, tooLarge, unreachable } from "../door/fault";
import { t } from "./text.svelte";

/** Gives the text of a fault: the program's own where it has one. */
export function faultText(fault: Fault): string {
  if (fault.message !== "") return fault.message;
  if (fault.code === tooLarge) return t("fault.tooLarge");
  return t(fault.code === unreachable ? "fault.unreachable" : "fault.unreadable");
}
