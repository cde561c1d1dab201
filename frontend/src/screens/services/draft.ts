import type { Service, ServiceInput } from "../../lib/door/types";
import { parseNumber } from "../../lib/text/parseNumber";

/** A service as the form has it: numbers as they were typed, the planned month in two parts. */
export interface Draft {
  kind: ServiceInput["kind"];
  aid: string;
  opensUp: string;
  name: string;
  audience: ServiceInput["audience"];
  budget: string;
  users: string;
  development: ServiceInput["development"];
  month: string;
  year: string;
  ownerRole: string;
}

export const emptyDraft: Draft = {
  kind: "",
  aid: "",
  opensUp: "",
  name: "",
  audience: "",
  budget: "",
  users: "",
  development: "",
  month: "",
  year: "",
  ownerRole: "",
};

/** What is wrong with a draft before the program is asked, by field. */
export type Problem = "nameMissing" | "aidNameMissing" | "notANumber" | "monthIncomplete";

export function draftOf(service: Service, write: (value: number) => string): Draft {
  const [year = "", month = ""] = service.planned.split("-");
  return {
    kind: service.kind,
    aid: service.aid,
    opensUp: service.opensUp === null ? "" : write(service.opensUp),
    name: service.name,
    audience: service.audience,
    budget: service.budgetEuro === null ? "" : write(service.budgetEuro),
    users: service.users === null ? "" : write(service.users),
    development: service.development,
    month,
    year,
    ownerRole: service.ownerRole,
  };
}

/** Gives what to save, and what is wrong; what cannot be read counts as not known. */
export function readDraft(id: string, draft: Draft, lang: string): { input: ServiceInput; problems: Map<string, Problem> } {
  const problems = new Map<string, Problem>();
  if (draft.name.trim() === "") problems.set("name", draft.kind === "aid" ? "aidNameMissing" : "nameMissing");
  const opensUp = parseNumber(lang, draft.opensUp);
  if (draft.kind === "aid" && opensUp === undefined) problems.set("opensUp", "notANumber");
  const budgetEuro = parseNumber(lang, draft.budget);
  if (draft.kind === "" && budgetEuro === undefined) problems.set("budgetEuro", "notANumber");
  const users = parseNumber(lang, draft.users);
  if (draft.kind === "" && users === undefined) problems.set("users", "notANumber");
  if ((draft.month === "") !== (draft.year === "")) problems.set("planned", "monthIncomplete");
  const input: ServiceInput = {
    id,
    kind: draft.kind,
    aid: draft.kind === "aid" ? draft.aid : "",
    opensUp: draft.kind === "aid" ? (opensUp ?? null) : null,
    name: draft.name.trim(),
    audience: draft.audience,
    budgetEuro: budgetEuro ?? null,
    users: users ?? null,
    development: draft.development,
    planned: draft.month !== "" && draft.year !== "" ? `${draft.year}-${draft.month}` : "",
    ownerRole: draft.ownerRole.trim(),
  };
  return { input, problems };
}

/** Tells whether two drafts are the same. */
export function sameDraft(a: Draft, b: Draft): boolean {
  return (Object.keys(emptyDraft) as (keyof Draft)[]).every((field) => a[field] === b[field]);
}

/** The years to choose from: those about now, and the one that was chosen. */
export function years(now: number, chosen: string): string[] {
  const near = Array.from({ length: 8 }, (_, index) => String(now - 1 + index));
  return chosen === "" || near.includes(chosen) ? near : [...near, chosen].sort();
}
