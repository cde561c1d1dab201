import type { Significance, SignificanceInput } from "./door/types";

/** The outcome of the significance test in words: keys of texts, the same in the table, the form and the page. */
export interface SignificanceWords {
  verdict: "yes" | "no" | "unknown";
  reason: "both" | "budget" | "users" | "below" | "unknownBoth" | "unknownBudget" | "unknownUsers";
  duty: "required" | "notNew" | "developmentUnknown" | "voluntary" | "toComplete";
}

/** Says why a service is significant or not, and whether an assessment is due. */
export function significanceWords(test: Significance, service: SignificanceInput): SignificanceWords {
  if (test.unknown) return { verdict: "unknown", reason: unknownReason(service), duty: "toComplete" };
  if (!test.significant) return { verdict: "no", reason: "below", duty: "voluntary" };
  return { verdict: "yes", reason: metReason(test), duty: duty(test, service) };
}

function unknownReason(service: SignificanceInput): SignificanceWords["reason"] {
  if (service.budgetEuro !== null) return "unknownUsers";
  return service.users === null ? "unknownBoth" : "unknownBudget";
}

function metReason(test: Significance): SignificanceWords["reason"] {
  if (test.byBudget && test.byUsers) return "both";
  return test.byBudget ? "budget" : "users";
}

function duty(test: Significance, service: SignificanceInput): SignificanceWords["duty"] {
  if (test.required) return "required";
  return service.development === "" ? "developmentUnknown" : "notNew";
}
