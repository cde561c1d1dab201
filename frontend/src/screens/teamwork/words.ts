import type { Key } from "../../lib/text/languages";
import { day, hasText, month, number, t } from "../../lib/text/text.svelte";

/** Who says something: their role, or the laptop where no role was given. */
export function who(by: { role: string; device: string; own: boolean }): string {
  if (by.own) return t("teamwork.you");
  return t("teamwork.who", { Role: by.role === "" ? t("teamwork.someone") : by.role, Device: by.device });
}

/** The same after a word such as "of". */
export function whom(by: { role: string; device: string; own: boolean }): string {
  return by.own ? t("teamwork.ofYou") : who(by);
}

/** What a field is called. */
export function fieldName(field: string): string {
  const name = `conflicts.field.${field}`;
  return hasText(name) ? t(name) : t("conflicts.field.other");
}

/** What a kind of thing is called. */
export function kindName(kind: string): string {
  const name = `conflicts.kind.${kind}`;
  return hasText(name) ? t(name) : t("conflicts.field.other");
}

/** A value as it is read, from its JSON text. */
export function valueText(field: string, json: string): string {
  const value: unknown = JSON.parse(json);
  if (field === "stage" && value === null) return t("stage.name.filling");
  if (value === null || value === "") return t("conflicts.empty");
  if (typeof value === "boolean") return t(value ? "conflicts.yes" : "conflicts.no");
  if (typeof value === "number") return number(value);
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" ? words(field, value) : json;
}

function words(field: string, value: string): string {
  const places: Record<string, string> = { verdict: "verdict.name", audience: "audience.name", development: "development", moment: "moment.name" };
  const key = `${places[field] ?? `conflicts.value.${field}`}.${value}`;
  if (hasText(key)) return t(key satisfies Key);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value);
  return field === "planned" ? month(value) : value;
}

/** Tells whether a field holds what somebody wrote, of which differences can be marked. */
export function isProse(field: string): boolean {
  return ["explanation", "text", "note", "stage_note", "cover", "correction", "plan", "title", "name", "control"].includes(field);
}
