/**
 * English here is British: the readers are in Belgium, where the day comes
 * before the month and the clock has 24 hours.
 */
function locale(lang: string): string {
  return lang === "en" ? "en-GB" : lang;
}

function format(lang: string, value: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale(lang), options).format(value);
}

const dayParts = { day: "numeric", month: "long", year: "numeric" } as const;
const timeParts = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** Gives the day of an RFC 3339 time, "" for "". */
export function day(lang: string, moment: string): string {
  return moment === "" ? "" : format(lang, new Date(moment), dayParts);
}

/** Gives the time of day of an RFC 3339 time, "" for "". */
export function time(lang: string, moment: string): string {
  return moment === "" ? "" : format(lang, new Date(moment), timeParts);
}

/** Gives day and time of an RFC 3339 time, "" for "". */
export function dayAndTime(lang: string, moment: string): string {
  return moment === "" ? "" : `${day(lang, moment)}, ${time(lang, moment)}`;
}

/** Gives the time of day, with the day where it is not today's. */
export function shortTime(lang: string, moment: string, now: Date): string {
  if (moment === "") return "";
  const then = new Date(moment);
  if (then.toDateString() === now.toDateString()) return time(lang, moment);
  const sameYear = then.getFullYear() === now.getFullYear();
  const date = format(lang, then, sameYear ? { day: "numeric", month: "long" } : dayParts);
  return `${date}, ${time(lang, moment)}`;
}

/** Gives the name of a month such as "2027-03", and what is no month as it is. */
export function month(lang: string, planned: string): string {
  const match = /^(\d{4})-(\d{2})$/.exec(planned);
  if (!match) return planned;
  return format(lang, new Date(Number(match[1]), Number(match[2]) - 1, 1), { month: "long", year: "numeric" });
}

/** Gives the names of the twelve months. */
export function monthNames(lang: string): string[] {
  return Array.from({ length: 12 }, (_, index) => format(lang, new Date(2026, index, 1), { month: "long" }));
}
