import { number, t } from "../../lib/text/text.svelte";

/** Writes a number of bytes, rounded up. */
export function sizeText(bytes: number): string {
  const kilo = 1024;
  const mega = kilo * kilo;
  if (bytes < mega) return t("evidence.kilobytes", { Number: number(Math.ceil(bytes / kilo)) });
  return t("evidence.megabytes", { Number: number(Math.ceil((bytes * 10) / mega) / 10) });
}
