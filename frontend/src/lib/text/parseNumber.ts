/**
 * What somebody typed as a whole number: the number, null for an empty field,
 * undefined for what is no whole number. The thousands may be set apart by
 * points, spaces or (in English) commas, but only where thousands are: "1.5"
 * is not fifteen.
 */
export function parseNumber(lang: string, text: string): number | null | undefined {
  const typed = text.replace(/[\s\u00a0\u202f]+/g, " ").replace(/^€ ?| ?(€|euros?|eur)$/gi, "").trim();
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

/**
 * What somebody typed as a figure with at most two decimals, undefined for
 * what is none. The decimal sign is the language's own; a point is taken too,
 * as keypads have it, unless it can set thousands apart. A share may have a
 * percent sign; what is counted may not.
 */
export function parseFigure(lang: string, text: string, { share = false } = {}): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f]/g, "");
  const typed = share ? bare.replace(/%$/, "") : bare;
  const whole = parseNumber(lang, typed);
  if (typeof whole === "number") return whole;
  const [, units, , decimals] = /^(\d+)([.,])(\d{1,2})$/.exec(typed) ?? [];
  return units === undefined || decimals === undefined ? undefined : Number(`${units}.${decimals}`);
}
