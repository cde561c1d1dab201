import type { Assessment, Service } from "../src/lib/door/types";
import type { App } from "./app";

/** Chooses a real town, so that the first start is over. */
export async function chooseTown(app: App): Promise<void> {
  const { municipalities } = await app.call<{ municipalities: { nis: string; name: string }[] }>("FindMunicipalities", {
    query: "dendermonde",
  });
  await app.call("SavePreferences", { language: "nl", theme: "light" });
  await app.call("SaveTown", { nis: municipalities[0]?.nis, role: "dienst Burgerzaken" });
}

/** Adds a service that needs an assessment. */
export function addService(app: App, name = "Bewonerskaart aanvragen"): Promise<Service> {
  return app.call("SaveService", {
    id: "",
    name,
    audience: "citizens",
    budgetEuro: 620_000,
    users: 40_000,
    development: "new",
    planned: "2027-03",
    ownerRole: "dienst Mobiliteit",
  });
}

/** Starts an assessment of a new service. */
export async function startAssessment(app: App): Promise<Assessment> {
  await chooseTown(app);
  const service = await addService(app);
  return app.call("StartAssessment", { serviceId: service.id, moment: "before" });
}

/** Answers every criterion: yes, but for the ones that are given otherwise. */
export async function answerAll(app: App, assessment: Assessment, others: Record<string, string> = {}): Promise<void> {
  for (const { criterion } of assessment.answers) {
    const explanation = others[criterion];
    await app.call("SaveAnswer", {
      assessmentId: assessment.id,
      criterion,
      verdict: explanation === undefined ? "yes" : "no",
      explanation: explanation ?? "",
    });
  }
}
