/**
 * What somebody typed as a whole number: the number, null for an empty field,
 * undefined for what is no whole number. The thousands may be set apart by
 * points, spaces or (in English) commas, but only where thousands are: "1.5"
 * is not fifteen.
 */
export function parseNumber(lang: string, text: string): number | null | undefined {
  const typed = text.replace(/[\s\u00a0\u202f]+/g, " ").replace(/^€ ?| ?(€|euro?)$/gi, "").trim();
  if (typed === "") return null;
  const decimal = lang === "en" ? "." : ",";
  const group = lang === "en" ? "," : ".";
  // "250.000,00" is a whole amount as well.
  const whole = typed.replace(new RegExp(`\\${decimal}(0{1,2}|-)$`), "");
  const grouped = new RegExp(`^\\d{1,3}([ \\${group}]\\d{3})+$`);
  if (!/^\d+$/.test(whole) && !grouped.test(whole)) return undefined;
  const value = Number(whole.replace(/\D/g, ""));
  return Number.isSafeInteger(value) ? value : undefined;
}
