import { call } from "./door";
import type * as T from "./types";

/** The facade's methods. Each rejects with a Fault. */
export const api = {
  session: () => call<T.Session>("Session"),
  savePreferences: (input: { language: string; theme: T.Theme }) => call<T.Session>("SavePreferences", input),
  settings: () => call<T.Settings>("Settings"),
  saveTown: (input: { nis: string; role: string }) => call<T.Settings>("SaveTown", input),
  saveServer: (input: T.ServerInput) => call<T.Settings>("SaveServer", input),
  testServer: (input: Omit<T.ServerInput, "workingGroupKey">) => call<T.ServerTest>("TestServer", input),
  findMunicipalities: (query: string) => call<{ municipalities: T.Municipality[] }>("FindMunicipalities", { query }),
  catalogue: () => call<T.Catalogue>("Catalogue"),
  home: () => call<T.Home>("Home"),
  services: () => call<{ services: T.Service[] }>("Services"),
  service: (id: string) => call<T.Service>("Service", { id }),
  saveService: (input: T.ServiceInput) => call<T.Service>("SaveService", input),
  previewSignificance: (input: T.SignificanceInput) => call<T.Significance>("PreviewSignificance", input),
  removeService: (id: string) => call<{ removed: boolean }>("RemoveService", { id }),
  startAssessment: (input: { serviceId: string; moment: T.Moment }) => call<T.Assessment>("StartAssessment", input),
  assessment: (id: string) => call<T.Assessment>("Assessment", { id }),
  saveAnswer: (input: T.AnswerInput) => call<T.SavedAnswer>("SaveAnswer", input),
  removeAssessment: (id: string) => call<{ removed: boolean }>("RemoveAssessment", { id }),
  result: (id: string) => call<T.Result>("Result", { id }),
  makeReport: (assessmentId: string) => call<T.MadeFile>("MakeReport", { assessmentId }),
  submit: (assessmentId: string) => call<T.Submission>("Submit", { assessmentId }),
  sync: () => call<T.Synced>("Sync"),
  cancelSync: () => call<{ canceled: boolean }>("CancelSync"),
  submissions: () => call<{ submissions: T.Submission[] }>("Submissions"),
  exportSubmission: (id: string) => call<T.MadeFile>("ExportSubmission", { id }),
  undo: () => call<T.Undone>("Undo"),
  openDataFolder: () => call<{ path: string }>("OpenDataFolder"),
};
